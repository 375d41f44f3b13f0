/** The catalogue as a document for people: every signature by category, in one language. */
import { catalogue } from '../../server/src/engine/catalogue/index';
import type { Signature } from '../../server/src/engine/catalogue/signature';
import { categories } from '../../server/src/engine/model/category';
import type { Language } from '../../server/src/engine/model/localized';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly roles: Readonly<Record<Signature['role'], string>>;
  readonly neverRoot: string;
  readonly from: string;
  readonly stated: string;
  readonly instant: string;
  readonly ended: string;
  readonly open: string;
  readonly progress: string;
  readonly quietBelow: (count: number) => string;
  readonly quietUnder: (seconds: number) => string;
  readonly usualCauses: string;
  readonly firstCheck: string;
  readonly remedy: string;
  readonly wordings: string;
  readonly source: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'What Causeline recognises',
    intro: `Every signature, by category. Written by \`npm run docs\` from \`server/src/engine/catalogue\`; \`causeline signatures --id ID\` prints one of them.`,
    roles: { problem: 'problem', context: 'context', recovery: 'ends a problem', benign: 'harmless, stays quiet' },
    neverRoot: 'a symptom, never the root of a chain',
    from: 'from',
    stated: 'stated by a collected command output',
    instant: 'an instant',
    ended: 'a stretch of time that ends at the line',
    open: 'a stretch of time that goes on at the line',
    progress: 'a wait that reports again and again',
    quietBelow: (count) => `quiet below ${count} occurrences`,
    quietUnder: (seconds) => `quiet under ${seconds} s`,
    usualCauses: 'Usual causes',
    firstCheck: 'First check',
    remedy: 'Remedy',
    wordings: 'Lines',
    source: 'Source',
  },
  zh: {
    title: 'Causeline 能识别的内容',
    intro: `全部特征，按类别排列。由 \`npm run docs\` 根据 \`server/src/engine/catalogue\` 生成；\`causeline signatures --id ID\` 可单独显示一个。`,
    roles: { problem: '问题', context: '背景', recovery: '问题结束', benign: '无害，不提示' },
    neverRoot: '症状，从不作为链的根因',
    from: '来源程序',
    stated: '由采集到的命令输出给出',
    instant: '时刻',
    ended: '在该行结束的时段',
    open: '在该行仍在持续的时段',
    progress: '反复报告的等待',
    quietBelow: (count) => `少于 ${count} 次不提示`,
    quietUnder: (seconds) => `短于 ${seconds} 秒不提示`,
    usualCauses: '常见原因',
    firstCheck: '首先检查',
    remedy: '处理办法',
    wordings: '日志行',
    source: '出处',
  },
};

/** The whole document. */
export function signaturesDoc(language: Language): string {
  const said = words[language];
  const groups = categories.map((category) => ({
    category,
    members: catalogue.signatures
      .filter((signature) => signature.category === category)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
  const overview = groups.map(({ category }) => `[${category}](#${category})`).join(' · ');
  const parts = [
    `# ${said.title}`,
    said.intro,
    overview,
    ...groups.flatMap(({ category, members }) => [
      `## ${category}`,
      ...members.map((signature) => describeSignature(signature, language)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function describeSignature(signature: Signature, language: Language): string {
  const said = words[language];
  const facts = [
    signature.severity,
    said.roles[signature.role],
    ...(signature.symptomOnly === true ? [said.neverRoot] : []),
    `${said.from} ${signature.emitters.join(', ')}`,
    signature.fact === undefined ? timeOf(signature, said) : said.stated,
    ...(signature.quietBelow === undefined ? [] : [said.quietBelow(signature.quietBelow)]),
    ...(signature.quietUnderMs === undefined ? [] : [said.quietUnder(signature.quietUnderMs / 1000)]),
  ];
  const versions = [...new Set(signature.wordings.flatMap((wording) => wording.versions ?? []))];
  const lines = [
    `### ${signature.id}`,
    `**${signature.title[language]}** (${facts.join('; ')})`,
    signature.meaning[language],
    [
      `- ${said.usualCauses}: ${signature.usualCauses[language]}`,
      `- ${said.firstCheck}: ${signature.firstCheck[language]}`,
      `- ${said.remedy}: ${signature.remedy[language]}`,
      `- ${said.source}: ${signature.source.map(sourceLink).join(', ')}`,
      ...(versions.length === 0 ? [] : [`- ${said.wordings}: ${versions.join('; ')}`]),
    ].join('\n'),
  ];
  if (signature.matches.length > 0) lines.push(['```text', ...signature.matches, '```'].join('\n'));
  return lines.join('\n\n');
}

function timeOf(signature: Signature, said: Words): string {
  const { time } = signature;
  if (time.kind === 'instant') return said.instant;
  return { end: said.ended, open: said.open, progress: said.progress }[time.anchor];
}

/** An address to follow, or a repository with the path that held the wording in the releases it was checked in. */
function sourceLink(source: string): string {
  if (source.startsWith('https://')) return `<${source}>`;
  const colon = source.indexOf(':');
  const repository = colon < 0 ? source : source.slice(0, colon);
  const path = colon < 0 ? '' : ` \`${source.slice(colon + 1)}\``;
  return `[${repository}](https://github.com/${repository})${path}`;
}
