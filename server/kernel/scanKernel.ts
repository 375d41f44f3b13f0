/** What the kernel offers to the engine. */
export { findLineFeeds, findLiterals, settle } from './search';
export { begins, skim } from './skim';
