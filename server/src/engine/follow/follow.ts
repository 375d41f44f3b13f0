/** Follows one thing through all sources: by every name it is known by, and by those that the lines about it reveal. */

import { extractEntities } from '../entities/extract';
import type { Sighting } from '../entities/identity';
import { Identities, searchTexts } from '../entities/identity';
import type { Report, SourceReport } from '../model/report';
import { LinePlacer } from '../time/placeLine';
import type { FollowedKind, Identifier } from './identify';
import type { LineMention, MentionReader, SearchMeans, WantedName } from './mentions';
import { MentionSearch } from './mentions';
import type { LineStretch, NameIndex } from './nameIndex';
import { stretchesWith } from './nameIndex';
import { keysOfName } from './nameKeys';

/** A record that mentions what is followed. */
export interface Mention {
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** 0-based UTF-16 columns of the name. */
  readonly start: number;
  readonly end: number;
  /** UTC ms by the reference clock; `null` when the line has no time of its own. */
  readonly timeMs: number | null;
}

/** What is followed, as far as it is known by now. */
export interface FollowedThing {
  readonly kind: FollowedKind;
  /** `shop/billing-5d78c9869d-abcde`; what stands in the log when nothing better is known. */
  readonly name: string;
  readonly node: string | null;
  /** Everything that is looked for. */
  readonly spellings: readonly string[];
}

/** What was found. */
export interface FollowResult {
  readonly thing: FollowedThing;
  /** By time; lines without one stand behind the line before them in their file. */
  readonly mentions: readonly Mention[];
  /** Mentions there are, listed or not. */
  readonly total: number;
}

/** Mentions kept of one source. */
const maxPerSource = 5000;
/** Names lead to names; a third round finds next to nothing. */
const maxPasses = 3;
const maxNames = 200;

/** Who takes the bytes of a source. */
type SourceBytes = Pick<MentionReader, 'skipTo' | 'push' | 'gap' | 'tie' | 'end'>;

const deaf: SourceBytes = { skipTo() {}, push() {}, gap() {}, tie() {}, end() {} };

/** What a report knows before a search. */
export interface KnownNames {
  readonly identities: Identities;
  /** Sources that count. */
  readonly sources: ReadonlySet<string>;
}

/** One search. Sources are read as often as {@link begin} says. */
export class Pursuit {
  private readonly searched = new Set<string>();
  private readonly identities: Identities;
  /** Those that count; `null` for all. */
  private readonly sources: ReadonlySet<string> | null;
  private readonly found = new Map<string, Map<number, Omit<Mention, 'timeMs'>>>();
  private readonly understood = new Set<string>();
  /** Lines that are counted only. */
  private readonly beyond = new Map<string, Set<number>>();
  private search: MentionSearch | null = null;
  private keys: readonly (readonly number[])[] = [];
  private passes = 0;

  constructor(
    private readonly wanted: Identifier,
    /** What is known before the search. */
    known: KnownNames | null,
    private readonly means: SearchMeans = {},
  ) {
    this.identities = new Identities([], known?.identities ?? null);
    this.sources = known?.sources ?? null;
  }

  /** Whether all sources are to be read (once more), for names that were not looked for yet. */
  begin(): boolean {
    if (this.passes >= maxPasses) return false;
    const names = namesOf(this.wanted, this.identities).filter(({ text }) => !this.searched.has(text));
    if (names.length === 0) return false;
    const wanted = names.slice(0, maxNames);
    for (const { text } of wanted) this.searched.add(text);
    this.search = new MentionSearch(wanted, this.means);
    // Both spellings of a UID have the same keys.
    this.keys = [...new Map(wanted.map(keysOfName).map((keys) => [keys.join(), keys])).values()];
    this.passes++;
    return true;
  }

  /** Takes the bytes of one source; copies of others, which no report counts, are passed over. */
  openSource({ id }: { readonly id: string }): SourceBytes {
    if (this.sources?.has(id) === false) return deaf;
    const lines = this.found.get(id) ?? new Map<number, Omit<Mention, 'timeMs'>>();
    this.found.set(id, lines);
    const search = this.search ?? new MentionSearch([], this.means);
    const beyond = this.beyond.get(id) ?? new Set<number>();
    this.beyond.set(id, beyond);
    const take = ({ line, text, start, end }: LineMention): void => {
      if (lines.size >= maxPerSource) {
        beyond.add(line);
        return;
      }
      lines.set(line, { source: id, line, text, start, end });
      this.learn(text);
    };
    return search.open({ isKnown: (line) => lines.has(line) || beyond.has(line), take });
  }

  /** Learns from a line which names mean the same; ids that were seen together, beside the pod's name, teach nothing more. */
  private learn(text: string): void {
    const ids = text.match(idsOfLine)?.join() ?? '';
    if (this.understood.has(ids)) return;
    const entities = extractEntities(text, {}, undefined);
    if (ids !== '' && entities.pod !== undefined) this.understood.add(ids);
    if (Object.keys(entities).length > 1) this.identities.add({ entities, node: null });
  }

