import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../../shared/domain/settings.ts';

export type SettingsStore = {
  readonly read: () => Settings;
  readonly edit: (patch: Partial<Settings>) => Settings;
};

/** Keeps this computer's settings in one small file; a file that cannot be read counts as none. */
export function openSettings(folder: string, onChange: (settings: Settings) => void): SettingsStore {
  const path = join(folder, 'settings.json');
  let settings = load(path);
  return {
    read: () => settings,
    edit: (patch) => {
      settings = Settings.parse({ ...settings, ...patch });
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify(settings, null, 1));
      renameSync(`${path}.new`, path);
      onChange(settings);
      return settings;
    },
  };
}

function load(path: string): Settings {
  try {
    return Settings.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return Settings.parse({});
  }
}
