/** `causeline signatures`: what the catalogue knows, one line each or one in full. */
import type { Signature, WrittenPattern } from '../engine/index';
import { catalogue } from '../engine/index';
import type { SignaturesCommand } from './arguments';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** Runs the command; the exit status. */
export async function runSignatures(command: SignaturesCommand, terminal: Terminal): Promise<number> {
  const chosen =
    command.id === null
      ? catalogue.signatures
      : catalogue.signatures.filter((signature) => signature.id === command.id);
  if (chosen.length === 0)
    throw new UsageError(`there is no signature '${command.id}'; causeline signatures lists them`);
  if (command.format === 'json') await terminal.write(`${JSON.stringify(chosen, toPlain, 1)}\n`);
  else if (command.id === null)
    await terminal.write(
      chosen
        .map((signature) => `${signature.id}\t${signature.category}\t${signature.title[command.language]}\n`)
        .join(''),
    );
  else await terminal.write(chosen.map((signature) => inFull(signature, command.language)).join('\n'));
  return 0;
}

function toPlain(key: string, value: unknown): unknown {
  if (value instanceof RegExp) return value.source;
  return key === 'regex' ? (value as WrittenPattern).source : value;
}

function inFull(signature: Signature, language: 'en' | 'zh'): string {
  const edges = catalogue.edges;
  const causes = new Set(edges.filter((edge) => edge.effects.includes(signature.id)).flatMap((edge) => edge.causes));
  const effects = new Set(edges.filter((edge) => edge.causes.includes(signature.id)).flatMap((edge) => edge.effects));
  return [
    `${signature.id}: ${signature.title[language]}`,
    `  category ${signature.category}, severity ${signature.severity}, ${signature.role}`,
    `  ${signature.meaning[language]}`,
    `  usual causes: ${signature.usualCauses[language]}`,
    `  first check: ${signature.firstCheck[language]}`,
    `  remedy: ${signature.remedy[language]}`,
    `  causes known: ${[...causes].join(', ') || '-'}`,
    `  effects known: ${[...effects].join(', ') || '-'}`,
    ...signature.matches.map((line) => `  example: ${line}`),
    ...signature.source.map((source) => `  source: ${source}`),
    '',
  ].join('\n');
}
