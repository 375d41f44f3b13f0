/** What the status bar says about a reading. */
import type { WireStatus } from '../../../server/src/protocol/wireTypes';
import type { Say } from '../say';

/** One state of the status bar item. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/** Text, explanation and what a click does. */
export function statusText(status: WireStatus, say: Say): StatusText {
  const { state, filesDone, files, chains, possible, events, unread } = status;
  switch (state) {
    case 'idle':
      return { text: '$(git-branch) Causeline', tooltip: say('No logs are open.'), command: 'causeline.analyze' };
    case 'indexing':
      return {
        text: `$(sync~spin) ${say('Causeline: reading {0} of {1} files', filesDone, files)}`,
        tooltip: [...progressNotes(status, say), say('Click to stop; what was read so far is kept.')].join('\n'),
        command: 'causeline.stop',
      };
    case 'failed':
      return {
        text: `$(error) ${say('Causeline: reading failed')}`,
        tooltip: say('Click to see why.'),
        command: 'causeline.showOutput',
      };
    case 'ready': {
      const incomplete = status.partial || unread > 0;
      const notes = [
        say('{0} events recognised', events),
        ...(possible > 0 ? [say('{0} more chains are only possible.', possible)] : []),
        ...(status.partial ? [say('Reading was stopped before the end.')] : []),
        ...(unread > 0 ? [say('{0} files or parts of files could not be read.', unread)] : []),
      ];
      return {
        text: `$(${incomplete ? 'warning' : 'git-branch'}) ${chains === 1 ? say('Causeline: 1 chain') : say('Causeline: {0} chains', chains)}`,
        tooltip: notes.join('\n'),
        command: 'causeline.chains.focus',
      };
    }
  }
}

/** Bytes, rate and time left, once they are known; and that something is there to look at already. */
function progressNotes({ bytesRead, bytes, elapsedMs, partial }: WireStatus, say: Say): string[] {
  const bytesPerMs = bytesRead / Math.max(1, elapsedMs);
  const megabytes = (count: number): string => String(Math.round(count / 1e6));
  const left = String(Math.ceil((bytes - bytesRead) / bytesPerMs / 1000));
  return [
    ...(bytesRead === 0
      ? []
      : [
          say(
            '{0} of {1} MB, {2} MB/s, {3} s left',
            megabytes(bytesRead),
            megabytes(bytes),
            String(Math.round(bytesPerMs / 1000)),
            left,
          ),
        ]),
    ...(partial ? [say('Still reading: this is what was read so far.')] : []),
  ];
}
