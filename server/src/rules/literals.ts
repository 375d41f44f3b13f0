/** Finds the plain text that every match of a pattern holds, so that lines without it need not be looked at. */

/** A group is entered so deep at most; what lies deeper gives no literal. */
const maxDepth = 20;

/** What a pattern is made of, as far as plain text goes. */
interface Sequence {
  readonly parts: readonly Part[];
}
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choices: readonly Sequence[] }
  | { readonly kind: 'break' };

/**
 * Plain texts of at least `least` characters one of which stands in every match: one for `lock held by`, two for
 * `(?:read|write) lock` when `read` and `write` are long enough. `null` when the pattern has none.
 */
export function literalsOf(source: string, least: number): readonly string[] | null {
  // Flags at the beginning change what a letter matches.
  if (/^\(\?[a-zA-Z-]+\)/.test(source)) return null;
  const reader = new Reader(source);
  const found = requiredOf({ parts: [{ kind: 'choice', choices: reader.choices(0) }] });
  return found !== null && shortest(found) >= least ? found : null;
}

/** The most telling texts of a sequence: those whose shortest is the longest. */
function requiredOf({ parts }: Sequence): readonly string[] | null {
  let best: readonly string[] | null = null;
  for (const part of parts) {
    const candidate = part.kind === 'text' ? [part.text] : part.kind === 'choice' ? requiredOfAll(part.choices) : null;
    if (candidate !== null && (best === null || shortest(candidate) > shortest(best))) best = candidate;
  }
  return best;
}

function requiredOfAll(choices: readonly Sequence[]): readonly string[] | null {
  const all = choices.map(requiredOf);
  return all.some((one) => one === null) ? null : [...new Set(all.flatMap((one) => one ?? []))];
}

function shortest(texts: readonly string[]): number {
  return texts.reduce((least, text) => Math.min(least, text.length), Number.POSITIVE_INFINITY);
}

/** Reads a pattern that the engine has accepted. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Alternatives up to the end of the group or of the pattern. */
  choices(depth: number): Sequence[] {
    const choices = [this.sequence(depth)];
    while (this.source[this.at] === '|') {
      this.at++;
      choices.push(this.sequence(depth));
    }
    return choices;
  }

  private sequence(depth: number): Sequence {
    const parts: Part[] = [];
    let run = '';
    const close = (): void => {
      if (run !== '') parts.push({ kind: 'text', text: run });
      run = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.part(depth);
      const optional = this.quantifier();
      if (part.kind === 'text' && optional === 'once') {
        run += part.text;
        continue;
      }
      if (part.kind === 'text' && optional === 'repeated') run += part.text;
      close();
      if (part.kind === 'choice' && optional !== 'optional') parts.push(part);
    }
    close();
    return { parts };
  }

  private part(depth: number): Part {
    const rest = this.source.slice(this.at);
    if (rest.startsWith('(')) return this.group(depth);
    const token =
      /^(?:\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]|[\s\S])/.exec(rest)?.[0] ?? rest.slice(0, 1);
    this.at += token.length;
    const text = plainCharacter(token);
    return text === null ? { kind: 'break' } : { kind: 'text', text };
  }

  private group(depth: number): Part {
    const opening = /^\((?:\?(?:P?<\w+>|[a-zA-Z-]*:))?/.exec(this.source.slice(this.at))?.[0] ?? '(';
    this.at += opening.length;
    const plain = depth < maxDepth && !/[a-zA-Z]:$/.test(opening);
    const choices = this.choices(depth + 1);
    this.at++;
    return plain ? { kind: 'choice', choices } : { kind: 'break' };
  }

  private quantifier(): 'once' | 'repeated' | 'optional' {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at));
    if (found === null) return 'once';
    this.at += found[0].length;
    const isOptional = /^[*?]/.test(found[0]) || Number(found[1] ?? 1) === 0;
    return isOptional ? 'optional' : 'repeated';
  }
}

/** The character that a token stands for when it is plain ASCII that no log escapes; else `null`. */
function plainCharacter(token: string): string | null {
  const escaped = /^\\([^\w\s])$/.exec(token)?.[1];
  const character = escaped ?? token;
  if (character.length !== 1 || /["\\<>&]/.test(character) || !/[ -~]/.test(character)) return null;
  return escaped === undefined && /[.^$|()[\]{}*+?]/.test(character) ? null : character;
}
