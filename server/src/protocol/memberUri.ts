/** Addresses of sources that are no files of their own: members of archives and compressed files. */

/** Scheme of such addresses; the extension gives them their text. */
export const memberScheme = 'causeline-member';

/** The address of a source. */
export function toMemberUri(source: string): string {
  return `${memberScheme}:/${source.split('/').map(encodeURIComponent).join('/')}`;
}

/** The source id in the decoded path of such an address. */
export function fromMemberPath(path: string): string {
  return path.replace(/^\//, '');
}
