/** The sidebar's tree as plain values: chains, their steps, why each follows, and the lines that prove it. */
import { visibleText } from '../../../server/src/protocol/visibleText';
import type {
  WireBecause,
  WireChain,
  WireChains,
  WireEvidence,
  WirePlace,
  WireStep,
} from '../../../server/src/protocol/wireTypes';
import type { Say } from '../say';

/** One row. `children` is absent for rows whose children the server must be asked for. */
export interface ChainRow {
  readonly kind: 'chain' | 'step' | 'because' | 'evidence' | 'note' | 'group';
  /** Stable from one report to the next, as far as the findings are the same. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: readonly string[];
  readonly icon: string;
  readonly open: 'expanded' | 'collapsed' | 'none';
  readonly place: WirePlace | null;
  readonly children: readonly ChainRow[];
  /** Episode whose lines come after the children. */
  readonly evidenceOf: string | null;
}

const confidenceIcons = {
  strong: 'pass-filled',
  likely: 'circle-large-filled',
  possible: 'circle-large-outline',
} as const;

const categoryIcons: Readonly<Record<string, string>> = {
  'lock-wait': 'lock',
  'gc-failure': 'trash',
  'runtime-unresponsive': 'debug-disconnect',
  'pleg-unhealthy': 'pulse',
  'node-notready': 'error',
  'disk-pressure': 'database',
  storage: 'database',
  oom: 'flame',
  network: 'globe',
  cni: 'globe',
  'api-unreachable': 'globe',
  clock: 'watch',
  cert: 'key',
  kernel: 'circuit-board',
  'resource-exhaustion': 'dashboard',
};

/** Rows of the first level. */
export function toRows(chains: WireChains, say: Say): ChainRow[] {
  const rows = chains.chains.map((chain, position) => chainRow(chain, position === 0, say));
  if (chains.lone.length === 0) return rows;
  const group: ChainRow = {
    ...blank('group', 'lone'),
    label: say('Findings without a known cause'),
    description: String(chains.lone.length),
    icon: 'question',
    open: rows.length === 0 ? 'expanded' : 'collapsed',
    children: chains.lone.flatMap((chain) => chain.steps.slice(0, 1).map((step) => stepRow(chain.id, step, say))),
  };
  return [...rows, group];
}

function blank(kind: ChainRow['kind'], id: string): ChainRow {
  return {
    kind,
    id,
    label: '',
    description: '',
    tooltip: [],
    icon: '',
    open: 'none',
    place: null,
    children: [],
    evidenceOf: null,
  };
}

function chainRow(chain: WireChain, isFirst: boolean, say: Say): ChainRow {
  const missing = chain.missing.map((text, position) => ({
    ...blank('note', `${chain.id}/missing/${position}`),
    label: say('expected, not found: {0}', text),
    icon: 'search',
  }));
  return {
    ...blank('chain', chain.id),
    label: chain.title,
    description: joined([chain.confidenceText, chain.node, chain.start]),
    tooltip: [chain.title, say('Confidence: {0}', chain.confidenceText), ...chain.reasons],
    icon: confidenceIcons[chain.confidence],
    open: isFirst ? 'expanded' : 'collapsed',
    children: [...chain.steps.map((step) => stepRow(chain.id, step, say)), ...missing],
  };
}

function stepRow(chainId: string, step: WireStep, say: Say): ChainRow {
  const id = `${chainId}/${step.episode}`;
  const best = step.because[0];
  return {
    ...blank('step', id),
    label: step.title,
    description: joined([
      ...(step.count > 1 ? [`×${step.count}`] : []),
      ...(best === undefined ? [] : [best.distance, best.confidenceText]),
      step.worst === '' ? '' : say('up to {0}', step.worst),
      step.node,
    ]),
    tooltip: [
      step.title,
      step.span,
      step.meaning,
      ...(best === undefined ? [] : [becauseText(best, say)]),
      step.firstCheck,
    ].filter((line) => line !== ''),
    icon: categoryIcons[step.category] ?? 'circle-filled',
    open: 'collapsed',
    place: step.place,
    children: step.because.map((because, position) => becauseRow(`${id}/because/${position}`, because, say)),
    evidenceOf: step.episode,
  };
}

function becauseRow(id: string, because: WireBecause, say: Say): ChainRow {
  return {
    ...blank('because', id),
    label: becauseText(because, say),
    tooltip: [
      say('Cause: {0}', because.cause),
      because.mechanism,
      ...because.reasons,
      say('Would be refuted by: {0}', because.refutes),
    ],
    icon: 'arrow-small-right',
  };
}

function becauseText(because: WireBecause, say: Say): string {
  return say(
    'because: {0} ({1})',
    because.mechanism,
    [because.distance, because.confidenceText].filter((part) => part !== '').join(', '),
  );
}

/** Rows for the lines of a step. */
export function evidenceRows(stepId: string, lines: readonly WireEvidence[], total: number, say: Say): ChainRow[] {
  const rows = lines.map((line) => ({
    ...blank('evidence', `${stepId}/${line.event}`),
    // The side bar is narrow: the file and line first, then what stands there.
    label: line.place.where.slice(line.place.where.lastIndexOf('/') + 1),
    description: visibleText(line.text, 160),
    tooltip: [line.place.where, line.time, visibleText(line.text, 400)].filter((text) => text !== ''),
    icon: 'list-selection',
    place: line.place,
  }));
  if (total <= lines.length) return rows;
  const rest = {
    ...blank('note', `${stepId}/more`),
    label: say('{0} more lines', total - lines.length),
    icon: 'ellipsis',
  };
  return [...rows, rest];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
