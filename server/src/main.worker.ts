/** The door of threads that read or index where nothing is bundled; a bundle is its own. */
import { catalogue } from './engine/index';
import { isNameWorker, serveNames } from './node/nameWorker';
import { isReadWorker, serveReads } from './node/readWorker';
import { loadRules, withRules } from './rules/index';

if (isReadWorker()) serveReads((rules) => withRules(catalogue, loadRules(rules, catalogue)));
if (isNameWorker()) serveNames();
