/** Errors without a name: who wrote them and what they speak of tells the area; their mark and their words tell whether they are a problem. */
import * as assert from 'node:assert/strict';
import { catalogue } from '../../../../server/src/engine/catalogue/index';
import { areas } from '../../../../server/src/engine/catalogue/unnamed/areas';
import { unnamedSignatures } from '../../../../server/src/engine/catalogue/unnamed/toSignatures';
import { matches } from '../../../../server/src/engine/match/pattern';
import { signaturesAt, triage } from '../../../support/triage';

const unnamed = { ...catalogue, signatures: unnamedSignatures(areas), edges: [], sameEvent: [] };

/** What lines are recognised as where nothing has a name, one by one. */
function toldOf(lines: readonly string[]): string[] {
  const report = triage({ 'node.log': lines }, { catalogue: unnamed });
  return lines.map((_, index) => signaturesAt(report, 'node.log', index + 1).join(' '));
}

const klog = (letter: string, file: string, text: string): string =>
  `${letter}0513 10:27:47.118001    2211 ${file}.go:211] ${text}`;
const logrus = (level: string, text: string): string => `time="2023-05-13T10:27:47Z" level=${level} msg="${text}"`;
const event = (text: string): string => `  Warning  Strange  3s (x4 over 5s)  kubelet  ${text}`;

/** Words by which writers with many jobs are known to mean an area. */
const topics: Readonly<Record<string, string>> = {
  exhaustion: 'too many open files:',
  clock: 'NTP',
  certificate: 'the certificate',
  'full-disk': 'the eviction',
  cgroup: 'the cgroup',
  'garbage-collection': 'garbage collection',
  pleg: 'PLEG',
  image: 'the image registry',
  cni: 'the network plugin',
  network: 'the route',
  storage: 'the volume',
  hardware: 'the GPU',
  runtime: 'the container runtime',
  pod: 'the pod',
  'node-status': 'the node',
  'api-client': 'the API server',
  systemd: 'systemd',
  other: 'it',
};

