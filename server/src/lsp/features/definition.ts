/** Lets "go to definition" lead from an event to its cause, and "find references" list every line of its episode or every mention of a pod or another thing, in any editor. */
import type { Location } from 'vscode-languageserver';
import type { Mention, TriageEvent } from '../../engine/index';
import type { Feature, ServerContext } from '../context';
import { followAll, identifierInDocument } from '../following';

const maxReferences = 1000;

export const register: Feature = (ctx) => {
  ctx.connection.onDefinition(
    ctx.guard('definition', [], ({ textDocument, position }) => {
      const { index } = ctx.triage;
      const event = eventOn(ctx, textDocument.uri, position.line);
      if (event === undefined) return [];
      const causes = index.causesOf(index.episodeOf(event)?.id ?? '').flatMap((link) => {
        const cause = index.episode(link.cause);
        return (cause === undefined ? undefined : index.causeEvent(cause, event)) ?? [];
      });
      return causes.flatMap((cause) => locationOf(ctx, cause, textDocument.uri));
    }),
  );
  ctx.connection.onReferences(
    ctx.guard('references', [], async ({ textDocument, position }, token) => {
      const { index } = ctx.triage;
      const identifier = await identifierInDocument(ctx, textDocument.uri, position);
      if (identifier !== undefined) {
        const followed = await followAll(ctx, identifier, maxReferences, token);
        const named = (followed?.mentions ?? []).filter(({ isOwn }) => !isOwn);
        return named.flatMap((mention) => placeToLocation(ctx, mention, textDocument.uri));
      }
      const event = eventOn(ctx, textDocument.uri, position.line);
      const episode = event === undefined ? undefined : index.episodeOf(event);
      if (episode === undefined) return [];
      return index
        .eventsOfEpisode(episode)
        .slice(0, maxReferences)
        .flatMap((other) => locationOf(ctx, other, textDocument.uri));
    }),
  );
  return { definitionProvider: true, referencesProvider: true };
};

function eventOn(ctx: ServerContext, uri: string, line: number): TriageEvent | undefined {
  const shown = ctx.lineAt(uri, line);
  return shown === undefined ? undefined : ctx.triage.index.eventsAt(shown.source, shown.line)[0];
}

function locationOf(ctx: ServerContext, event: TriageEvent, from: string): Location[] {
  const [start, end] = event.span ?? [0, 0];
  return placeToLocation(ctx, { source: event.source, line: event.line, start, end }, from);
}

function placeToLocation(
  ctx: ServerContext,
  { source, line: number, start, end }: Pick<Mention, 'source' | 'line' | 'start' | 'end'>,
  from: string,
): Location[] {
  const { uri, line } = ctx.placeOf(source, number, from);
  if (uri === null) return [];
  return [{ uri, range: { start: { line, character: start }, end: { line, character: end } } }];
}
