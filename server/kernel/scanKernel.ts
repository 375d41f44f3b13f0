/** What the kernel offers to the engine. */
export { clearNames, countLineFeeds, namesFilled, namesUsed, noteNames } from './names';
export { findLineFeeds, findLiterals, mask, settle } from './search';
export { begins, skim } from './skim';