  unread(): void {}

  /** Whether what is looked for has names that an index knows; else all lines must be read. */
  get canBeLookedUp(): boolean {
    return this.keys.every((keys) => keys.length > 0);
  }

  /** The lines of an indexed stretch that may mention what is looked for. */
  lookUp(index: NameIndex): LineStretch[] {
    return stretchesWith(index, this.keys);
  }

  /** The search's outcome; times come from the sources of a report. */
  result(source: (id: string) => SourceReport | undefined, limit: number): FollowResult {
    const mentions: {
      readonly mention: Omit<Mention, 'timeMs'>;
      readonly timeMs: number | null;
      readonly order: number;
    }[] = [];
    let total = 0;
    for (const [id, lines] of this.found) {
      const report = source(id);
      const placer = report === undefined ? null : new LinePlacer(report);
      total += lines.size + (this.beyond.get(id)?.size ?? 0);
      let order = Number.NEGATIVE_INFINITY;
      for (const one of [...lines.values()].sort((a, b) => a.line - b.line)) {
        const timeMs = placer?.place(one.text, one.line) ?? null;
        order = timeMs ?? order;
        mentions.push({ mention: one, timeMs, order });
      }
    }
    mentions.sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        (a.mention.source < b.mention.source ? -1 : a.mention.source > b.mention.source ? 1 : 0) ||
        a.mention.line - b.mention.line,
    );
    const thing = describeThing(this.wanted, this.identities, [...this.searched]);
    return { thing, mentions: mentions.slice(0, limit).map(({ mention, timeMs }) => ({ ...mention, timeMs })), total };
  }
}

/** What a report knows of the names of pods. */
export function sightingsOf({ events, pods }: Pick<Report, 'events' | 'pods'>): Sighting[] {
  const told = pods.flatMap(({ pod, namespace, uid, node, ids }) => {
    const entities = {
      ...(pod === null ? {} : { pod }),
      ...(namespace === null ? {} : { namespace }),
      ...(uid === null ? {} : { uid }),
    };
    return [{ entities, node }, ...ids.map((container) => ({ entities: { ...entities, container }, node }))];
  });
  return [...told, ...events];
}

/** What an identifier stands for, by what is known of pods. */
export function describeThing(
  { kind, value, entities }: Identifier,
  identities: Identities,
  spellings: readonly string[] = [],
): FollowedThing {
  const known = kind === 'pod' || kind === 'container' ? identities.find(entities) : undefined;
  const pod = known?.pod ?? entities.pod ?? null;
  const namespace = known?.namespace ?? entities.namespace ?? null;
  const name = pod === null ? value : namespace === null ? pod : `${namespace}/${pod}`;
  return { kind: pod === null ? kind : 'pod', name, node: known?.node ?? null, spellings };
}

const idsOfLine = /[0-9a-f]{12,}/g;
const isId = /^[0-9a-f]{12}$/;
const isUid = /^[0-9a-f]{8}[-_](?:[0-9a-f]{4}[-_]){3}[0-9a-f]{12}$/;

/** Everything by which the thing is written. A pod is looked for by its name, its UID and the ids of its containers. */
function namesOf(wanted: Identifier, identities: Identities): WantedName[] {
  const { kind, value, entities } = wanted;
  if (kind !== 'pod' && kind !== 'container') {
    // `dm-1` is not `dm-12`, but `sda1` is on `sda`.
    if (kind === 'device') return [{ text: value, kind: /\d$/.test(value) ? 'word' : 'device' }];
    return [{ text: value, kind: kind === 'text' ? 'text' : 'word' }];
  }
  const known = identities.namesOf(entities);
  const namespace = known?.namespace ?? entities.namespace;
  const { pod = null, uid = null, container, sandbox } = entities;
  const own = [container, sandbox].flatMap((id) => id?.slice(0, 12) ?? []);
  const texts = new Set([
    ...searchTexts({ pod, namespace: null, uid, node: null, ids: own }),
    ...(known === undefined ? [] : searchTexts(known)),
  ]);
  return [...texts].map((text) => {
    if (isId.test(text)) return { text, kind: 'id' };
    if (isUid.test(text)) return { text, kind: 'uid' };
    const accepts = (line: string, start: number, end: number): boolean => isOfNamespace(line, start, end, namespace);
    return { text, kind: 'word', accepts };
  });
}

/** A name beside which another namespace stands (`other/name`, `name_other(`) is that of another pod. */
function isOfNamespace(line: string, start: number, end: number, namespace: string | null | undefined): boolean {
  if (namespace == null) return true;
  const before = /(?:^|["'\s=(])([a-z0-9-]{1,63})\/$/.exec(line.slice(Math.max(0, start - 80), start))?.[1];
  if (before !== undefined && before !== namespace && !/^pods?$/.test(before)) return false;
  const after = /^_([a-z0-9-]{1,63})(?=[("_\\])/.exec(line.slice(end, end + 80))?.[1];
  return after === undefined || after === namespace;
}
