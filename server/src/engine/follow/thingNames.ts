/** The names of what is followed: those it is known by, and those that the lines about it reveal. */

import { extractPod } from '../entities/extract';
import type { Sighting } from '../entities/identity';
import { Identities, searchTexts } from '../entities/identity';
import type { Report } from '../model/report';
import type { FollowedKind, Identifier } from './identify';
import type { WantedName } from './mentions';

/** What is followed, as far as it is known by now. */
export interface FollowedThing {
  readonly kind: FollowedKind;
  /** `shop/billing-5d78c9869d-abcde`; what stands in the log when nothing better is known. */
  readonly name: string;
  readonly node: string | null;
  /** Everything that is looked for. */
  readonly spellings: readonly string[];
}

/** Names lead to names; a third round finds next to nothing. */
const maxRounds = 3;
const maxNames = 200;

/** Names to look for, round by round. */
export class ThingNames {
  private readonly identities: Identities;
  private readonly given = new Set<string>();
  private readonly understood = new Set<string>();
  private rounds = 0;

  /** `known`: what is known before the search. */
  constructor(
    private readonly wanted: Identifier,
    known: Identities | null,
  ) {
    this.identities = new Identities([], known);
  }

  /** Names that were not looked for yet; none when nothing new is worth it. */
  next(): WantedName[] {
    if (this.rounds >= maxRounds) return [];
    this.rounds++;
    const names = namesOf(this.wanted, this.identities).filter(({ text }) => !this.given.has(text));
    const given = names.slice(0, maxNames);
    for (const { text } of given) this.given.add(text);
    return given;
  }

  /** Learns from a line which names mean the same; ids that were seen together, beside the pod's name, teach nothing more. */
  learn(text: string): void {
    const ids = idsIn(text);
    if (this.understood.has(ids)) return;
    const entities = extractPod(text);
    if (ids !== '' && entities.pod !== undefined) this.understood.add(ids);
    if (Object.keys(entities).length > 1) this.identities.add({ entities, node: null });
  }

  /** What is followed, with all names that were looked for. */
  thing(): FollowedThing {
    return describeThing(this.wanted, this.identities, [...this.given]);
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

const idDigits = 12;

/** All ids of a line, one behind the other: runs of twelve hexadecimal digits or more. Looks at the end of where one would be first. */
function idsIn(text: string): string {
  let ids = '';
  for (let start = 0; start + idDigits <= text.length; ) {
    let at = start + idDigits - 1;
    while (at >= start && isHexDigit(text.charCodeAt(at))) at--;
    if (at < start) {
      at = start + idDigits;
      while (at < text.length && isHexDigit(text.charCodeAt(at))) at++;
      ids += `${text.slice(start, at)},`;
    }
    start = at + 1;
  }
  return ids;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

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
