/** Puts every source's events, and the facts that signatures ask for, on timelines and gives them ids. */
import type { Emitter, Signature } from '../catalogue/signature';
import { Identities, podKinds } from '../entities/identity';
import { sameNodeNames } from '../entities/nodeNames';
import { noZone, StampKind } from '../formats/format';
import { matches } from '../match/pattern';
import type { Entities } from '../model/entity';
import type { Fact } from '../model/fact';
import type { SourceInfo } from '../model/sourceInfo';
import type { RawEvent } from '../records/rawEvent';
import type { ReadSource } from '../records/readSource';
import type { RawStamp } from '../records/stamp';
import { ownMs } from '../records/stamp';
import type { SettledClock } from '../time/clockSource';
import { alignAges } from './alignAges';
import type { WorkEvent } from './workEvent';

/** Zones are whole quarters of an hour apart. */
const quarterMs = 15 * 60_000;
const farthestZoneMs = 26 * 3_600_000;
/** An envelope is written this soon after what it holds. */
const sameMomentMs = 60_000;
/** After so many events others may have their turn. */
const eventsInStep = 250;

/** All events by source, line and position, in steps; ids `e1`... in that order. */
export function* settleEvents(
  scans: readonly ReadSource[],
  signatures: readonly Signature[],
  clocks: ReadonlyMap<string, SettledClock>,
  nodes: ReadonlyMap<string, string | null>,
  facts: readonly Fact[],
  names: ReadonlyMap<string, string>,
  /** What is known of pods without the events; it stays as it is. */
  pods: Identities,
): Generator<void, WorkEvent[]> {
  const collectedMs = latestTime(scans, clocks);
  const events: WorkEvent[] = [];
  for (const scan of scans) {
    const { id } = scan.info;
    const clock = clocks.get(id) as SettledClock;
    const source = { clock, signatures, names, node: nodes.get(id) ?? null };
    addEvents(events, scan, { ...source, collectedMs: collectedWith(lastTime(scan, clock), collectedMs) });
    yield;
  }
  const stated = signatures.flatMap((signature, index) => (signature.fact === undefined ? [] : [{ signature, index }]));
  for (const fact of facts) {
    const found = stated.find(({ signature }) => holds(signature, fact));
    if (found !== undefined) events.push(factEvent(found.signature, found.index, fact, names, events.length + 1));
  }
  yield;
  return alignAges(yield* withIdentities(events, new Identities([], pods)));
}

/** What is settled about a source. */
interface SettledSource {
  readonly clock: SettledClock;
  readonly node: string | null;
  readonly signatures: readonly Signature[];
  /** The one name that each node goes by. */
  readonly names: ReadonlyMap<string, string>;
  /** When it was collected, as far as that is known. */
  readonly collectedMs: number | null;
}

/** Puts a source's events behind the others. */
function addEvents(
  events: WorkEvent[],
  scan: ReadSource,
  { clock, node, signatures, names, collectedMs }: SettledSource,
): void {
  const { id: source, author } = scan.info;
  const { tables } = scan.clock;
  const base = events.length;
  let table = 0;
  for (const raw of scan.events) {
    const signature = signatures[raw.signature] as Signature;
    const { timeline, atMs, clock: by, blurMs } = placeInTime(raw, source, clock, collectedMs);
    while (table < tables.length && (tables[table] as number) <= raw.line) table++;
    events.push({
      id: `e${events.length + 1}`,
      signature,
      raw,
      source,
      node: names.get(nodeOf(raw, signature) ?? (speaksOfOthers(signature) ? null : node) ?? '') ?? null,
      timeline,
      atMs,
      clock: by,
      table,
      blurMs,
      startMs: atMs === null ? null : atMs - raw.beganBeforeMs,
      entities: withAuthor(raw.entities, signature, author),
      quotedBy: raw.quotedBy < 0 ? null : `e${base + raw.quotedBy + 1}`,
    });
  }
}

/** Programs that speak of their own process, or of whatever they name; others speak of pods and nodes they work for. */
const speakOfThemselves = new Set<Emitter>(['any', 'etcd']);

/** What a container says and names no pod for is about its own pod. */
function withAuthor(entities: Entities, { emitters }: Signature, author: SourceInfo['author']): Entities {
  if (author === undefined || !emitters.some((emitter) => speakOfThemselves.has(emitter))) return entities;
  if (podKinds.some((kind) => entities[kind] !== undefined)) return entities;
  // The process talks; which of its pod's containers it runs in is seldom what others know it by.
  const { container: _, ...pod } = author;
  return { ...entities, ...pod };
}

