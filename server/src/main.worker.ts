/** The reading thread's door where nothing is bundled; a bundle is its own. */
import { catalogue } from './engine/index';
import { isReadWorker, serveReads } from './node/readWorker';
import { loadRules, withRules } from './rules/index';

if (isReadWorker()) serveReads((rules) => withRules(catalogue, loadRules(rules, catalogue)));
