/** Sends one of our messages through the language client, typed by the message itself. */
import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient/node';
import type { Message } from '../../server/src/protocol/messages';

/** Asks the server. */
export function ask<Params, Result>(
  client: BaseLanguageClient,
  message: Message<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // A token that is not there would be sent as a second parameter.
  return token === undefined
    ? client.sendRequest<Result>(message.method, params)
    : client.sendRequest<Result>(message.method, params, token);
}

/** Tells the server. */
export function tell<Params>(
  client: BaseLanguageClient,
  message: Message<Params, void>,
  params: Params,
): Promise<void> {
  return client.sendNotification(message.method, params);
}

/** Listens to the server. */
export function listen<Params>(
  client: BaseLanguageClient,
  message: Message<Params, void>,
  handler: (params: Params) => void,
): void {
  client.onNotification(message.method, (params: Params) => handler(params));
}
