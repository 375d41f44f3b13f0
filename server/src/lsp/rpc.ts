/** Binds the product's own messages to the connection, typed by the message itself. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Message } from '../protocol/messages';
import { guard } from './guard';

/** Answers one of our requests. */
export function onMessage<Params, Result>(
  connection: Connection,
  message: Message<Params, Result>,
  empty: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): void {
  const log = (text: string): void => connection.console.error(text);
  const guarded = guard<Params, Result>(message.method, empty, log, handler);
  connection.onRequest<unknown, void>(message.method, (params: Params, token: CancellationToken) =>
    guarded(params, token),
  );
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
