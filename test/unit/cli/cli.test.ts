/** The command line says what it found, what is wrong with the call, and how it went. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCli } from '../../support/cli';
import { pipe } from '../../support/packing';

const gcFailed =
  'May 13 10:31:02 node-a kubelet: E0513 10:31:02.004211   14207 kubelet.go:1216] Container garbage collection failed: operation timeout: context deadline exceeded\n';
const timeout =
  'May 13 10:29:02 node-a kubelet: E0513 10:29:02.004211   14207 remote_runtime.go:69] ListContainers with filter &ContainerFilter{} from runtime service failed: rpc error: code = Unknown desc = operation timeout: context deadline exceeded\n';

describe('causeline triage', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'causeline-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('counts one line as one, and two as two', async () => {
    await writeFile(path.join(folder, 'messages'), timeout + gcFailed);
    const { output } = await runCli(['triage', folder, '--format', 'text', '--language', 'en']);
    assert.match(output, /\b1 line\b/);
    assert.match(output, /\b2 lines\b/);
    assert.doesNotMatch(output, /\b1 lines\b/);
  });

  it('prints one JSON document and nothing else', async () => {
    await writeFile(path.join(folder, 'messages'), timeout + gcFailed);
    const { status, output, errors } = await runCli(['triage', folder, '--format', 'json']);
    const report = JSON.parse(output);
    assert.equal(status, 0);
    assert.equal(errors, '');
    assert.equal(report.schema, 1);
    assert.equal(report.sources[0].id, 'messages');
    assert.ok(
      report.events.some(
        (event: { signature: string; line: number }) => event.signature === 'container-gc-failed' && event.line === 2,
      ),
    );
  });

  it('links from where the report lies to the lines, whether a folder or a file was named', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    const here = path.relative('.', folder);
    const file = path.join(here, 'reports.md');
    for (const read of [here, path.join(here, 'messages')]) {
      const link = path.join(here, 'messages').split(path.sep).join('/');
      assert.ok((await runCli(['triage', read])).output.includes(`](<${link}#L1>)`), read);
      await runCli(['triage', read, '--output', file]);
      assert.match(await readFile(file, 'utf8'), /\]\(<messages#L1>\)/);
    }
    assert.ok((await runCli(['triage', folder])).output.includes(`](<${folder}/messages#L1>)`));
  });

  it('reads standard input', async () => {
    const { status, output } = await runCli(['triage', '-', '--format=json'], gcFailed);
    assert.equal(status, 0);
    const [source] = JSON.parse(output).sources;
    assert.equal(source.records, 1);
    assert.match(JSON.stringify(source.clock), /the last one before it was read/);
    assert.notEqual(source.first.time.slice(0, 4), '1970');
  });

  it('reads named pipes as a shell makes them of commands, each as a source, and follows nothing in them', async () => {
    const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
    execFileSync('mkfifo', [one, other]);
    const written = Promise.all([writeFile(one, gcFailed), writeFile(other, gzipSync(timeout + gcFailed))]);
    const { status, output } = await runCli(['triage', one, other, '--format=json']);
    await written;
    assert.equal(status, 0);
    assert.deepEqual(
      JSON.parse(output).sources.map(({ id, records }: { id: string; records: number }) => [id, records]),
      [
        [one, 1],
        [other, 2],
      ],
    );
    assert.match((await runCli(['follow', 'shop/billing-0', one])).errors, /more than once, which a pipe such as/);
    const told = runCli(['triage', one]);
    await writeFile(one, gcFailed);
    assert.doesNotMatch((await told).output, /\]\(</);
    const printed = runCli(['cat', one]);
    await writeFile(one, gcFailed);
    assert.equal((await printed).output, gcFailed);
  });

  it('finds a file whose name is no text by the name that a shell hands over, and by the one that it shows', async () => {
    const odd = Buffer.concat([Buffer.from(path.join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.log')]);
    await writeFile(odd, gcFailed);
    for (const name of ['caf\ufffd.log', 'caf\\xe9.log']) {
      const { status, output } = await runCli(['triage', path.join(folder, name), '--format', 'json']);
      assert.equal(status, 0, name);
      const [source] = JSON.parse(output).sources;
      assert.deepEqual([source.id, source.records], ['caf\\xe9.log', 1]);
      assert.equal((await runCli(['cat', folder, '--source', source.id])).output, gcFailed);
    }
    const { status, errors } = await runCli(['triage', path.join(folder, 'gone\ufffd.log')]);
    assert.equal(status, 2);
    assert.match(errors, /no such file/);
  });

  it('reads gzip by its content, several members included', async () => {
    await writeFile(path.join(folder, 'old.log'), Buffer.concat([gzipSync(timeout), gzipSync(gcFailed)]));
    const { output } = await runCli(['triage', folder, '--format', 'json']);
    assert.equal(JSON.parse(output).sources[0].records, 2);
  });

  it('keeps what a cut gzip holds, names the gap, and exits with 3', async () => {
    const whole = gzipSync(
      Array.from({ length: 5000 }, (_, index) => gcFailed.replace('14207', String(10000 + index * 7))).join(''),
    );
    await writeFile(path.join(folder, 'cut.gz'), whole.subarray(0, whole.length >> 1));
    const { status, output } = await runCli(['triage', folder, '--format', 'json']);
    const [source] = JSON.parse(output).sources;
    assert.equal(status, 3);
    assert.ok(source.records > 1000);
    assert.match(source.gaps[0].reason, /cut/);
  });

  it('unpacks as far as it is told, says what lies beyond, and exits with 3', async () => {
    await writeFile(path.join(folder, 'a'), timeout.repeat(20));
    await writeFile(path.join(folder, 'b'), gcFailed.repeat(20));
    const tar = pipe('tar', ['-C', folder, '-cf', '-', '--transform=s,^,log/,', 'a', 'b']);
    await writeFile(path.join(folder, 'all.tgz.gz'), gzipSync(gzipSync(tar)));
    await rm(path.join(folder, 'a'));
    await rm(path.join(folder, 'b'));
    const limited = async (...words: readonly string[]): Promise<string> => {
      const { status, errors, output } = await runCli(['triage', folder, ...words]);
      assert.equal(status, 3, words.join(' '));
      const document = JSON.parse((await runCli(['triage', folder, '--format', 'json', ...words])).output || '{}');
      const gaps = (document.sources ?? []).flatMap(({ gaps }: { gaps: { reason: string }[] }) => gaps);
      const said = [errors, ...gaps.map(({ reason }: { reason: string }) => reason)].join('\n');
      // What is missing heads the report.
      assert.match(output, /^# Causeline: Findings\n\n## What could not be read\n/);
      return said;
    };
    assert.match(await limited('--max-members', '1'), /more than 1 members: the others are not read/);
    assert.match(await limited('--max-unpacked', '12K'), /unpacks to more than 12288 bytes: the rest is not read/);
    const { status, errors } = await runCli(['triage', folder, '--max-depth', '1']);
    assert.equal(status, 2);
    assert.match(errors, /more than 1 archives inside each other/);
    const printed = await runCli(['cat', folder, '--max-members', '1']);
    assert.equal(printed.status, 3);
    assert.equal((await runCli(['triage', folder])).status, 0);
  });

  it('exits with 2 and the remedy when there is nothing to read', async () => {
    const { status, errors } = await runCli(['triage', path.join(folder, 'nowhere')]);
    assert.equal(status, 2);
    assert.match(errors, /nowhere/);
    assert.match(errors, /name a folder or file that holds logs/);
  });

  it('exits with 1 for chains at the asked confidence', async () => {
    await writeFile(path.join(folder, 'messages'), timeout + gcFailed);
    assert.equal((await runCli(['triage', folder, '--fail-on', 'possible'])).status, 1);
    assert.equal((await runCli(['triage', folder, '--fail-on', 'possible', '--format', 'json'])).status, 1);
  });

  it('writes a file whole or not at all', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    const file = path.join(folder, 'report.md');
    const { status, output } = await runCli(['triage', path.join(folder, 'messages'), '--output', file]);
    assert.equal(status, 0);
    assert.equal(output, '');
    assert.match(await readFile(file, 'utf8'), /^# Causeline/);
    const failed = await runCli(['triage', folder, '--output', path.join(folder, 'no', 'such', 'folder.md')]);
    assert.equal(failed.status, 2);
    assert.deepEqual((await readdir(folder)).sort(), ['messages', 'report.md']);
  });

  it('takes zone and year from the user', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    const { output } = await runCli(['triage', folder, '--format', 'json', '--zone', '+08:00', '--year', '2018']);
    const [source] = JSON.parse(output).sources;
    assert.equal(source.first.time, '2018-05-13T02:31:02.000Z');
    assert.deepEqual([source.clock.zoneFrom, source.clock.yearFrom], ['user', 'user']);
    assert.equal(
      JSON.parse((await runCli(['triage', folder, '--format', 'json', '--zone', 'Asia/Shanghai'])).output).sources[0]
        .clock.zone,
      '+08:00',
    );
  });

  it('takes decisions about single sources from the case file of the folder, and over that from its words', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    await writeFile(path.join(folder, 'kubelet.log'), gcFailed);
    await mkdir(path.join(folder, '.causeline'));
    const caseFile = path.join(folder, '.causeline', 'case.json');
    await writeFile(caseFile, '{"sources": {"messages": {"year": 2018, "zone": "+01:00"}, "**": {"node": "node-x"}}}');
    const clocks = async (...words: string[]): Promise<unknown[]> =>
      JSON.parse((await runCli(['triage', folder, '--format', 'json', ...words])).output).sources.map(
        (source: { id: string; node: string; clock: { year: number; zone: string; skewMs: number } }) =>
          [source.id, source.node, source.clock.year, source.clock.zone, source.clock.skewMs].join(' '),
      );
    assert.ok((await clocks()).includes('messages node-x 2018 +01:00 0'));
    assert.ok(
      (await clocks('--zone', 'mess*=+02:00', '--skew', 'messages=-1.5s', '--year', '2017')).includes(
        'messages node-x 2018 +02:00 -1500',
      ),
    );
    const other = path.join(folder, '.causeline', 'other.json');
    await writeFile(other, '{"sources": {"messages": {"year": 2016}}}');
    assert.ok((await clocks('--case', other)).some((text) => /^messages \S+ 2016 /.test(String(text))));
  });

  it('names faults of a case file with their line and reads on', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    await mkdir(path.join(folder, '.causeline'));
    await writeFile(path.join(folder, '.causeline', 'case.json'), '{"sources": {\n"messages": {"zone": "nowhere"}}}');
    const { status, errors } = await runCli(['triage', folder, '--format', 'json']);
    assert.equal(status, 0);
    assert.match(errors, /case\.json:2:\d+: 'nowhere' is no zone; write \+08:00, UTC or Asia\/Shanghai/);
  });

  it('never follows a link out of the folder, and says so', async () => {
    const secret = await mkdtemp(path.join(tmpdir(), 'causeline-secret-'));
    await writeFile(path.join(secret, 'secret.log'), gcFailed);
    await mkdir(path.join(folder, 'logs'));
    await writeFile(path.join(folder, 'logs', 'messages'), gcFailed);
    await symlink(path.join(secret, 'secret.log'), path.join(folder, 'logs', 'link.log'));
    const { status, output, errors } = await runCli(['triage', folder, '--format', 'json']);
    await rm(secret, { recursive: true });
    assert.equal(JSON.parse(output).sources.length, 1);
    assert.match(errors, /link\.log: not read: a link that leads out of the folder/);
    assert.equal(status, 3);
  });

  for (const [words, message] of [
    [['triage'], /needs at least one path/],
    [['triage', '.', '--format', 'xml'], /'--format' is 'xml'; it can be markdown, json, text/],
    [['triage', '.', '--zone', 'Mars/Base'], /'--zone' is 'Mars\/Base'/],
    [['triage', '.', '--year', '22'], /four digits/],
    [['triage', '.', '--zone', 'a.log=Mars/Base'], /'Mars\/Base' is no zone/],
    [['triage', '.', '--skew', '+1s'], /'--skew' is '\+1s'; it takes SOURCE=VALUE/],
    [['triage', '.', '--log-format', 'a.log=klogg'], /'klogg' is no format/],
    [['triage', '.', '--case', 'no-such.json'], /no-such\.json cannot be read/],
    [['triage', '.', '--colour'], /no option '--colour'/],
    [['triage', '.', '--max-depth', 'deep'], /takes a number from 0 on/],
    [['cat', '.', '--max-unpacked', '5 GB'], /takes a size such as 500M/],
    [['triage', '.', '--output'], /needs a value/],
    [['look'], /unknown command 'look'/],
    [['signatures', '--id', 'no-such'], /there is no signature 'no-such'/],
  ] as const) {
    it(`refuses '${words.join(' ')}' with a remedy`, async () => {
      const { status, errors } = await runCli(words);
      assert.equal(status, 2);
      assert.match(errors, message);
    });
  }
});

describe('causeline signatures', () => {
  it('shows one in full, with an example and what it may come from', async () => {
    const { status, output } = await runCli(['signatures', '--id', 'container-gc-failed']);
    assert.equal(status, 0);
    assert.match(output, /container-gc-failed/);
    assert.match(output, /example: .*garbage collection failed/);
    assert.match(output, /causes known: .*dockershim-op-timeout/);
  });
});

describe('causeline rules', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'causeline-rules-'));
    await mkdir(path.join(folder, '.causeline', 'rules'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const rule = (sample: string): string =>
    `signatures:\n  - id: agent-wedged\n    title: Our agent is stuck\n    wordings:\n      - regex: agent wedged for \\d+s\n    matches:\n      - ${sample}\n`;

  it('that lie with a collection take part in its triage, and named ones too', async () => {
    await writeFile(path.join(folder, 'agent.log'), 'May 13 10:27:47 node-a agentd[12]: agent wedged for 12s\n');
    const file = path.join(folder, '.causeline', 'rules', 'mine.yaml');
    await writeFile(file, rule('agent wedged for 1s'));
    const events = async (...words: string[]): Promise<string[]> => {
      const { output } = await runCli(['triage', path.join(folder, 'agent.log'), '--format', 'json', ...words]);
      return JSON.parse(output).events.map(({ signature }: { signature: string }) => signature);
    };
    assert.deepEqual(await events(), []);
    assert.deepEqual(await events('--rules', file), ['agent-wedged']);
    const { output } = await runCli(['triage', folder, '--format', 'json']);
    assert.equal(JSON.parse(output).events[0].signature, 'agent-wedged');
    assert.deepEqual(
      JSON.parse(output).sources.map(({ id }: { id: string }) => id),
      ['agent.log'],
    );
  });

  it('that lie with a collection are told, as decisions are: they may keep lines quiet that somebody wants hidden', async () => {
    await writeFile(path.join(folder, 'messages'), gcFailed);
    const file = path.join(folder, '.causeline', 'rules', 'mine.yaml');
    const quiet = rule('agent wedged for 1s').replace('    wordings', '    role: benign\n    wordings');
    await writeFile(file, quiet);
    const told = await runCli(['triage', folder, '--format', 'json']);
    assert.match(told.errors, /mine\.yaml: rules that lie with the logs are in force: 1 signatures, 1 of them keep/);
    const named = await runCli(['triage', path.join(folder, 'messages'), '--rules', file, '--format', 'json']);
    assert.equal(named.errors, '');
    const decisions = path.join(folder, '.causeline', 'case.json');
    await writeFile(decisions, '{"version":1,"sources":{"messages":{"zone":"+08:00"}}}');
    const shifted = await runCli(['triage', folder, '--format', 'json']);
    assert.match(shifted.errors, /case\.json: decisions that lie with the logs are in force/);
  });

  it('test says what does not behave, with file, line and column', async () => {
    const file = path.join(folder, '.causeline', 'rules', 'mine.yaml');
    await writeFile(file, rule('agent wedged for 1s'));
    const good = await runCli(['rules', 'test', file]);
    assert.deepEqual([good.status, good.output], [0, '1 signatures, 0 edges, 1 samples, 0 faults\n']);
    await writeFile(file, rule('agent is fine'));
    const bad = await runCli(['rules', 'test', folder.concat('/.causeline/rules')]);
    assert.equal(bad.status, 1);
    assert.ok(
      bad.output.startsWith(`${file}:2:9: agent-wedged: must be recognised, is not: "agent is fine"\n`),
      bad.output,
    );
  });

  it('refuses rules that are not there', async () => {
    await writeFile(path.join(folder, 'agent.log'), gcFailed);
    const { status, errors } = await runCli(['triage', folder, '--rules', path.join(folder, 'none.yaml')]);
    assert.equal(status, 2);
    assert.match(errors, /none\.yaml cannot be read/);
  });
});

describe('causeline follow', () => {
  let folder = '';
  const id = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  const uid = '0f0f3b1e-d261-11ec-9d64-0242ac120002';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'causeline-cli-'));
    const told = `May 13 10:29:02 node-a kubelet: "billing-0_shop(${uid})" runs in docker://${id}\n`;
    await writeFile(path.join(folder, 'messages'), `${gcFailed}${told}`);
    const other = `2022-05-13T10:28:01.000000+00:00 node-a dockerd[1]: cleanup ${id}\n`;
    await writeFile(path.join(folder, 'docker.log.gz'), gzipSync(other));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('prints every line about a pod by time, from any of its names, in packed files too', async () => {
    for (const name of ['shop/billing-0', id.slice(0, 12), uid]) {
      const { status, output } = await runCli(['follow', name, folder, '--language', 'en']);
      assert.equal(status, 0);
      const lines = output.trimEnd().split('\n');
      assert.match(lines[0] ?? '', /^2 lines about pod shop\/billing-0/);
      assert.match(lines[2] ?? '', /docker\.log\.gz:1: .*cleanup/);
      assert.match(lines[3] ?? '', /messages:2: .*billing-0_shop/);
    }
  });

  it('prints JSON, no more lines than wanted, and ends with 1 when there are none', async () => {
    const { output } = await runCli(['follow', 'shop/billing-0', folder, '--format', 'json', '--limit', '1']);
    const { total, mentions } = JSON.parse(output);
    assert.deepEqual([total, mentions.length], [2, 1]);
    assert.equal((await runCli(['follow', 'shop/nobody-0', folder])).status, 1);
    assert.equal((await runCli(['follow', 'shop/nobody-0'])).status, 2);
  });

  it('prints the last lines of the logs that the pod wrote itself, marked, and none of its namesake elsewhere', async () => {
    const own = path.join(folder, 'pods', `shop_billing-0_${uid}`, 'web', '0.log');
    const other = path.join(folder, 'pods', `stage_billing-0_${uid.replace('0f', '1f')}`, 'web', '0.log');
    const spoken = (number: number): string =>
      `2022-05-13T10:${String(20 + Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}.000000000Z stdout F order ${number} is stored\n`;
    for (const file of [own, other]) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, Array.from({ length: 450 }, (_, number) => spoken(number)).join(''));
    }
    const packed = path.join(folder, `${id}-json.log.gz`);
    await writeFile(packed, gzipSync('{"log":"bye\\n","stream":"stdout","time":"2022-05-13T10:30:00.5Z"}\n'));
    const { output } = await runCli(['follow', 'shop/billing-0', folder, '--language', 'en']);
    const lines = output.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^203 lines about pod shop\/billing-0/);
    assert.match(lines[2] ?? '', /^its own log, marked \*, whole: .*-json\.log\.gz$/);
    assert.match(lines[3] ?? '', /^its own log, marked \*: the last 200 of 450 lines of pods\/shop_billing-0_/);
    const marked = lines.filter((line) => line.includes('  *'));
    assert.equal(marked.length, 201);
    assert.match(marked[0] ?? '', /0\.log:251: .* order 250 is stored$/);
    assert.match(marked.at(-1) ?? '', /-json\.log\.gz:1: .*bye/);
    assert.equal(output.includes('stage_'), false);
    const json = JSON.parse((await runCli(['follow', uid, folder, '--format', 'json'])).output);
    assert.deepEqual(json.mentions.filter(({ own: isOwn }: { own: boolean }) => isOwn).length, 201);
  });

  it('reads as triage does: with case file, rules and options, and says what it could not read', async () => {
    await mkdir(path.join(folder, '.causeline'));
    await writeFile(
      path.join(folder, '.causeline', 'case.json'),
      '{"sources": {"messages": {"year": 2018, "zone": "+01:00"}}}',
    );
    const times = async (...words: string[]): Promise<string[]> => {
      const { output } = await runCli(['follow', 'shop/billing-0', folder, '--format', 'json', ...words]);
      return JSON.parse(output)
        .mentions.filter(({ source }: { source: string }) => source === 'messages')
        .map(({ time }: { time: string }) => time);
    };
    assert.deepEqual(await times(), ['2018-05-13T09:29:02.000Z']);
    assert.deepEqual(await times('--skew', 'messages=-2s', '--zone', 'messages=+02:00'), ['2018-05-13T08:29:00.000Z']);
    await writeFile(path.join(folder, 'broken.log.gz'), gzipSync('one\ntwo\n').subarray(0, 12));
    const { status, errors } = await runCli(['follow', 'shop/billing-0', folder, '--rules', 'none.yaml']);
    assert.deepEqual([status, /none\.yaml cannot be read/.test(errors)], [2, true]);
    const cut = await runCli(['follow', 'shop/billing-0', folder]);
    assert.equal(cut.status, 3);
  });

  it('refuses what can be read only once', async () => {
    assert.match((await runCli(['follow', 'shop/billing-0', '-'])).errors, /standard input cannot be/);
  });
});