describe('an error without a name', () => {
  for (const { id, files } of areas) {
    it(`is told as ${id} by each of the source files that have no other job`, () => {
      const each = (letter: string, text: string): string[] => toldOf(files.map((file) => klog(letter, file, text)));
      const all = (told: string): string[] => files.map(() => told);
      assert.deepEqual(each('E', 'step 3 failed'), all(`${id}-trouble-unnamed`));
      assert.deepEqual(each('E', 'step 3 is odd'), all(`${id}-hint-unnamed`));
      assert.deepEqual(each('W', 'step 3 failed'), all(`${id}-hint-unnamed`));
      assert.deepEqual(each('I', 'step 3 failed'), all(''));
    });
  }

  for (const { id, drivers } of areas.filter((area) => area.drivers.length > 0)) {
    it(`is told as ${id} by each driver of the kernel that says so in words`, () => {
      const each = (text: string): string[] =>
        toldOf(drivers.map((driver) => `May 13 10:27:47 node-1 kernel: ${driver}1: ${text}`));
      assert.deepEqual(
        each('command 3 failed'),
        drivers.map(() => `${id}-trouble-unnamed`),
      );
      assert.deepEqual(
        [...each('command 3 done'), ...each('supported: failed links 0')].filter((told) => told !== ''),
        [],
      );
    });
  }

  it('is told by what it speaks of where its writer has many jobs', () => {
    const told = (write: (topic: string) => string): string[] => toldOf(Object.values(topics).map(write));
    const all = (verdict: string): string[] => areas.map(({ id }) => `${id}-${verdict}-unnamed`);
    assert.deepEqual(
      Object.keys(topics),
      areas.map(({ id }) => id),
    );
    assert.deepEqual(
      told((topic) => klog('E', 'kubelet', `${topic} failed`)),
      all('trouble'),
    );
    assert.deepEqual(
      told((topic) => klog('W', 'kubelet', `${topic} failed`)),
      all('hint'),
    );
    assert.deepEqual(
      told((topic) => klog('E', 'manager', `${topic} is odd`)),
      all('hint'),
    );
    assert.deepEqual(
      told((topic) => logrus('fatal', `${topic} failed`)),
      all('trouble'),
    );
    assert.deepEqual(
      told((topic) => logrus('error', `${topic} failed`)),
      all('trouble'),
    );
    assert.deepEqual(
      told((topic) => logrus('error', `${topic} is odd`)),
      all('hint'),
    );
    assert.deepEqual(
      told((topic) => `ERRO[0003] ${topic} failed`),
      all('trouble'),
    );
    assert.deepEqual(
      told((topic) => logrus('warning', `${topic} is odd`)),
      all('hint'),
    );
    assert.deepEqual(
      told((topic) => event(`${topic} failed`)),
      all('trouble'),
    );
    assert.deepEqual(
      told((topic) => event(`${topic} is odd`)),
      all('hint'),
    );
  });

  it('is told whoever writes it, where it says that it is an error and uses words that nobody uses otherwise', () => {
    const written = (write: (text: string) => string): string[] =>
      toldOf(
        ['replica 3 of the volume', 'the VXLAN tunnel', 'the GPU', 'its work'].map((what) =>
          write(`failed to begin with ${what}`),
        ),
      );
    const all = (verdict: string): string[] =>
      ['storage', 'network', 'hardware', 'other'].map((id) => `${id}-${verdict}-unnamed`);
    assert.deepEqual(
      written((text) => klog('E', 'nobodyKnows', text)),
      all('trouble'),
    );
    assert.deepEqual(
      written((text) => `{"level":"error","ts":"2023-05-13T10:27:47.118Z","caller":"x/x.go:1","msg":"${text}"}`),
      all('trouble'),
    );
    assert.deepEqual(
      written((text) => klog('W', 'nobodyKnows', text)),
      all('doubt'),
    );
    assert.deepEqual(
      written((text) => klog('I', 'nobodyKnows', text)),
      all('').map(() => ''),
    );
  });

  it('is told of lines that say nothing of themselves where the words begin or end them', () => {
    const syslog = (text: string): string => `May 13 10:27:47 node-1 agentd[811]: ${text}`;
    assert.deepEqual(
      toldOf([
        syslog('Failed to open /dev/sdb for the LVM'),
        syslog('volumes: opening the pool: Permission denied'),
        syslog('the zpool was retried, because it could not be read'),
        syslog('Failed to open /dev/sdb for the LVM, ignoring: Permission denied'),
        syslog('Opened /dev/sdb for the LVM'),
      ]),
      ['storage-trouble-unnamed', 'storage-trouble-unnamed', 'storage-doubt-unnamed', '', ''],
    );
    assert.deepEqual(toldOf(['[17:02:11 | ERROR | pool] could not import the zpool']), ['storage-trouble-unnamed']);
  });

  it('stays silent where nothing is marked, and where what is marked is routine', () => {
    const quiet = [
      klog('I', 'kubelet', 'the pod failed'),
      logrus('info', 'the container runtime failed'),
      logrus('error', 'failed to look at the container: no such container'),
      '  Normal  Strange  3s  kubelet  the pod failed',
      klog('E', 'driver-call', 'FlexVolume: driver call failed: executable: /opt/driver, args: [init]'),
      'May 13 10:27:47 node-1 systemd[1]: Failed to reset devices.list on /x.service, ignoring: Invalid argument',
    ];
    assert.deepEqual(
      toldOf(quiet),
      quiet.map(() => ''),
    );
  });

  it('gives way to a name, be it that all is well', () => {
    const lines = [
      klog('E', 'kubelet', 'Image garbage collection failed: no image was freed'),
      klog('E', 'dns', 'Nameserver limits were exceeded, some nameservers have been omitted'),
    ];
    const report = triage({ 'node.log': lines });
    assert.deepEqual(signaturesAt(report, 'node.log', 1), ['image-gc-failed']);
    assert.deepEqual(signaturesAt(report, 'node.log', 2), []);
  });

  it('is told by no pattern that those asked first would keep from being asked', () => {
    const lines = catalogue.signatures
      .flatMap(({ matches }) => matches)
      .concat(
        Object.values(topics).flatMap((topic) =>
          ['failed to reach', 'Unable to set up', 'could not read', 'timed out'].map(
            (words) => `${'more words '.repeat(49)}${words} ${topic} ${'and more '.repeat(300)}`,
          ),
        ),
      );
    const asked = unnamed.signatures.flatMap(({ wordings }) => wordings).filter(({ first }) => first !== undefined);
    const patterns = new Map(asked.map(({ regex, first }) => [regex, first]));
    let matched = 0;
    for (const [regex, first = []] of patterns) {
      for (const line of lines) {
        if (!matches(regex, line)) continue;
        matched++;
        for (const pattern of first) assert.ok(pattern.test(line.slice(0, 2048)), `${pattern.source}: ${line}`);
      }
    }
    assert.ok(patterns.size > 40 && matched > 400, `${patterns.size} ${matched}`);
  });

  it('stays among the unexplained where only its mark speaks', () => {
    const { unexplained } = triage({
      'kubelet.log': [klog('E', 'csi_attacher', 'step is odd'), klog('E', 'csi_attacher', 'step has failed')],
    });
    assert.deepEqual(
      unexplained.map(({ template }) => template),
      ['step is odd'],
    );
  });
});
