/** What the kernel offers to the engine. */
export { begins } from './differences';
export { clearNames, countLineFeeds, namesFilled, namesUsed, noteNames } from './names';
export { findLineFeeds, findLiterals, mask, settle } from './search';
export { skim } from './skim';
