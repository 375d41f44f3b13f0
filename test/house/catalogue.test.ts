/** The laws of the catalogue: what every signature, every causal edge and every group of views has to obey. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CausalEdge } from '../../server/src/engine/catalogue/edge';
import { catalogue } from '../../server/src/engine/catalogue/index';
import type { WrittenPattern } from '../../server/src/engine/catalogue/pattern';
import type { Signature, Wording } from '../../server/src/engine/catalogue/signature';
import { areas } from '../../server/src/engine/catalogue/unnamed/areas';
import { unnamedSignatures } from '../../server/src/engine/catalogue/unnamed/toSignatures';
import { entityKinds } from '../../server/src/engine/model/entity';
import { type Localized, languages } from '../../server/src/engine/model/localized';
import { patternTexts } from '../support/patternTexts';

const { edges, sameEvent } = catalogue;
/** Patterns that are written out of a table, compiled: several wordings share one. */
const written = new Map<WrittenPattern, RegExp>();
const signatures = catalogue.signatures.map(withNativePatterns);
const known = new Map(signatures.map((signature) => [signature.id, signature]));
const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Edges against the usual direction; each closes a circle that really exists on nodes. Without them there is no circle. */
const feedbackEdges: readonly string[] = [
  // The lock makes syncs long, and long syncs hold the lock.
  'lock-wait-stretches-sync',
  // Pods that leave one node start on the next, which may fall in turn.
  'evicted-pods-start-elsewhere',
  // After a crash everything starts at once, and the wave may bring the node down again.
  'restart-brings-start-wave',
  // Stuck calls use up threads, and a daemon without threads leaves more calls stuck.
  'blocked-calls-use-up-threads',
  // Controllers without their API exit, and an exited API server refuses its controllers.
  'lost-lease-ends-controller',
  // A crashing etcd fails the start of the API server, which then crashes as well.
  'failed-start-ends-program',
  'failed-start-ends-its-unit',
  // A webhook whose pods are gone refuses new pods, its own among them.
  'absent-backend-fails-webhook',
  // A lost storage target stalls the disks on which its own successor has to start.
  'lost-target-container-drops-iscsi',
  'evicted-target-drops-its-clients',
  // Volumes and user-space mounts are served by pods that may themselves need them, or die with the node that waits for them.
  'ended-manager-loses-engines',
  'ended-driver-disconnects-mount',
  // A health check ends a runtime that hangs, and until it is back its socket refuses.
  'supervised-daemon-is-unreachable',
  // The daemon of the bus is a unit as well: its end fails those that need the bus.
  'dead-bus-daemon-is-unreachable',
];

/** The built-in catalogue's patterns are native ones; only those of users run on another engine. */
function withNativePatterns(
  signature: Signature,
): Omit<Signature, 'wordings'> & { readonly wordings: readonly NativeWording[] } {
  return {
    ...signature,
    wordings: signature.wordings.map((wording) => ({ ...wording, regex: native(wording.regex) })),
  };
}

function standsIn(literal: string, text: string, flags: string): boolean {
  return flags.includes('i') ? text.toLowerCase().includes(literal.toLowerCase()) : text.includes(literal);
}

/** Flags of a built-in pattern. */
function flagsOf(pattern: NonNullable<CausalEdge['quotes']>): string {
  return native(pattern).flags;
}

function native(pattern: NonNullable<CausalEdge['quotes']>): RegExp {
  if (pattern instanceof RegExp) return pattern;
  if ('find' in pattern) throw new Error(`${pattern.source} is not native`);
  const regex = written.get(pattern) ?? new RegExp(pattern.source);
  written.set(pattern, regex);
  return regex;
}

type NativeWording = Wording & { readonly regex: RegExp };

