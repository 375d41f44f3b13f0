/** Time zones as outputs name them, in minutes east of UTC. */

const minutesByName: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  HKT: 480,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Minutes for `+0800`, `+08:00`, `+08` or an abbreviation that means one zone only; `null` for CST, IST, BST and unknown ones. */
export function zoneMinutesOf(text: string): number | null {
  const numeric = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  return minutesByName[text] ?? null;
}
