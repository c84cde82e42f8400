// `npm run package`: a runnable app folder in release/. With --installers: the installers of this platform, which need
// tools that electron-builder fetches, so the release workflow builds them.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, type Configuration, DIR_TARGET, Platform } from 'electron-builder';
import { buildApp } from './build.ts';
import { type ElectronRuntime, ensureElectron } from './electron-runtime.ts';
import { projectRoot } from './project-paths.ts';
import { runScript } from './run-script.ts';

// A fuse is one character in the executable: '1' is on.
const FUSE_ON = '1'.charCodeAt(0);

const packageApp = async (isForInstallers: boolean): Promise<number> => {
  await buildApp();
  const runtime = await ensureElectron();
  if (runtime.kind === 'registry' && isForInstallers) {
    throw new Error(
      'Installers are made from the official Electron only, and it cannot be fetched from this network.',
    );
  }
  await build({
    projectDir: projectRoot,
    targets: isForInstallers
      ? Platform.current().createTarget()
      : Platform.current().createTarget(DIR_TARGET, thisArch()),
    publish: 'never',
    config: configure(runtime, isForInstallers),
  });
  const folder = await findAppFolder();
  await printFuses(await findExecutable(folder));
  console.log(`\nThe app is in ${folder}.`);
  if (runtime.kind === 'registry') {
    console.log(
      `It runs on Electron ${runtime.version}, the older one for development and tests: try it here, and give it to nobody.`,
    );
  }
  return 0;
};

const configure = ({ distPath, version }: ElectronRuntime, isForInstallers: boolean): Configuration => {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  return {
    electronVersion: version,
    // Installers may be for another processor than this one, so electron-builder fetches what each of them needs.
    ...(isForInstallers ? {} : { electronDist: distPath }),
    // A Debian package has to name a home page.
    ...(GITHUB_REPOSITORY
      ? { extraMetadata: { homepage: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` } }
      : {}),
    afterPack: async ({ appOutDir, packager }) => {
      // Electron's own start page, left over when its folder is copied whole.
      await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
    },
  };
};

const thisArch = (): Arch => (process.arch === 'arm64' ? Arch.arm64 : Arch.x64);

const findAppFolder = async (): Promise<string> => {
  const output = join(projectRoot, 'release');
  const made = (await readdir(output)).filter((name) =>
    /^(linux|win|mac).*(unpacked|mac|arm64)$|^mac$/.test(name),
  );
  const [folder] = made;
  if (folder === undefined) throw new Error(`No app folder appeared in ${output}.`);
  return join(output, folder);
};

const findExecutable = async (folder: string): Promise<string> => {
  if (process.platform === 'darwin') return join(folder, 'LANO Desk.app');
  return join(folder, process.platform === 'win32' ? 'LANO Desk.exe' : 'lano-desk');
};

const printFuses = async (executable: string): Promise<void> => {
  const wire = await getCurrentFuseWire(executable);
  console.log('\nFuses, read back from the packaged app:');
  for (const [name, index] of Object.entries(FuseV1Options)) {
    if (typeof index !== 'number') continue;
    console.log(`  ${name}: ${wire[index] === FUSE_ON ? 'on' : 'off'}`);
  }
};

await runScript(() => packageApp(process.argv.includes('--installers')));
