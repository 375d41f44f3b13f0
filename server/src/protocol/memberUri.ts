/** Addresses of texts that are no files: members of archives, compressed files, journals, and parts of files too large for an editor. */

/** Scheme of such addresses; the extension gives them their text. */
export const memberScheme = 'causeline-member';

/** Some lines of a source, 1-based, both inclusive. */
export interface LineWindow {
  readonly first: number;
  readonly last: number;
}

/** What an address of the scheme stands for: a whole source, or some lines of it. */
export interface MemberAddress {
  readonly source: string;
  /** `null` for the whole. */
  readonly window: LineWindow | null;
}

/** The address of a source. */
export function toMemberUri(source: string): string {
  return `${memberScheme}:/${source.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of some lines of a source; its last part is the title of the tab, `messages:1,203,400-1,223,399`. */
export function toWindowUri(source: string, { first, last }: LineWindow): string {
  return `${toMemberUri(`${source}:${grouped(first)}-${grouped(last)}`)}?${first}-${last}`;
}

/** The source id in the decoded path of an address of a whole source. */
function fromMemberPath(path: string): string {
  return path.replace(/^\//, '');
}

/** What such an address stands for, in whatever way it is encoded; `null` for any other. */
export function fromMemberUri(uri: string): MemberAddress | null {
  const [, path, query] = /^causeline-member:([^?#]*)(?:\?([^#]*))?/.exec(uri) ?? [];
  if (path === undefined) return null;
  try {
    const source = fromMemberPath(decodeURIComponent(path));
    if (query === undefined || query === '') return { source, window: null };
    const [, first = 0, last = 0] = (/^(\d{1,15})-(\d{1,15})$/.exec(decodeURIComponent(query)) ?? []).map(Number);
    if (first < 1 || last < first) return null;
    return { source: source.replace(/:[\d,]+-[\d,]+$/, ''), window: { first, last } };
  } catch {
    return null;
  }
}

/** A number with its thousands apart; the same in every language, so that one place has one address. */
export function grouped(line: number): string {
  return String(line).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
