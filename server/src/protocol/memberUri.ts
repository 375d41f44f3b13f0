/** Addresses of sources whose text is not that of a file: members of archives, compressed files, journals. */

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

/** The source id of such an address, in whatever way it is encoded; `null` for any other. */
export function fromMemberUri(uri: string): string | null {
  if (!uri.startsWith(`${memberScheme}:`)) return null;
  try {
    return fromMemberPath(decodeURIComponent(uri.slice(memberScheme.length + 1)));
  } catch {
    return null;
  }
}
