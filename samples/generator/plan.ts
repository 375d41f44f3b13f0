/** When things happen: the hours the logs cover and the timetable of each sick node. */
import { at } from './clock';

/** The hours that /var/log/messages and kubelet's log cover. */
export const logsFrom = at(9, 20);
export const logsEnd = at(11, 40);

/** kubelet gives a docker call two minutes. */
export const dockerCallMs = 120_000;

/** A time in which kubelet lists no pods and does nothing for them. */
export interface Standstill {
  readonly from: number;
  readonly to: number;
}

/** The timetable of one sick node. */
export interface SickPlan {
  /** Ten services restart, everything is scaled up. */
  readonly wave: number;
  /** The first wait for the xtables lock. */
  readonly waits: number;
  /** The first docker call that ran out of time, two minutes after it began. */
  readonly timeouts: number;
  /** The first failed garbage collection. */
  readonly garbage: number;
  /** The first relist that failed; the next one still passed. */
  readonly relist: number;
  /** When the last relist that passed began: PLEG counts from here. */
  readonly lastActive: number;
  readonly notReady: number;
  /** When the lock gets free again; after the end of the logs on a node that did not recover. */
  readonly relief: number;
}

/** One collected node. */
export interface SickNode {
  readonly host: string;
  readonly plan: SickPlan;
}

export const lastingNode: SickNode = {
  host: 'paas-10-239-40-157',
  plan: {
    wave: at(10, 19, 30),
    waits: at(10, 22, 5),
    timeouts: at(10, 24, 21),
    garbage: at(10, 26, 40),
    relist: at(10, 26, 55),
    lastActive: at(10, 27, 49.2),
    notReady: at(10, 31, 4),
    relief: at(12, 30),
  },
};

export const recoveringNode: SickNode = {
  host: 'paas-10-239-40-161',
  plan: {
    wave: at(10, 20, 40),
    waits: at(10, 24, 5),
    timeouts: at(10, 26, 14),
    garbage: at(10, 29, 12),
    relist: at(10, 29, 25),
    lastActive: at(10, 30, 29.6),
    notReady: at(10, 33, 41),
    relief: at(11, 20),
  },
};

export const healthyHost = 'paas-10-239-40-163';

/** The end of a node's trouble, as far as its logs go. */
export function troubleEnd(plan: SickPlan): number {
  return Math.min(plan.relief, logsEnd);
}

/** When kubelet of a sick node stands still. */
export function standstill(plan: SickPlan): Standstill {
  return { from: plan.lastActive + 180_000, to: troubleEnd(plan) };
}