/** What the paths of logs, and lines about starts and stops of containers, say of pods, with the nodes they ran on; in steps. */
export function* podsIn(
  scans: readonly ReadSource[],
  nodes: ReadonlyMap<string, string | null>,
  names: ReadonlyMap<string, string>,
): Generator<void, Identities> {
  const pods = new Identities([]);
  for (const { info, moments } of scans) {
    const node = names.get(nodes.get(info.id) ?? '') ?? null;
    if (info.author !== undefined) pods.add({ entities: info.author, node });
    for (let from = 0; from < moments.length; from += eventsInStep) {
      addPods(pods, moments.slice(from, from + eventsInStep), node);
      yield;
    }
    yield;
  }
  return pods;
}

function addPods(pods: Identities, moments: ReadSource['moments'], node: string | null): void {
  for (const { pod } of moments) if (namesTwice(pod)) pods.add({ entities: pod, node });
}

/** One name ties a pod to nothing. */
function namesTwice(pod: Entities): boolean {
  let names = 0;
  for (const kind of podKinds) if (pod[kind] !== undefined) names++;
  return names > 1;
}

/** Events with what other records know about their pods, in steps; one that names no node happened where its pod runs. */
function* withIdentities(events: readonly WorkEvent[], identities: Identities): Generator<void, WorkEvent[]> {
  yield* addSightings(identities, events);
  const settled: WorkEvent[] = [];
  for (let from = 0; from < events.length; from += eventsInStep) {
    for (const event of events.slice(from, from + eventsInStep)) settled.push(completed(event, identities));
    yield;
  }
  return settled;
}

function completed(event: WorkEvent, identities: Identities): WorkEvent {
  const entities = identities.complete(event.entities);
  const node = event.node ?? identities.find(event.entities)?.node ?? null;
  return entities === event.entities && node === event.node ? event : { ...event, entities, node };
}

/** Adds what events say of pods, in steps. */
export function* addSightings(identities: Identities, events: readonly WorkEvent[]): Generator<void, void> {
  for (let from = 0; from < events.length; from += eventsInStep) {
    for (const event of events.slice(from, from + eventsInStep)) identities.add(event);
    yield;
  }
}

/** The one name that each node goes by. */
export function settleNodeNames(
  scans: readonly ReadSource[],
  nodes: ReadonlyMap<string, string | null>,
  facts: readonly Fact[],
): ReadonlyMap<string, string> {
  const names = new Set<string>();
  const add = (name: string | null | undefined): void => {
    if (name !== null && name !== undefined) names.add(name);
  };
  for (const node of nodes.values()) add(node);
  for (const fact of facts) add(fact.node);
  for (const scan of scans) {
    for (const raw of scan.events) {
      add(raw.host);
      add(raw.entities.node);
    }
  }
  return sameNodeNames(names);
}

/** Who the line is about: kubelet speaks of its own machine, a controller of other ones. */
function nodeOf(raw: RawEvent, signature: Signature): string | null {
  const named = raw.entities.node ?? null;
  return signature.emitters.includes('kubelet') ? (raw.host ?? named) : (named ?? raw.host);
}

/** Only controllers of the cluster say it, wherever they run: a line that names no node is not about theirs. */
function speaksOfOthers({ emitters }: Signature): boolean {
  return (
    emitters.includes('kube-controller-manager') &&
    emitters.every((emitter) => emitter === 'kube-controller-manager' || emitter === 'event')
  );
}

function holds(signature: Signature, fact: Fact): boolean {
  const condition = signature.fact;
  if (condition === undefined || condition.name !== fact.name) return false;
  if (condition.atLeast !== undefined && !(typeof fact.value === 'number' && fact.value >= condition.atLeast))
    return false;
  if (condition.atMost !== undefined && !(typeof fact.value === 'number' && fact.value <= condition.atMost))
    return false;
  if (condition.value !== undefined && !matches(condition.value, String(fact.value))) return false;
  return condition.subject === undefined || matches(condition.subject, fact.subject ?? '');
}

function factEvent(
  signature: Signature,
  index: number,
  fact: Fact,
  names: ReadonlyMap<string, string>,
  number: number,
): WorkEvent {
  const raw: RawEvent = {
    signature: index,
    line: fact.line,
    endLine: fact.line,
    span: null,
    outer: null,
    inner: null,
    durationMs: null,
    beganBeforeMs: 0,
    count: 1,
    countSpanMs: 0,
    host: fact.node,
    unit: null,
    entities: signature.entities ?? {},
    captures: {},
    text: `${fact.name}${fact.subject === null ? '' : ` (${fact.subject})`} = ${fact.value}`,
    quotedBy: -1,
  };
  return {
    id: `e${number}`,
    signature,
    raw,
    source: fact.source,
    node: fact.node === null ? null : (names.get(fact.node) ?? fact.node),
    timeline: 'fact',
    atMs: null,
    clock: 'stamp',
    table: 0,
    blurMs: 0,
    startMs: null,
    entities: raw.entities,
    quotedBy: null,
  };
}