/** Several literals may lead to one pattern. */
function literalsByPattern(wordings: readonly NativeWording[]): Map<RegExp, string[]> {
  const seen = new Map<string, RegExp>();
  const literals = new Map<RegExp, string[]>();
  for (const { literal, regex } of wordings) {
    const pattern = seen.get(String(regex)) ?? regex;
    seen.set(String(regex), pattern);
    literals.set(pattern, [...(literals.get(pattern) ?? []), literal]);
  }
  return literals;
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function localizedProblems(owner: string, field: string, text: Localized): string[] {
  const problems: string[] = [];
  for (const language of languages) {
    const words = text[language];
    if (words.trim() === '') problems.push(`${owner}: ${field} has no text in ${language}`);
    if (/<\/?[a-z][^>\n]{0,80}>|&[a-z]{2,8};/i.test(words))
      problems.push(`${owner}: ${field} (${language}) holds markup`);
  }
  if (!/\p{Script=Han}/u.test(text.zh)) problems.push(`${owner}: ${field} (zh) is not Chinese`);
  if (/\p{Script=Han}/u.test(text.en)) problems.push(`${owner}: ${field} (en) is not English`);
  return problems;
}

function literalProblems(signature: Signature, wording: Wording): string[] {
  const { literal } = wording;
  const plain = literal.length >= 8 && /^[\x20-\x7e]+$/.test(literal) && !/["\\<>&]/.test(literal);
  return plain ? [] : [`${signature.id}: literal ${JSON.stringify(literal)}`];
}

/** One repeatable part of a pattern: whether it may repeat without a useful limit, and what it can match. */
interface Repeat {
  readonly atom: string;
  readonly unbounded: boolean;
}

/** The end of the group or class that starts at `from`. */
function endOf(source: string, from: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = from; at < source.length; at++) {
    const c = source[at];
    if (c === '\\') at++;
    else if (inClass) inClass = c !== ']';
    else if (c === '[') inClass = true;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    if (depth === 0 && !inClass) return at;
  }
  return source.length - 1;
}

const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;

/** Whether a quantifier lets its atom repeat often enough for the work to grow with the text. */
function isUnbounded(text: string): boolean {
  return text.startsWith('*') || text.startsWith('+') || /^\{\d+,\}/.test(text);
}

/** Why a pattern could take more than linear time on hostile text, by its shape; empty when it cannot. */
function shapeProblems(source: string): string[] {
  const problems: string[] = [];
  const walk = (part: string, insideRepeat: boolean): void => {
    let previous: Repeat | undefined;
    for (let at = 0; at < part.length; ) {
      const isOpen = part[at] === '(' || part[at] === '[';
      const end = isOpen ? endOf(part, at) : part[at] === '\\' ? at + 1 : at;
      const atom = part.slice(at, end + 1);
      const repeat = quantifier.exec(part.slice(end + 1))?.[0] ?? '';
      const unbounded = isUnbounded(repeat);
      if (unbounded && insideRepeat) problems.push(`nested quantifier at ${JSON.stringify(atom + repeat)}`);
      if (atom.startsWith('(')) {
        const inner = atom.slice(1, -1).replace(/^\?(?:[:=!]|<[=!]|<[A-Za-z]\w*>)/, '');
        const repeats = unbounded || /^\{\d+,\d{2,}\}/.test(repeat);
        walk(inner, insideRepeat || repeats);
      }
      if (unbounded && previous?.unbounded && overlap(previous.atom, atom)) {
        problems.push(`adjacent unbounded ${JSON.stringify(previous.atom)} and ${JSON.stringify(atom)}`);
      }
      const skippable = !unbounded && /^(?:\?|\*|\{0,)/.test(repeat);
      if (!skippable) previous = { atom, unbounded };
      at = end + 1 + repeat.length;
    }
  };
  walk(source, false);
  return problems;
}

/** Whether two single-character atoms can match one and the same character. */
function overlap(a: string, b: string): boolean {
  if (a.startsWith('(') || b.startsWith('(')) return true;
  const left = new RegExp(`^${a}$`);
  const right = new RegExp(`^${b}$`);
  for (let code = 9; code < 127; code++) {
    const c = String.fromCharCode(code);
    if (left.test(c) && right.test(c)) return true;
  }
  return false;
}

/** Texts that begin like a match again and again, made of the pattern's own sample. */
function hostileText(seed: string, length: number): string {
  const half = seed.slice(0, Math.max(1, Math.ceil(seed.length * 0.6)));
  return half.repeat(Math.ceil(length / half.length)).slice(0, length);
}

/** Quadratic work on 16,000 characters takes a quarter of a second and more; linear work a few milliseconds even on a busy machine. */
const mostMs = 100;

/** The best of up to five runs, in processor time: others use the machine too. */
function fastest(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5 && best > mostMs; run++) {
    const start = process.cpuUsage();
    pattern.exec(text);
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  return best;
}

/** Effects by cause, without the named edges. */
function graphWithout(skipped: ReadonlySet<string>): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (skipped.has(edge.id)) continue;
    for (const cause of edge.causes) {
      const effects = graph.get(cause) ?? new Set<string>();
      for (const effect of edge.effects) effects.add(effect);
      graph.set(cause, effects);
    }
  }
  return graph;
}

