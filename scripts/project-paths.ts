import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = dirname(import.meta.dirname);

/** Where this project keeps what it fetched or compiled, so that it survives a fresh install of the packages. */
export const cacheFolder = (): string => {
  const base =
    process.env.XDG_CACHE_HOME ||
    (process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined) ||
    join(homedir(), '.cache');
  return join(base, 'lano-desk');
};

const require = createRequire(join(projectRoot, 'package.json'));

/** The folder of an installed package, asked for by name. */
export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));
