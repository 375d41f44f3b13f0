/** The shape of a rule file as data: what validates it, what the editor completes from, and what the published JSON schema is written from. */

/** A part of the shape; the subset of JSON Schema 2020-12 that rule files need. */
export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'null';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** One of these shapes; told apart by their type. */
  readonly anyOf?: readonly Shape[];
}

/** Longest pattern. */
export const maxPatternLength = 2000;
/** Shortest text that is searched before a pattern runs. */
export const minLiteralLength = 5;

const id: Shape = { type: 'string', pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$', maxLength: 80 };
const ids: Shape = { type: 'array', items: id, maxItems: 200 };
const lines: Shape = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 8192 }, maxItems: 100 };

const text = (description: string): Shape => ({
  description,
  anyOf: [
    { type: 'string', minLength: 1, maxLength: 1000 },
    {
      type: 'object',
      properties: {
        en: { type: 'string', minLength: 1, maxLength: 1000 },
        zh: { type: 'string', minLength: 1, maxLength: 1000 },
      },
      required: ['en'],
    },
  ],
});

const wording: Shape = {
  type: 'object',
  properties: {
    literal: {
      type: 'string',
      description:
        'Plain ASCII that stands in every line the pattern matches; searched first. Taken from the pattern when absent.',
      minLength: minLiteralLength,
      maxLength: 200,
      pattern: "^[ !#-%'-;=?-\\[\\]-~]+$",
    },
    regex: {
      type: 'string',
      description:
        'RE2 syntax, runs on the message without its envelopes. Named groups (?<pod>...) are captured; names of entity kinds become entities.',
      minLength: 1,
      maxLength: maxPatternLength,
    },
    versions: { type: 'string', description: 'Releases in which this wording was seen.', maxLength: 200 },
  },
  required: ['regex'],
};

const time: Shape = {
  type: 'object',
  description: 'Absent: the line stands for a moment. Present: it reports a stretch of time.',
  properties: {
    anchor: {
      type: 'string',
      enum: ['end', 'open', 'progress'],
      description: 'end: it ended with the line; open: it goes on; progress: the same wait reports several times.',
    },
    capture: { type: 'string', description: 'Named group that holds the duration.', maxLength: 80 },
    unit: {
      type: 'string',
      enum: ['ns', 'us', 'ms', 's', 'min', 'h', 'go'],
      description: 'Unit of the captured number; go: 4h19m47.3s.',
    },
    fixedMs: { type: 'number', description: 'Duration in ms when the line does not say it.', minimum: 0 },
  },
  required: ['anchor'],
};

const pattern = (description: string): Shape => ({
  type: 'string',
  description,
  minLength: 1,
  maxLength: maxPatternLength,
});

const flag = (description: string): Shape => ({ type: 'string', enum: ['yes', 'no'], description });

const milliseconds = (description: string): Shape => ({ type: 'number', minimum: 0, description });

/** `categories`, `severities` and so on come from the engine, so that there is one list of each. */
export interface ClosedSets {
  readonly categories: readonly string[];
  readonly severities: readonly string[];
  readonly emitters: readonly string[];
  readonly entityKinds: readonly string[];
}

const fact: Shape = {
  type: 'object',
  description: 'Instead of wordings: holds when a collected command output states this.',
  properties: {
    name: { type: 'string', description: 'Name of the fact, as reports list it.', minLength: 1, maxLength: 80 },
    atLeast: { type: 'number', description: 'The number must be at least this.' },
    atMost: { type: 'number', description: 'The number must be at most this.' },
    value: pattern('RE2 pattern that its text must match.'),
    subject: pattern('RE2 pattern that its subject (a process, a mount point) must match.'),
  },
  required: ['name'],
};

/** What only one side of an edge must say. */
const says: Shape = {
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    properties: {
      signature: { ...id, description: 'One of this side.' },
      regex: pattern('RE2 pattern that the text should match; a text that says otherwise makes the edge a hint.'),
    },
    required: ['signature', 'regex'],
  },
};