interface Place {
  readonly timeline: string;
  readonly atMs: number | null;
  readonly clock: 'stamp' | 'age';
  readonly blurMs: number;
}

/** The coarsest unit that an age is a whole number of: what is below it was cut off. */
function ageBlur(ageMs: number): number {
  return [86_400_000, 3_600_000, 60_000].find((unit) => ageMs >= unit && ageMs % unit === 0) ?? 1000;
}

/** The innermost stamp is the event's own; the outer one is when somebody wrote it down. */
function placeInTime(raw: RawEvent, source: string, clock: SettledClock, collectedMs: number | null): Place {
  const { inner, outer } = raw;
  const enclosedMs = onCalendar(inner, 'inner', raw, clock);
  const envelopeMs = onCalendar(outer, 'outer', raw, clock);
  const atMs = enclosedMs === null || inner === null ? envelopeMs : inZoneOf(envelopeMs, enclosedMs, inner);
  return atMs === null
    ? placeRelative(raw, source, clock, collectedMs)
    : { timeline: 'utc', atMs, clock: 'stamp', blurMs: 0 };
}

/**
 * A program that writes another zone than its envelope, and does not say which, is some quarters of an hour away from it: a container
 * in UTC on a node that is not, among programs that write the node's own time.
 */
function inZoneOf(envelopeMs: number | null, enclosedMs: number, enclosed: RawStamp): number {
  if (envelopeMs === null || enclosed.zoneMinutes !== noZone) return enclosedMs;
  const away = enclosedMs - envelopeMs;
  const zones = Math.round(away / quarterMs) * quarterMs;
  const isZone = zones !== 0 && Math.abs(zones) <= farthestZoneMs && Math.abs(away - zones) <= sameMomentMs;
  return isZone ? enclosedMs - zones : enclosedMs;
}

function onCalendar(
  stamp: RawStamp | null,
  layer: 'outer' | 'inner',
  { line, outer }: RawEvent,
  clock: SettledClock,
): number | null {
  return stamp === null || stamp.kind === StampKind.boot ? null : clock.toUtc(stamp, layer, line, outer);
}

function placeRelative(raw: RawEvent, source: string, clock: SettledClock, collectedMs: number | null): Place {
  const stamp = raw.outer;
  if (stamp === null) return { timeline: 'none', atMs: null, clock: 'stamp', blurMs: 0 };
  if (stamp.kind === StampKind.boot) {
    const atMs = clock.toUtc(stamp, 'outer', raw.line);
    return atMs === null
      ? { timeline: `boot of ${source}`, atMs: stamp.wallMs, clock: 'stamp', blurMs: 0 }
      : { timeline: 'utc', atMs, clock: 'stamp', blurMs: 0 };
  }
  if (stamp.kind === StampKind.clock)
    return { timeline: `days of ${source}`, atMs: ownMs(stamp), clock: 'stamp', blurMs: 0 };
  // Ages count back from the moment of collection: the end of the newest log is the best guess at it.
  if (collectedMs !== null)
    return { timeline: 'utc', atMs: collectedMs - stamp.wallMs, clock: 'age', blurMs: ageBlur(stamp.wallMs) };
  return { timeline: 'age', atMs: -stamp.wallMs, clock: 'age', blurMs: ageBlur(stamp.wallMs) };
}

/** The end of the newest log; of a source that states times itself those, when they are of another month: it is from another collection. */
function collectedWith(ownLastMs: number | null, newestMs: number | null): number | null {
  const isOther = ownLastMs !== null && newestMs !== null && newestMs - ownLastMs > otherCollectionMs;
  return isOther ? ownLastMs : newestMs;
}

/** A node may have been away for days when it is described. */
const otherCollectionMs = 30 * 86_400_000;

/** What a source ends with; of a description, whose events at its end have ages, what it begins with. */
function lastTime({ first, last }: ReadSource, clock: SettledClock): number | null {
  const timeOf = (at: ReadSource['last']): number | null =>
    at === null ? null : clock.toUtc(at.stamp, 'outer', at.line);
  return timeOf(last) ?? timeOf(first);
}

function latestTime(scans: readonly ReadSource[], clocks: ReadonlyMap<string, SettledClock>): number | null {
  let latest: number | null = null;
  for (const scan of scans) {
    const atMs = lastTime(scan, clocks.get(scan.info.id) as SettledClock);
    if (atMs !== null && (latest === null || atMs > latest)) latest = atMs;
  }
  return latest;
}
