/** Checks the arguments of the command behind a lens: anybody may call a command with anything. */
import type { NearbyParams } from '../../../server/src/protocol/messages';

/** The arguments as the server wants them; `null` when they are none of ours. */
export function readLensArguments(event: unknown, kind: unknown): NearbyParams | null {
  if (typeof event !== 'string' || event.length > 200) return null;
  return kind === 'near' || kind === 'cause' || kind === 'effect' ? { event, kind } : null;
}
