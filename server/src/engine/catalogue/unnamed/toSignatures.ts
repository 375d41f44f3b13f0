/**
 * Writes out the signatures of errors that have no name: told only where nothing else in a record is recognised.
 *
 * The verdict, for all of them: it is a problem where the writer marks the line as an error, or writes of nothing but its one job, and the
 * text says that something failed. Where only one of both is so, the line is context: evidence of its part of the system, and still
 * listed among what no signature knows. Words of failure that no mark goes with are a doubt: a problem that nobody needs to hear of while
 * there is a louder one.
 */
import type { Signature, Wording } from '../signature';
import type { Area, Place } from './area';
import { anyWriter, driverPlaces, klogPlaces, manyJobs } from './places';
import { saysTrouble, saysTroubleItself } from './words';

type Written = Pick<
  Signature,
  'id' | 'title' | 'severity' | 'role' | 'saysNotWhy' | 'impact' | 'meaning' | 'wordings' | 'matches'
>;

/** Three signatures for each area. The first one that fits is told, so that what is named more exactly stands before the rest. */
export function unnamedSignatures(areas: readonly Area[]): Signature[] {
  return areas.flatMap((area) => {
    const places = placesOf(area);
    return [troubleOf(area, places), doubtOf(area, places), hintOf(area, places)].map((written) => ({
      ...commonOf(area),
      ...written,
    }));
  });
}

function placesOf({ files, drivers, places, topic, anyTopic, isRest }: Area): Place[] {
  const about = anyTopic === undefined ? topic : `${topic}|${anyTopic}`;
  return [
    ...klogPlaces(files),
    ...driverPlaces(drivers),
    ...places,
    ...manyJobs.map((place) => ({ ...place, frame: `${place.frame}(?=[^\\n]{0,400}?(?:${about}))` })),
    ...anyWriter(about).filter(({ marking, stated }) => isRest !== true || marking !== 'told' || stated !== 'nothing'),
  ];
}

/** Texts that are a problem, by how their place marks them. */
const troubleIn = { error: saysTrouble, unmarked: saysTroubleItself, warning: null, told: '', doubted: null } as const;

/** Texts that are context where they are no problem. */
const hintIn = { error: '', unmarked: null, warning: '', told: null, doubted: null } as const;

/** Texts that may be a problem. */
const doubtIn = { error: null, unmarked: null, warning: null, told: null, doubted: '' } as const;

function wordingsOf(places: readonly Place[], texts: Readonly<Record<Place['marking'], string | null>>): Wording[] {
  return places.flatMap(({ literals, frame, marking, unless, stated, first }) => {
    const text = texts[marking];
    if (text === null) return [];
    const guard = unless === undefined ? '' : `(?![^\\n]{0,400}(?:${unless}))`;
    const asked = { ...(stated === undefined ? {} : { stated }), ...(first === undefined ? {} : { first }) };
    const wording = { literal: '', regex: { source: `${frame}${guard}${text}` }, ...asked };
    return literals.map((literal) => ({ ...wording, literal }));
  });
}

function troubleOf({ id, layer, troubles }: Area, places: readonly Place[]): Written {
  return {
    id: `${id}-trouble-unnamed`,
    title: { en: `${begin(layer.en)} reports an error`, zh: `${layer.zh}报告错误` },
    severity: 'warning',
    role: 'problem',
    saysNotWhy: true,
    // How far what has no name is felt, nobody knows: a named symptom goes before it.
    impact: 1,
    meaning: {
      en: `Something of ${layer.en} failed; which failure it is, no signature knows.`,
      zh: `${layer.zh}有操作失败；具体是何故障，没有特征可知。`,
    },
    wordings: wordingsOf(places, troubleIn),
    matches: troubles,
  };
}

function doubtOf({ id, layer, doubts }: Area, places: readonly Place[]): Written {
  return {
    id: `${id}-doubt-unnamed`,
    title: { en: `${begin(layer.en)} may have failed`, zh: `${layer.zh}可能有操作失败` },
    // Not loud: whoever wrote it did not call it an error. Where nothing else is found, it is still the place to look at first.
    severity: 'info',
    role: 'problem',
    saysNotWhy: true,
    impact: 0,
    meaning: {
      en: `A line about ${layer.en} uses words of failure, and is not marked as an error; which failure it is, no signature knows.`,
      zh: `有关${layer.zh}的一行日志含失败字样，但未标为错误；具体是何故障，没有特征可知。`,
    },
    wordings: wordingsOf(places, doubtIn),
    matches: doubts,
  };
}

function hintOf({ id, layer, hints }: Area, places: readonly Place[]): Written {
  return {
    id: `${id}-hint-unnamed`,
    title: { en: `${begin(layer.en)} marks a line as trouble`, zh: `${layer.zh}有标为异常的日志行` },
    severity: 'info',
    role: 'context',
    meaning: {
      en: `A line of ${layer.en} is marked as a warning or an error; what it is, and whether it matters, no signature knows.`,
      zh: `${layer.zh}的一行日志标为警告或错误；具体是什么、是否要紧，没有特征可知。`,
    },
    wordings: wordingsOf(places, hintIn),
    matches: hints,
  };
}

/** A name within a sentence, as one begins with it. */
function begin(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function commonOf(area: Area): Omit<Signature, keyof Written> {
  const { category, emitters, usualCauses, firstCheck, source, mustNotMatch } = area;
  return {
    category,
    emitters,
    time: { kind: 'instant' },
    lastResort: true,
    usualCauses,
    firstCheck,
    remedy: {
      en: 'Cure what the line names; a rule of your own gives it a name.',
      zh: '处理该行指出的问题；可用自定义规则为其命名。',
    },
    source,
    mustNotMatch,
  };
}
