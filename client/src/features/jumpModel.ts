/** Which command leads where, and what is said when it leads nowhere. */
import type { JumpTarget } from '../../../server/src/protocol/messages';
import type { WirePlace } from '../../../server/src/protocol/wireTypes';
import type { Say } from '../say';

/** Jump targets by command. */
export const jumpCommands: Readonly<Record<string, JumpTarget>> = {
  'causeline.nextEvent': 'nextEvent',
  'causeline.previousEvent': 'previousEvent',
  'causeline.nextRelated': 'nextRelated',
  'causeline.previousRelated': 'previousRelated',
  'causeline.goToCause': 'cause',
  'causeline.goToEffect': 'effect',
};

/** Why a jump leads nowhere. */
export function nowhere(target: JumpTarget, say: Say): string {
  switch (target) {
    case 'nextEvent':
    case 'previousEvent':
      return say('There is no event in this file.');
    case 'nextRelated':
      return say('There is no later related event.');
    case 'previousRelated':
      return say('There is no earlier related event.');
    case 'cause':
      return say('No cause of this event is known.');
    case 'effect':
      return say('No effect of this event is known.');
  }
}

/** A place to choose from. */
export interface JumpChoice {
  readonly label: string;
  readonly description: string;
  readonly place: WirePlace;
}

/** Choices when a jump could lead to several places; equal ones are told once. */
export function toChoices(places: readonly WirePlace[]): JumpChoice[] {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    const key = `${place.title} ${place.where}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ label: place.title, description: place.where, place }];
  });
}
