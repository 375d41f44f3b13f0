/** The sample incident: its generator is deterministic, its chain is found, and it is found by evidence alone. */
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeBundle } from '../../samples/generator/bundle';
import type { Chain, Report } from '../../server/src/engine/index';
import { createEngine } from '../../server/src/engine/index';
import { root } from '../support/repository';

const folder = path.join(root, 'samples', 'notready-hostport');

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : gunzipSync(content).toString();
}

function filesBelow(directory: string, prefix = ''): string[] {
  return readdirSync(directory).flatMap((name) => {
    const full = path.join(directory, name);
    return statSync(full).isDirectory() ? filesBelow(full, `${prefix}${name}/`) : [`${prefix}${name}`];
  });
}

/** The report on the sample with each line changed, or left out when `change` returns null. */
function triageSample(
  change: (line: string, file: string) => string | null = (line) => line,
  rename: (file: string) => string = (file) => file,
): Report {
  const engine = createEngine();
  for (const [file, content] of makeBundle()) {
    const reader = engine.openSource({ id: rename(file), modifiedMs: Date.UTC(2022, 4, 13, 12) });
    const lines = textOf(content)
      .split('\n')
      .flatMap((line) => change(line, file) ?? []);
    reader.push(Uint8Array.from(Buffer.from(lines.join('\n'))));
    reader.end();
  }
  return engine.report();
}

function strong(report: Report): Chain[] {
  return report.chains.filter((chain) => chain.confidence === 'strong');
}

function categories(report: Report, chain: Chain | undefined): string[] {
  return (chain?.steps ?? []).map((id) => report.episodes.find((episode) => episode.id === id)?.category ?? '?');
}

function signatures(report: Report, chain: Chain | undefined): string[] {
  return (chain?.steps ?? []).map((id) => report.episodes.find((episode) => episode.id === id)?.signature ?? '?');
}

describe('the sample incident', () => {
  const report = triageSample();

  it('lies in samples/ exactly as its generator writes it', () => {
    const bundle = makeBundle();
    assert.deepEqual(filesBelow(folder).sort(), [...bundle.keys()].sort());
    for (const [file, content] of bundle) {
      const stored = readFileSync(path.join(folder, file));
      assert.equal(file.endsWith('.gz') ? gunzipSync(stored).toString() : stored.toString(), textOf(content), file);
    }
  });

  it('has one strong chain for each sick node and none for the healthy one', () => {
    assert.deepEqual(
      strong(report)
        .map((chain) => chain.node)
        .sort(),
      ['paas-10-239-40-157', 'paas-10-239-40-161'],
    );
    assert.ok(report.chains.every((chain) => chain.node !== 'paas-10-239-40-163'));
  });

  it('leads from the bloated rule set and the start wave over the lock and docker to NotReady', () => {
    for (const chain of strong(report)) {
      const told = signatures(report, chain);
      assert.equal(told[0], 'many-iptables-rules');
      for (const part of ['mass-pod-start', 'kube-proxy-cpu-saturated', 'kubeproxy-iptables-lock-timeout'])
        assert.ok(told.includes(part), `${part} is not among ${told.join(', ')}`);
      assert.equal(new Set(told).size, told.length, 'a step is told twice');
      const order = [
        'xtables-lock-wait-progress',
        'dockershim-op-timeout',
        'container-gc-failed',
        'pleg-unhealthy',
        'node-notready-by-kubelet',
      ].map((id) => told.indexOf(id));
      assert.ok(
        order.every((place) => place >= 0),
        told.join(', '),
      );
      assert.equal(order[4], told.length - 1);
      assert.ok((order[0] ?? 0) < (order[1] ?? 0) && (order[1] ?? 0) < Math.min(...order.slice(2)));
    }
  });

  it('rests on well over a hundred lines', () => {
    const [chain] = strong(report);
    const lines = report.episodes
      .filter((episode) => chain?.steps.includes(episode.id))
      .reduce((sum, episode) => sum + episode.events.length, 0);
    assert.ok(lines > 300, `${lines} lines`);
  });

  it('does not fall for the systemd messages', () => {
    assert.ok(
      report.chains.every(
        (chain) => !categories(report, chain).includes('cgroup') && !categories(report, chain).includes('systemd'),
      ),
    );
  });

  it('knows its clocks: stated by timedatectl, inferred by pairs of stamps', () => {
    for (const id of [
      'paas-10-239-40-157/messages',
      'paas-10-239-40-157/message-docker.txt',
      'paas-10-239-40-161/messages',
      'paas-10-239-40-161/kube-proxy.log',
    ]) {
      const source = report.sources.find((candidate) => candidate.id === id);
      assert.deepEqual([source?.clock.zone, source?.clock.year], ['+08:00', 2022], id);
      assert.equal(source?.clock.zoneFrom, 'inferred');
    }
  });

  it('names no lock when the lock lines are gone', () => {
    const without = triageSample((line) =>
      /xtables lock|iptables lock|iptables-restore|chain KUBE/.test(line) ? null : line,
    );
    assert.ok(without.chains.length > 0);
    for (const chain of without.chains) assert.ok(!categories(without, chain).includes('lock-wait'));
  });

  it('is found under other names and with all clocks shifted', () => {
    const rename = (text: string): string => text.replaceAll(/paas-10-239-40-1(\d\d)/g, 'ip-172-31-7-$1.ec2.internal');
    const hours = (text: string): string =>
      text.replace(
        /\b([IWEF]0513|May 13|2022\/05\/13|2022-05-13|May 2022) (\d\d)(:\d\d:\d\d)/g,
        (_, day: string, hour: string, rest: string) =>
          `${day} ${String((Number(hour) + 5) % 24).padStart(2, '0')}${rest}`,
      );
    const shifted = triageSample(
      (line) =>
        hours(rename(line)).replace(
          /T0([0-4]):/g,
          (_, hour: string) => `T${String(Number(hour) + 5).padStart(2, '0')}:`,
        ),
      rename,
    );
    assert.deepEqual(
      strong(shifted)
        .map((chain) => chain.node)
        .sort(),
      ['ip-172-31-7-57.ec2.internal', 'ip-172-31-7-61.ec2.internal'],
    );
    for (const chain of strong(shifted)) assert.ok(categories(shifted, chain).includes('lock-wait'));
  });

  it('is the same report every time', () => {
    assert.equal(JSON.stringify(triageSample()), JSON.stringify(report));
  });
});
