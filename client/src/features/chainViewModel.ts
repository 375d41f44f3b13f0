/** The sidebar's tree as plain values: chains, their steps, why each follows, and the lines that prove it. */
import { visibleText } from '../../../server/src/protocol/visibleText';
import type {
  WireBecause,
  WireChain,
  WireChains,
  WireEvidence,
  WirePlace,
  WireStep,
  WireUnexplained,
} from '../../../server/src/protocol/wireTypes';
import { joined } from '../joined';
import type { Say } from '../say';
import { whenAndWhere } from '../shortWhere';

/** One row. `children` is absent for rows whose children the server must be asked for. */
export interface ChainRow {
  readonly kind: 'chain' | 'step' | 'because' | 'evidence' | 'note' | 'group' | 'unexplained';
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
  'pod-failure': 'package',
  'image-pull': 'cloud-download',
  cgroup: 'settings-gear',
  systemd: 'settings-gear',
};

/** Rows of the first level. */
export function toRows({ chains, lone, unexplained }: WireChains, say: Say): ChainRow[] {
  // Where several nodes are sick, the node is what tells their chains apart.
  const namesNode = new Set(chains.map((chain) => chain.node)).size > 1;
  const isSure = ({ confidence }: WireChain): boolean => confidence !== 'possible';
  const rows = chains
    .filter(isSure)
    .map((chain, position) => chainRow(chain, { isFirst: position === 0, namesNode }, say));
  const possible = chains
    .filter((chain) => !isSure(chain))
    .map((chain) => chainRow(chain, { isFirst: false, namesNode }, say));
  const loneSteps = lone.flatMap((chain) => chain.steps.slice(0, 1).map((step) => stepRow(chain, step, say)));
  const messages = unexplained.map(unexplainedRow);
  const groups = [
    group('possible', say('Only possible'), confidenceIcons.possible, possible),
    group('lone', say('Findings without a known cause'), 'question', loneSteps),
    group('unexplained', say('Unexplained, and standing out'), 'comment-unresolved', messages),
  ].flat();
  return [...rows, ...(rows.length === 0 ? groups.map((row) => ({ ...row, open: 'expanded' as const })) : groups)];
}

/** A folded row with others below it; none when there are none. */
function group(id: string, label: string, icon: string, children: readonly ChainRow[]): ChainRow[] {
  if (children.length === 0) return [];
  return [{ ...blank('group', id), label, description: String(children.length), icon, open: 'collapsed', children }];
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

function chainRow(
  chain: WireChain,
  { isFirst, namesNode }: { readonly isFirst: boolean; readonly namesNode: boolean },
  say: Say,
): ChainRow {
  return {
    ...blank('chain', chain.id),
    label: namesNode && chain.node !== '' ? `${chain.node}: ${chain.title}` : chain.title,
    description: joined([chain.confidenceText, namesNode ? '' : chain.node, chain.start]),
    tooltip: [
      chain.story,
      joined([chain.node, chain.start]),
      chain.spread,
      say('Confidence: {0}', chain.confidenceText),
      ...chain.reasons,
    ].filter((line) => line !== ''),
    icon: confidenceIcons[chain.confidence],
    open: isFirst ? 'expanded' : 'collapsed',
    children: [...chain.steps.map((step) => stepRow(chain, step, say)), ...noteRows(chain, say)],
  };
}

/** What to do about a chain, and what speaks against it. */
function noteRows(chain: WireChain, say: Say): ChainRow[] {
  const notes = (id: string, texts: readonly string[]): ChainRow[] =>
    texts.map((text, position) => ({
      ...blank('note', `${chain.id}/${id}/${position}`),
      label: text,
      tooltip: [text],
      icon: 'circle-small',
    }));
  const setAside = chain.alternatives.map((other, position) => ({
    ...blank('note', `${chain.id}/alternatives/${position}`),
    label: say('{0}, for: {1}', other.cause, other.effect),
    description: other.against,
    tooltip: [say('{0}, for: {1}', other.cause, other.effect), say('Would be refuted by: {0}', other.against)],
    icon: 'circle-small',
    place: other.place,
  }));
  return [
    group(`${chain.id}/checks`, say('Check first'), 'checklist', notes('checks', chain.checks)),
    group(`${chain.id}/missing`, say('Still to be confirmed'), 'search', notes('missing', chain.missing)),
    group(`${chain.id}/alternatives`, say('Weighed, and set aside'), 'circle-slash', setAside),
    group(
      `${chain.id}/competing`,
      say('What else it could be'),
      'split-horizontal',
      notes('competing', chain.competing),
    ),
    group(`${chain.id}/locks`, say('Who waited and who held'), 'lock', notes('locks', chain.locks)),
    group(`${chain.id}/compared`, say('Beside healthy nodes'), 'diff', notes('compared', chain.compared)),
  ].flat();
}

function stepRow(chain: WireChain, step: WireStep, say: Say): ChainRow {
  const id = `${chain.id}/${step.episode}`;
  const best = step.because[0];
  return {
    ...blank('step', id),
    label: step.title,
    description: joined([
      roleText(chain, step, say),
      ...(step.count > 1 ? [`×${step.count}`] : []),
      ...(best === undefined ? [] : [best.distance, best.confidenceText]),
      step.worst === '' ? '' : say('up to {0}', step.worst),
      step.node === chain.node ? '' : step.node,
    ]),
    tooltip: [
      step.title,
      joined([step.node, step.span]),
      step.meaning,
      ...(best === undefined ? [] : [becauseText(best, say)]),
      step.firstCheck === '' ? '' : say('Check first: {0}', step.firstCheck),
    ].filter((line) => line !== ''),
    icon: categoryIcons[step.category] ?? 'circle-filled',
    open: 'collapsed',
    place: step.place,
    children: step.because.map((because, position) => becauseRow(`${id}/because/${position}`, because, say)),
    evidenceOf: step.episode,
  };
}

function roleText(chain: WireChain, { role }: WireStep, say: Say): string {
  if (role === 'effect' || chain.steps.length === 1) return '';
  return role === 'root' ? say('root cause') : say('acts with it');
}

function becauseRow(id: string, because: WireBecause, say: Say): ChainRow {
  return {
    ...blank('because', id),
    label: becauseLabel(because, say),
    description: joined([because.confidenceText, because.mechanism]),
    tooltip: [becauseText(because, say), ...because.reasons, say('Would be refuted by: {0}', because.refutes)],
    icon: 'arrow-small-right',
    place: because.place,
  };
}

/** A cause that holds all the time has no distance. */
function becauseLabel({ cause, distance }: WireBecause, say: Say): string {
  return distance === '' ? say('because: {0}', cause) : say('because, {1} earlier: {0}', cause, distance.slice(1));
}

function becauseText(because: WireBecause, say: Say): string {
  return `${becauseLabel(because, say)}: ${because.mechanism} (${because.confidenceText})`;
}

function unexplainedRow({ template, count, why, place }: WireUnexplained, position: number): ChainRow {
  return {
    ...blank('unexplained', `unexplained/${position}`),
    label: template,
    description: joined([`×${count}`, why, place.where]),
    tooltip: [template, why, place.where],
    icon: 'circle-small',
    place,
  };
}

/** Rows for the lines of a step. */
export function evidenceRows(stepId: string, lines: readonly WireEvidence[], total: number, say: Say): ChainRow[] {
  const rows = lines.map((line) => ({
    ...blank('evidence', `${stepId}/${line.event}`),
    // The side bar is narrow: when and where first, then what stands there.
    label: whenAndWhere(line.clock, line.place.where),
    description: visibleText(line.excerpt, 160),
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
