/** Wraps every request handler: a cancelled request ends at once, a failed one gives an empty answer and a log entry. */
import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A handler as the connection wants it. */
export type Guarded<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError<void>>;

/** Handler with cancellation, log and empty answer. */
export function guard<Params, Result>(
  name: string,
  empty: Result,
  log: (message: string) => void,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): Guarded<Params, Result> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    const stop = whenCancelled(token);
    try {
      return await Promise.race([Promise.resolve(handler(params, token)), stop.promise]);
    } catch (error) {
      if (token.isCancellationRequested) return cancelled();
      log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    } finally {
      stop.dispose();
    }
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function whenCancelled(token: CancellationToken): { readonly promise: Promise<ResponseError<void>>; dispose(): void } {
  let subscription: { dispose(): void } | undefined;
  const promise = new Promise<ResponseError<void>>((resolve) => {
    subscription = token.onCancellationRequested(() => resolve(cancelled()));
  });
  return { promise, dispose: () => subscription?.dispose() };
}