/** Whether `to` can be reached from `from`. */
function reaches(graph: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const effect of graph.get(next) ?? []) {
      if (effect === to) return true;
      if (!seen.has(effect)) waiting.push(effect);
      seen.add(effect);
    }
  }
  return false;
}

describe('catalogue: signatures', () => {
  it('have ids of their own in kebab-case', () => {
    const ids = signatures.map((signature) => signature.id);
    assert.ok(ids.length >= 200, `only ${ids.length} signatures are listed`);
    assert.deepEqual(repeated(ids), []);
    assert.deepEqual(
      ids.filter((id) => !kebab.test(id)),
      [],
    );
  });

  it('speak both languages, with short titles and no markup', () => {
    const problems = signatures.flatMap((s) => [
      ...localizedProblems(s.id, 'title', s.title),
      ...localizedProblems(s.id, 'meaning', s.meaning),
      ...localizedProblems(s.id, 'usualCauses', s.usualCauses),
      ...localizedProblems(s.id, 'firstCheck', s.firstCheck),
      ...localizedProblems(s.id, 'remedy', s.remedy),
      ...languages.filter((l) => [...s.title[l]].length > 60).map((l) => `${s.id}: title (${l}) is too long`),
      ...languages.filter((l) => /[.。]$/.test(s.title[l])).map((l) => `${s.id}: title (${l}) ends with a full stop`),
    ]);
    assert.deepEqual(problems, []);
  });

  it('have a first check that is more than another look at the line: its words stand in the chain already', () => {
    const looksAgain =
      /^(?:the )?(?:inner |whole |own )?(?:errors?|message|text|end|words|errorOutput|reason|address|condition|steps|line|frames?|quantities|resource)\b[^`;]*$/i;
    const empty = signatures.filter(
      ({ role, firstCheck }) =>
        looksAgain.test(firstCheck.en) || (role === 'problem' && /^nothing\b/i.test(firstCheck.en)),
    );
    assert.deepEqual(
      empty.filter(({ role }) => role !== 'benign').map(({ id, firstCheck }) => `${id}: ${firstCheck.en}`),
      [],
    );
  });

  it('search for literals that can stand unescaped in every source', () => {
    assert.deepEqual(
      signatures.flatMap((s) => s.wordings.flatMap((wording) => literalProblems(s, wording))),
      [],
    );
  });

  it('search for literals that stand in whatever their pattern takes', () => {
    const unreachable = signatures
      .filter(({ lastResort }) => lastResort !== true)
      .flatMap(({ id, wordings }) =>
        [...literalsByPattern(wordings)].flatMap(([{ source, flags }, literals]) =>
          patternTexts(source)
            .filter((text) => !literals.some((literal) => standsIn(literal, text, flags)))
            .map((text) => `${id}: ${literals.join(', ')} is not in ${text}`),
        ),
      );
    assert.deepEqual(unreachable, [], 'no line with such a text is ever looked at');
  });

  it('use patterns that keep no state between records', () => {
    const stateful = signatures.filter((s) => s.wordings.some(({ regex }) => /[^is]/.test(regex.flags)));
    assert.deepEqual(
      stateful.map((s) => s.id),
      [],
    );
  });

  it('recognise every sample line by a wording whose literal the line contains', () => {
    const missed: string[] = [];
    for (const { id, wordings, matches } of signatures) {
      for (const line of matches) {
        const hit = wordings.some(({ literal, regex }) => line.includes(literal) && regex.test(line));
        if (!hit) missed.push(`${id}: ${line}`);
      }
    }
    assert.deepEqual(missed, []);
  });

  it('never match a line that lacks their literal', () => {
    const wrong: string[] = [];
    for (const { id, wordings, matches, mustNotMatch } of signatures) {
      for (const [regex, literals] of literalsByPattern(wordings)) {
        for (const line of [...matches, ...mustNotMatch]) {
          if (regex.test(line) && !literals.some((literal) => line.includes(literal)))
            wrong.push(`${id}: ${JSON.stringify(literals)}: ${line}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('refuse their near misses', () => {
    const wrong: string[] = [];
    for (const { id, fact, wordings, mustNotMatch } of signatures) {
      if (mustNotMatch.length === 0 && fact === undefined) wrong.push(`${id}: no near miss is given`);
      for (const line of mustNotMatch) {
        const hit = wordings.some(({ literal, regex }) => line.includes(literal) && regex.test(line));
        if (hit) wrong.push(`${id}: ${line}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('prove each of their wordings by a sample', () => {
    const unproved: string[] = [];
    // Those of errors without a name are written out for all areas alike: test/unit/engine/match/unnamed.test.ts proves them.
    const unnamed = new Set(unnamedSignatures(areas).map(({ id }) => id));
    for (const { id, fact, wordings, matches } of signatures.filter((one) => !unnamed.has(one.id))) {
      if ((wordings.length === 0) === (fact === undefined)) unproved.push(`${id}: needs either a wording or a fact`);
      for (const { literal, regex } of wordings) {
        if (!matches.some((line) => regex.test(line))) unproved.push(`${id}: ${literal}`);
      }
    }
    assert.deepEqual(unproved, []);
  });

  it('name the groups that their times and entities come from', () => {
    const wrong: string[] = [];
    for (const { id, time, wordings } of signatures) {
      if (time.kind !== 'interval') continue;
      if (time.capture === undefined && time.fixedMs === undefined) wrong.push(`${id}: an interval without a length`);
      if (time.capture === undefined) continue;
      const group = `(?<${time.capture}>`;
      if (!wordings.some(({ regex }) => regex.source.includes(group))) wrong.push(`${id}: no group ${time.capture}`);
      if (time.unit === undefined) wrong.push(`${id}: no unit for ${time.capture}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('end only signatures that exist', () => {
    const wrong = signatures.flatMap((s) =>
      (s.ends ?? []).filter((id) => known.get(id) === undefined).map((id) => `${s.id} ends ${id}`),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      signatures.filter((s) => (s.ends ?? []).length > 0 && s.role !== 'recovery').map((s) => s.id),
      [],
    );
  });
});

describe('catalogue: edges', () => {
  it('have ids of their own in kebab-case', () => {
    const ids = edges.map((edge) => edge.id);
    assert.ok(ids.length >= 200, `only ${ids.length} edges are listed`);
    assert.deepEqual(repeated(ids), []);
    assert.deepEqual(
      ids.filter((id) => !kebab.test(id)),
      [],
    );
  });

  it('name only signatures that exist', () => {
    const named = (edge: CausalEdge): string[] => [
      ...edge.causes,
      ...edge.effects,
      ...(edge.supportedBy ?? []),
      ...(edge.refutedBy ?? []),
    ];
    const unknown = edges.flatMap((edge) =>
      named(edge)
        .filter((id) => !known.has(id))
        .map((id) => `${edge.id}: ${id}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('link real happenings: never one to itself, never noise, never the same pair twice but with and without the quoted words', () => {
    const wrong: string[] = [];
    const pairs: string[] = [];
    // What is certain where the effect quotes it may be likely where it does not; any other reason to tell a pair twice is none.
    const told: string[] = [];
    for (const edge of edges) {
      if (edge.causes.length === 0 || edge.effects.length === 0) wrong.push(`${edge.id}: one side is empty`);
      for (const cause of edge.causes) {
        if (known.get(cause)?.role === 'recovery') wrong.push(`${edge.id}: starts at the recovery ${cause}`);
        for (const effect of edge.effects) {
          if (cause === effect) wrong.push(`${edge.id}: ${cause} causes itself`);
          pairs.push(`${cause} -> ${effect} (${edge.strength}, ${edge.quotes?.source ?? 'no quote'})`);
          const isQuoted = edge.quotes === undefined ? 'unquoted' : 'quoted';
          told.push(`${cause} -> ${effect} (${edge.scope}, ${isQuoted})`);
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(repeated(pairs), []);
    assert.deepEqual(repeated(told), []);
  });

  it('speak both languages without markup', () => {
    const problems = edges.flatMap((edge) => [
      ...localizedProblems(edge.id, 'mechanism', edge.mechanism),
      ...localizedProblems(edge.id, 'supports', edge.supports),
      ...localizedProblems(edge.id, 'refutes', edge.refutes),
    ]);
    assert.deepEqual(problems, []);
  });

  it('quote the cause exactly when they claim certainty', () => {
    const wrong = edges.filter((edge) => (edge.strength === 'necessary') !== (edge.quotes !== undefined));
    assert.deepEqual(
      wrong.map((edge) => edge.id),
      [],
    );
    const stateful = edges.filter((edge) => /[^is]/.test(edge.quotes === undefined ? '' : flagsOf(edge.quotes)));
    assert.deepEqual(
      stateful.map((edge) => edge.id),
      [],
    );
  });

  it('give a lag that can be met, and never one before the cause: what clocks and calls in progress blur is allowed for anyway', () => {
    const wrong = edges.filter(({ lag: { typicalMs, maxMs } }) => {
      const [low, high] = typicalMs;
      return !(low >= 0 && low <= high && (maxMs === null || high <= maxMs));
    });
    assert.deepEqual(
      wrong.map((edge) => edge.id),
      [],
    );
  });

  it('compare only entities or captures that some side has', () => {
    const captures = new Set<string>(entityKinds);
    for (const { wordings } of signatures) {
      for (const { regex } of wordings) {
        for (const [, name] of regex.source.matchAll(/\(\?<([A-Za-z]\w*)>/g)) {
          if (name !== undefined) captures.add(name);
        }
      }
    }
    const wrong = edges.flatMap((edge) =>
      (edge.agree ?? []).filter((name) => !captures.has(name)).map((name) => `${edge.id}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('ask only their own sides for words, by patterns without state', () => {
    const wrong = edges.flatMap((edge) => [
      ...Object.entries(edge.causeSays ?? {})
        .filter(([id, pattern]) => !edge.causes.includes(id) || /[^is]/.test(flagsOf(pattern)))
        .map(([id]) => `${edge.id}: causeSays ${id}`),
      ...Object.entries(edge.effectSays ?? {})
        .filter(([id, pattern]) => !edge.effects.includes(id) || /[^is]/.test(flagsOf(pattern)))
        .map(([id]) => `${edge.id}: effectSays ${id}`),
    ]);
    assert.deepEqual(wrong, []);
  });

  it('do not refute themselves', () => {
    const wrong = edges.filter((edge) =>
      (edge.refutedBy ?? []).some((id) => [...edge.causes, ...edge.effects, ...(edge.supportedBy ?? [])].includes(id)),
    );
    assert.deepEqual(
      wrong.map((edge) => edge.id),
      [],
    );
  });

  it('run in circles only through the declared feedback edges', () => {
    const graph = graphWithout(new Set(feedbackEdges));
    const circles = edges
      .filter((edge) => !feedbackEdges.includes(edge.id))
      .flatMap((edge) =>
        edge.causes.flatMap((cause) =>
          edge.effects
            .filter((effect) => reaches(graph, effect, cause))
            .map((effect) => `${edge.id}: ${cause} -> ${effect}`),
        ),
      );
    assert.deepEqual(circles, []);
  });

  it('declare no feedback edge that closes no circle', () => {
    const whole = graphWithout(new Set());
    const idle = feedbackEdges.filter((id) => {
      const edge = edges.find((one) => one.id === id);
      return !edge?.causes.some((cause) => edge.effects.some((effect) => reaches(whole, effect, cause)));
    });
    assert.deepEqual(idle, []);
  });

  it('lead every symptom that cannot be a root back to at least one cause', () => {
    const explained = new Set(edges.flatMap((edge) => edge.effects));
    const orphans = signatures.filter((s) => s.symptomOnly === true && s.envelope !== true && !explained.has(s.id));
    assert.deepEqual(
      orphans.map((s) => s.id),
      [],
    );
  });
});

describe('catalogue: views of one event', () => {
  it('are named once and name signatures that exist', () => {
    assert.deepEqual(repeated(sameEvent.map((group) => group.id)), []);
    const wrong = sameEvent.flatMap((group) =>
      group.signatures.filter((id) => !known.has(id)).map((id) => `${group.id}: ${id}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('put a signature into one group at most, and at least two into each', () => {
    assert.deepEqual(repeated(sameEvent.flatMap((group) => [...group.signatures])), []);
    assert.deepEqual(
      sameEvent.filter((group) => group.signatures.length < 2 || group.withinMs <= 0).map((group) => group.id),
      [],
    );
  });
});

describe('catalogue: patterns on hostile text', () => {
  const all = [
    ...signatures.flatMap((s) => s.wordings.map(({ regex }) => ({ owner: s.id, regex, seeds: s.matches }))),
    ...edges.flatMap(({ id, quotes }) =>
      quotes === undefined ? [] : [{ owner: id, regex: native(quotes), seeds: [] }],
    ),
  ];
  // Many literals may lead to one pattern.
  const patterns = [...new Map(all.map((one) => [one.regex, one])).values()];

  it('have no shape that backtracks', () => {
    const wrong = patterns.flatMap(({ owner, regex }) =>
      shapeProblems(regex.source).map((problem) => `${owner}: ${problem} in ${regex.source}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('end soon on a long line made to delay them', function () {
    this.timeout(60_000);
    const slow: string[] = [];
    const tails = signatures.flatMap(({ id, tail }) =>
      [...(tail?.parts ?? []), tail?.end ?? [], tail?.until ?? []].flat().map((regex) => ({ owner: id, regex })),
    );
    const different = new Map(tails.map(({ owner, regex }) => [regex, { owner, regex, seeds: [] }]));
    for (const { owner, regex, seeds } of [...patterns, ...different.values()]) {
      for (const seed of [...seeds.slice(0, 2), 'a', ' ', '0', '"\\', '\\', '\n']) {
        const text = hostileText(seed, 16_000);
        const ms = fastest(regex, text);
        if (ms > mostMs) slow.push(`${owner}: ${ms} ms on ${JSON.stringify(text.slice(0, 40))}...`);
      }
    }
    assert.deepEqual(slow, []);
  });
});

describe('catalogue: files', () => {
  const folder = resolve(__dirname, '../../../server/src/engine/catalogue');

  it('are all listed in the index', () => {
    const index = readFileSync(join(folder, 'index.ts'), 'utf8');
    const missing: string[] = [];
    for (const room of ['signatures', 'edges']) {
      for (const file of readdirSync(join(folder, room))) {
        if (!file.endsWith('.ts')) continue;
        const source = readFileSync(join(folder, room, file), 'utf8');
        for (const [, name] of source.matchAll(/^export const (\w+)/gm)) {
          if (name !== undefined && !new RegExp(`\\.\\.\\.${name}\\b`).test(index))
            missing.push(`${room}/${file}: ${name}`);
        }
      }
    }
    assert.deepEqual(missing, []);
  });
});
