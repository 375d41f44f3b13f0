/** Works out how links in an exported report lead from its own folder to the opened one. */

/** Path arithmetic of the platform. */
export interface PathTools {
  relative(from: string, to: string): string;
  dirname(path: string): string;
}

/** The way from the report's folder to the opened folder, with `/` and ready for a link; empty when it lies there. */
export function linkBaseOf(report: string, folder: string | undefined, tools: PathTools): string {
  if (folder === undefined) return '';
  const way = tools.relative(tools.dirname(report), folder).replaceAll('\\', '/');
  // On another drive there is no relative way.
  return /^(?:[A-Za-z]:|\/)/.test(way) ? '' : way;
}
