/** Compares a parsed rule file with its shape and says in words what does not fit, and where. */
import type { Localized } from '../engine/index';
import type { Shape } from './shape';

/** Where a value stands: member names and list positions from the top of the file. */
export type ValuePath = readonly (string | number)[];

/** A misfit. */
export interface Misfit {
  readonly path: ValuePath;
  /** The name of a member is at fault, not its value. */
  readonly atKey: boolean;
  readonly message: Localized;
}

/** All misfits of a value, in the order of the file's members. */
export function validate(value: unknown, shape: Shape): Misfit[] {
  const found: Misfit[] = [];
  check(value, shape, [], found);
  return found;
}

function check(value: unknown, shape: Shape, path: ValuePath, found: Misfit[]): void {
  if (shape.anyOf !== undefined) {
    const fitting = shape.anyOf.find((choice) => choice.type === typeOf(value) || isWhole(value, choice));
    if (fitting === undefined)
      found.push(
        misfit(
          path,
          wrongType(
            shape.anyOf.map((choice) => choice.type ?? ''),
            value,
          ),
        ),
      );
    else check(value, fitting, path, found);
    return;
  }
  if (shape.type !== undefined && shape.type !== typeOf(value) && !isWhole(value, shape)) {
    found.push(misfit(path, wrongType([shape.type], value)));
    return;
  }
  if (typeof value === 'string') checkText(value, shape, path, found);
  else if (typeof value === 'number') checkNumber(value, shape, path, found);
  else if (Array.isArray(value)) checkList(value, shape, path, found);
  else if (isObject(value)) checkMembers(value, shape, path, found);
}

function checkText(value: string, shape: Shape, path: ValuePath, found: Misfit[]): void {
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    const choices = shape.enum.join(', ');
    found.push(
      misfit(path, {
        en: `'${short(value)}' is none of: ${choices}`,
        zh: `“${short(value)}”不在可选值之内:${choices}`,
      }),
    );
    return;
  }
  const least = shape.minLength ?? 0;
  const most = shape.maxLength ?? Number.POSITIVE_INFINITY;
  if (value.length < least)
    found.push(misfit(path, { en: `needs at least ${least} characters`, zh: `至少需要 ${least} 个字符` }));
  else if (value.length > most)
    found.push(misfit(path, { en: `takes at most ${most} characters`, zh: `最多 ${most} 个字符` }));
  else if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(value))
    found.push(misfit(path, patternHint(value, shape.pattern)));
}

function patternHint(value: string, pattern: string): Localized {
  const isId = pattern.startsWith('^[a-z]');
  return isId
    ? {
        en: `'${short(value)}' is no id: write lower-case words joined by '-'`,
        zh: `“${short(value)}”不是合法标识:请用小写单词并以 - 连接`,
      }
    : {
        en: `'${short(value)}' may hold plain ASCII only, without quotes, backslash, < > &: those may be escaped in a log`,
        zh: `“${short(value)}”只能包含普通 ASCII 字符,不含引号、反斜杠和 < > &(日志中它们可能被转义)`,
      };
}

function checkNumber(value: number, shape: Shape, path: ValuePath, found: Misfit[]): void {
  if (shape.minimum !== undefined && value < shape.minimum)
    found.push(misfit(path, { en: `must be at least ${shape.minimum}`, zh: `不得小于 ${shape.minimum}` }));
  if (shape.maximum !== undefined && value > shape.maximum)
    found.push(misfit(path, { en: `must be at most ${shape.maximum}`, zh: `不得大于 ${shape.maximum}` }));
}

function checkList(value: readonly unknown[], shape: Shape, path: ValuePath, found: Misfit[]): void {
  const least = shape.minItems ?? 0;
  const most = shape.maxItems ?? Number.POSITIVE_INFINITY;
  if (value.length < least)
    found.push(misfit(path, { en: `needs at least ${least} entries`, zh: `至少需要 ${least} 项` }));
  if (value.length > most) found.push(misfit(path, { en: `takes at most ${most} entries`, zh: `最多 ${most} 项` }));
  const { items } = shape;
  if (items === undefined) return;
  value.slice(0, most).forEach((item, index) => {
    check(item, items, [...path, index], found);
  });
}

function checkMembers(value: Readonly<Record<string, unknown>>, shape: Shape, path: ValuePath, found: Misfit[]): void {
  const properties = shape.properties ?? {};
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) check(member, known, [...path, name], found);
    else found.push({ path: [...path, name], atKey: true, message: unknownMember(name, Object.keys(properties)) });
  }
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(value, name)) found.push(misfit(path, { en: `'${name}' is missing`, zh: `缺少“${name}”` }));
  }
}

function unknownMember(name: string, known: readonly string[]): Localized {
  const list = known.join(', ');
  return {
    en: `'${short(name)}' is not known here; known are: ${list}`,
    zh: `此处没有“${short(name)}”;可用的有:${list}`,
  };
}

function wrongType(wanted: readonly string[], value: unknown): Localized {
  const list = wanted.join(' / ');
  return { en: `must be ${list}, is ${typeOf(value)}`, zh: `应为 ${list},实际为 ${typeOf(value)}` };
}

function misfit(path: ValuePath, message: Localized): Misfit {
  return { path, atKey: false, message };
}

function isWhole(value: unknown, shape: Shape): boolean {
  return shape.type === 'integer' && Number.isInteger(value);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
