/** What the kernel offers to the engine. */
export { findLineFeeds, findLiterals, mask, settle } from './search';
export { begins, skim } from './skim';
