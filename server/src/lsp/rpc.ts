/** Binds the product's own messages to the connection, typed by the message itself. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Message } from '../protocol/messages';
import { guard } from './guard';

/** Answers one of our requests; of parameters that are none of it, says what is wrong with them. */
export function onMessage<Params, Result>(
  connection: Connection,
  message: Message<Params, Result>,
  empty: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): void {
  const log = (text: string): void => connection.console.error(text);
  const guarded = guard<Params, Result>(message.method, empty, log, handler);
  // Without parameters only the token comes; a list of them comes one by one.
  connection.onRequest<unknown, void>(message.method, (...given: unknown[]) => {
    const token = given.pop() as CancellationToken;
    const params = given.length > 1 ? given : given[0];
    const problem = message.params?.(params, 'params') ?? null;
    if (problem !== null) return new ResponseError<void>(ErrorCodes.InvalidParams, `${message.method}: ${problem}`);
    return guarded(params as Params, token);
  });
}

/** Listens to one of our notifications. */
export function onNotice<Params>(
  connection: Connection,
  message: Message<Params, void>,
  handler: (params: Params) => void,
): void {
  connection.onNotification(message.method, (params: Params) => handler(params));
}

/** Sends one of our notifications. */
export function notify<Params>(connection: Connection, message: Message<Params, void>, params: Params): void {
  connection.sendNotification(message.method, params).catch((error: unknown) => {
    connection.console.error(`${message.method} was not sent: ${String(error)}`);
  });
}
