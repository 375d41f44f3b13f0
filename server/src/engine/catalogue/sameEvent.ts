/** Groups of signatures that are phases or views of one happening: they are merged into one event, never linked as cause and effect. */
import type { EntityKind } from '../model/entity';

/** Signatures that speak of one event when they stand close together on one node. Data only. */
export interface SameEvent {
  /** Unique, kebab-case. */
  readonly id: string;
  /** Signature ids. */
  readonly signatures: readonly string[];
  /** Entities that must be equal on both sides when both have them. */
  readonly joinBy?: readonly EntityKind[];
  /** Further apart than this they are events of their own. */
  readonly withinMs: number;
}

/**
 * All groups. Where an edge links two members of a group, both are views of one event in that order:
 * the group says that they count once, the edge says which of them speaks first.
 */
export const sameEventGroups: readonly SameEvent[] = [
  {
    id: 'one-xtables-wait',
    signatures: [
      'xtables-lock-wait-plain',
      'xtables-lock-wait-progress',
      'xtables-lock-wait-remaining',
      'xtables-lock-flock-failed',
      'xtables-lock-timeout',
    ],
    joinBy: ['process', 'pid'],
    withinMs: 60_000,
  },
  {
    id: 'one-oom-kill',
    signatures: [
      'kernel-oom-invoked',
      'kernel-oom-kill-global',
      'kernel-oom-kill-memcg',
      'kernel-oom-killed',
      'kernel-oom-reaped',
      'systemd-oom-in-unit',
      'systemd-oomd-kill',
      'node-system-oom',
      'pod-oomkilled',
    ],
    joinBy: ['pid', 'container', 'unit'],
    withinMs: 10_000,
  },
  {
    id: 'one-abort-by-go',
    signatures: ['go-pthread-create-failed', 'component-panic', 'go-panic', 'go-fatal-signal'],
    joinBy: ['process', 'pid'],
    withinMs: 2000,
  },
  {
    id: 'one-machine-stall',
    signatures: [
      'kernel-soft-lockup',
      'kernel-rcu-stall',
      'kernel-rcu-kthread-starved',
      'clocksource-unstable',
      'chrony-time-jump',
    ],
    withinMs: 60_000,
  },
  {
    id: 'one-not-ready-by-kubelet',
    signatures: ['node-became-not-ready', 'node-notready-by-kubelet', 'node-ready'],
    joinBy: ['node'],
    withinMs: 10_000,
  },
  {
    id: 'one-not-ready-by-controller',
    signatures: ['node-notready-by-controller', 'node-status-unknown', 'pod-node-not-ready'],
    joinBy: ['node'],
    withinMs: 60_000,
  },
  {
    id: 'one-daemon-restart',
    signatures: [
      'docker-shutdown-signal',
      'systemd-main-exited',
      'systemd-unit-failed',
      'systemd-restart-scheduled',
      'systemd-restart-loop',
      'docker-restart',
    ],
    joinBy: ['unit'],
    withinMs: 120_000,
  },
  {
    id: 'one-container-gc-outage',
    signatures: ['container-gc-failed', 'container-gc-recovered'],
    withinMs: 240_000,
  },
  {
    id: 'one-nfs-outage',
    signatures: ['nfs-not-responding', 'nfs-ok'],
    joinBy: ['address'],
    withinMs: 600_000,
  },
  {
    id: 'one-cri-request',
    signatures: ['containerd-request-failed', 'cri-call-failed'],
    joinBy: ['uid', 'sandbox', 'container'],
    withinMs: 5_000,
  },
  {
    id: 'one-clock-change',
    signatures: [
      'chrony-clock-stepped',
      'ntpd-clock-step',
      'timesyncd-timeout',
      'systemd-time-changed',
      'journal-time-backwards',
    ],
    withinMs: 10_000,
  },
  {
    id: 'one-crash-loop',
    signatures: ['control-plane-crashloop', 'pod-crashloop'],
    joinBy: ['uid', 'pod'],
    withinMs: 600_000,
  },
  {
    id: 'one-machine-check',
    signatures: ['kernel-mce', 'kernel-edac'],
    withinMs: 5_000,
  },
];
