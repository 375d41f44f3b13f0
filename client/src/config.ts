/** The only reader of the user's settings on the side of the editor. */
import { workspace } from 'vscode';
import type { Settings } from '../../server/src/protocol/settings';
import { defaultSettings } from '../../server/src/protocol/settings';

/** The value of one setting. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return workspace.getConfiguration().get<Settings[Name]>(name) ?? defaultSettings[name];
}

/** All settings as the server wants them at its start. */
export function settingsSection(): unknown {
  return workspace.getConfiguration().get('causeline');
}