/** The whole rule file. */
export function ruleFileShape({ categories, severities, emitters, entityKinds }: ClosedSets): Shape {
  const signature: Shape = {
    type: 'object',
    description: 'One named thing that logs say.',
    properties: {
      id: { ...id, description: 'Unique; none of the built-in ones.' },
      title: text('What happened, in at most 60 characters.'),
      category: { type: 'string', enum: categories, description: 'By what the line itself says. Default: other.' },
      severity: { type: 'string', enum: severities, description: 'Of the fact, not of the record. Default: warning.' },
      role: {
        type: 'string',
        enum: ['problem', 'context', 'recovery', 'benign'],
        description:
          'problem (default): something went wrong; context: explains, is no failure; recovery: ends a problem; benign: noise that looks bad and stays quiet.',
      },
      wordings: {
        type: 'array',
        items: wording,
        minItems: 1,
        maxItems: 20,
        description: 'One entry for each wording.',
      },
      fact,
      emitters: {
        type: 'array',
        items: { type: 'string', enum: emitters },
        minItems: 1,
        maxItems: emitters.length,
        description: 'Who writes the line; anybody when absent.',
      },
      time,
      entities: {
        type: 'object',
        description: 'What follows from the wording alone, such as the name of the lock.',
        properties: Object.fromEntries(entityKinds.map((kind) => [kind, { type: 'string', maxLength: 256 } as Shape])),
      },
      symptomOnly: flag('yes: only reports what something else did; never the beginning of a chain.'),
      saysNotWhy: flag('yes: says that something failed and never why; what happened just before may be the reason.'),
      lastResort: flag('yes: told only where nothing else in the record is recognised.'),
      envelope: flag('yes: only the frame around an inner text, whose meaning counts.'),
      impact: {
        type: 'integer',
        minimum: 0,
        maximum: 4,
        description: 'How far it is felt, 0 (operators only) to 4 (the node is lost). Default: by the category.',
      },
      holdsLock: { type: 'string', maxLength: 80, description: 'The lock that is held during the reported stretch.' },
      namesHolder: flag('yes: the process that the line names holds the lock.'),
      marksStart: flag('yes: something was just started; what goes away by itself right after it is how things start.'),
      normalAtStart: pattern(
        'RE2 pattern of texts that every start says for some seconds: a chain of nothing else, at the beginning of a log, is no more than possible.',
      ),
      ends: { ...ids, description: 'For recovery: signatures whose open intervals this line ends.' },
      excusesMs: milliseconds(
        'For recovery: what it ends stays quiet when all of it lies within this many ms before; with marksStart, the same for what it excuses, after.',
      ),
      excuses: {
        ...ids,
        description: 'With marksStart: signatures of what every such start says for its first seconds.',
      },
      quietBelow: { type: 'integer', minimum: 1, description: 'Fewer occurrences than this stay quiet.' },
      quietWithinMs: milliseconds('quietBelow asks for so many within this time, in ms.'),
      quietUnderMs: milliseconds('Reported stretches shorter than this, in ms, stay quiet.'),
      weakBelow: {
        type: 'object',
        description:
          'Fewer than least on each single object of this kind happen every day: told, but no step to rest on.',
        properties: {
          least: { type: 'integer', minimum: 1 },
          per: { type: 'string', enum: entityKinds },
        },
        required: ['least', 'per'],
      },
      sameAs: { ...id, description: 'Signatures with one name here are views of one happening: merged, never linked.' },
      meaning: text('What the line means.'),
      usualCauses: text('What usually causes it.'),
      firstCheck: text('What to look at or run first.'),
      remedy: text('What cures it.'),
      source: {
        type: 'array',
        items: { type: 'string', maxLength: 400 },
        maxItems: 20,
        description: 'Where the wording comes from.',
      },
      matches: { ...lines, minItems: 1, description: 'Lines that must be recognised, with or without their frame.' },
      mustNotMatch: { ...lines, description: 'Lines that look alike and must not be recognised.' },
    },
    required: ['id', 'title'],
  };
  const edge: Shape = {
    type: 'object',
    description: 'Why one signature’s happening brings about another’s.',
    properties: {
      id: { ...id, description: 'Unique; tells the mechanism.' },
      causes: { ...ids, minItems: 1, description: 'Signatures, own or built-in.' },
      effects: { ...ids, minItems: 1, description: 'Signatures, own or built-in.' },
      mechanism: text('One sentence: how the cause brings about the effect.'),
      scope: {
        type: 'string',
        enum: ['record', 'container', 'pod', 'unit', 'process', 'device', 'volume', 'node', 'cluster'],
        description: 'What both must have in common. Default: node.',
      },
      lag: {
        type: 'object',
        description: 'Effect’s time minus cause’s time, in ms. Default: 0 to 60,000, at most 600,000.',
        properties: {
          typicalMs: { type: 'array', items: { type: 'number', minimum: 0 }, minItems: 2, maxItems: 2 },
          maxMs: { anyOf: [{ type: 'number', minimum: 0 }, { type: 'null' }] },
        },
        required: ['typicalMs'],
      },
      strength: {
        type: 'string',
        enum: ['necessary', 'likely', 'possible'],
        description: 'necessary: holds only where the effect quotes the cause, then with certainty. Default: possible.',
      },
      quotes: pattern('For necessary: RE2 pattern of the cause’s words as the effect’s text quotes them.'),
      agree: {
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 80 },
        maxItems: 20,
        description: 'Captures or entities that must be equal on both sides when both have them.',
      },
      causeSays: { ...says, description: 'What the cause’s own text should say for this mechanism.' },
      effectSays: { ...says, description: 'What the effect’s own text should say for this mechanism.' },
      supportedBy: { ...ids, description: 'Signatures whose presence near by raises confidence.' },
      refutedBy: { ...ids, description: 'Signatures whose presence near by speaks against it.' },
      supports: text('What else the logs should show if this is true.'),
      refutes: text('What would show that it is not.'),
      source: { type: 'array', items: { type: 'string', maxLength: 400 }, maxItems: 20 },
    },
    required: ['id', 'causes', 'effects', 'mechanism'],
  };
  return {
    type: 'object',
    description: 'Causeline rules: signatures and causal edges of your own.',
    properties: {
      signatures: { type: 'array', items: signature, maxItems: 2000 },
      edges: { type: 'array', items: edge, maxItems: 2000 },
    },
  };
}

/** The published JSON schema. */
export function toJsonSchema(shape: Shape): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Causeline rules',
    ...closed(shape),
  };
}

/** Objects take no members but their own: a misspelt one would be lost in silence. */
function closed(shape: Shape): Readonly<Record<string, unknown>> {
  const { properties, items, anyOf, ...rest } = shape;
  return {
    ...rest,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, closed(member)])),
          additionalProperties: false,
        }),
    ...(items === undefined ? {} : { items: closed(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(closed) }),
  };
}
