/** What the parameters of a message must look like, so that one who writes a client is told what is wrong instead of getting an empty answer. */

/** Says what is wrong with a value that stands at a place, in words that follow the place; `null` when nothing is. */
export type Shape<Value> = ((value: unknown, where: string) => string | null) & {
  /** Never set; ties the type to the value. */
  readonly value?: Value;
};

/** What stands there, in few words. */
function nameOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function wrong(value: unknown, where: string, wanted: string): string {
  return `${where} is ${nameOf(value)}; it takes ${wanted}`;
}

/** Any text. */
export const text: Shape<string> = (value, where) =>
  typeof value === 'string' ? null : wrong(value, where, 'a string');

/** A position or a number of things. */
export const count: Shape<number> = (value, where) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? null : wrong(value, where, 'a whole number from 0 on');

/** Parameters that nobody looks at. */
export const anything: Shape<Readonly<Record<string, never>>> = () => null;

/** One of some fixed words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Shape<Word> {
  const wanted = words.map((word) => `"${word}"`).join(', ');
  return (value, where) => ((words as readonly unknown[]).includes(value) ? null : wrong(value, where, wanted));
}

/** A member that may be missing. */
export function maybe<Value>(shape: Shape<Value>): Shape<Value> {
  return (value, where) => (value === undefined ? null : shape(value, where));
}

/** A value in whose place `null` may stand. */
export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value, where) => (value === null ? null : shape(value, where));
}

/** An object; members that are not named here may be anything. */
export function object<Value>(members: { readonly [Name in keyof Value]-?: Shape<Value[Name]> }): Shape<Value> {
  const shapes = Object.entries(members) as [string, Shape<unknown>][];
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(value, where, 'an object');
    for (const [name, shape] of shapes) {
      const problem = shape((value as Readonly<Record<string, unknown>>)[name], `${where}.${name}`);
      if (problem !== null) return problem;
    }
    return null;
  };
}
