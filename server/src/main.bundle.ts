/** The first lines of a bundle: what was asked and answered before is answered again; for anything else the program is started. */
import { answerAgain } from './node/rerun';

if (!answerAgain(process.argv.slice(2))) void import('./main.program.js');
