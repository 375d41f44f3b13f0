/** Reads a node-problem-detector monitor configuration as rules: its patterns become signatures. https://github.com/kubernetes/node-problem-detector */
import type { Category } from '../engine/index';
import { maxPatternLength } from './shape';
import type { RuleSignature } from './toCatalogue';

/** Rules taken of one configuration, and the longest pattern and reason taken, as in rule files. */
const maxRules = 2000;

/** A configuration, as far as it is read. */
interface MonitorConfig {
  readonly source: string;
  readonly rules: readonly { readonly type: string; readonly reason: string; readonly pattern: string }[];
}

const categoryBySource: Readonly<Record<string, Category>> = {
  'kernel-monitor': 'kernel',
  'docker-monitor': 'runtime-unresponsive',
  'containerd-monitor': 'runtime-unresponsive',
  'systemd-monitor': 'systemd',
  'abrt-adaptor': 'kernel',
  'disk-monitor': 'storage',
};

/** True for the value of a monitor configuration file. */
export function isMonitorConfig(value: unknown): value is MonitorConfig {
  if (typeof value !== 'object' || value === null || !('rules' in value) || !('source' in value)) return false;
  const { rules, source } = value;
  return typeof source === 'string' && Array.isArray(rules) && rules.every(isRule);
}

function isRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('reason' in value) || !('pattern' in value)) return false;
  return typeof value.reason === 'string' && typeof value.pattern === 'string';
}

/**
 * One signature a rule. The detector's lines are matched as a whole and so are ours; it carries no sample lines, so none are
 * required. Two rules with one reason are two wordings of one signature.
 */
export function fromMonitorConfig(
  config: MonitorConfig,
): { readonly signature: RuleSignature; readonly rules: readonly number[] }[] {
  const byReason = new Map<string, number[]>();
  config.rules.slice(0, maxRules).forEach(({ reason, pattern }, index) => {
    if (pattern.length > maxPatternLength) return;
    const known = byReason.get(reason);
    if (known === undefined) byReason.set(reason, [index]);
    else known.push(index);
  });
  return [...byReason].map(([reason, rules]) => ({
    rules,
    signature: {
      id: `npd-${kebab(config.source)}-${kebab(reason)}`.slice(0, 80),
      title: spaced(reason),
      category: categoryBySource[config.source] ?? 'other',
      severity: rules.some((index) => config.rules[index]?.type === 'permanent') ? 'error' : 'warning',
      wordings: rules.map((index) => ({ regex: config.rules[index]?.pattern ?? '' })),
      matches: [],
    },
  }));
}

/** `TaskHung` → `task-hung`. */
function kebab(text: string): string {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'rule';
}

function spaced(reason: string): string {
  return reason.replace(/([a-z0-9])([A-Z])/g, '$1 $2').slice(0, 60) || 'rule';
}

/** True for the value of another kind of the detector's configuration: one that runs programs or reads counters. */
export function isOtherMonitor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'plugin' in value || 'metricsConfigs' in value || 'invokeInterval' in value;
}
