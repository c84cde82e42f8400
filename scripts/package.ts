// `npm run package`: a runnable app folder in release/. With --installers: the installers of this platform, which need
// tools that electron-builder fetches, so the release workflow builds them.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, type Configuration, DIR_TARGET, Platform } from 'electron-builder';
import { buildApp } from './build.ts';
import { type ElectronRuntime, ensureElectron } from './electron-runtime.ts';
import { writeLicences } from './licences.ts';
import { projectRoot } from './project-paths.ts';
import { runScript } from './run-script.ts';

// A fuse is one character in the executable: '1' is on.
const FUSE_ON = '1'.charCodeAt(0);

const packageApp = async (isForInstallers: boolean): Promise<number> => {
  await buildApp();
  const licences = await writeLicences(join(projectRoot, 'dist', 'Licences.txt'));
  console.log(`The licences of ${licences} bundled packages go with the app.`);
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
  const { folder, executable } = await findPackagedApp();
  console.log('\nFuses, read back from the packaged app:');
  for (const [name, isOn] of Object.entries(await readFuses(executable))) {
    console.log(`  ${name}: ${isOn ? 'on' : 'off'}`);
  }
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

const APP_FOLDER = /^(linux|win)(-\w+)?-unpacked$|^mac(-\w+)?$/;

/** Finds the app folder in release/, and the program in it. */
export const findPackagedApp = async (): Promise<{
  readonly folder: string;
  readonly executable: string;
}> => {
  const output = join(projectRoot, 'release');
  const name = (await readdir(output)).find((entry) => APP_FOLDER.test(entry));
  if (name === undefined) throw new Error(`There is no app folder in ${output}.`);
  const folder = join(output, name);
  return { folder, executable: join(folder, ...programInside(process.platform)) };
};

const programInside = (platform: NodeJS.Platform): readonly string[] => {
  if (platform === 'darwin') return ['LANO Desk.app', 'Contents', 'MacOS', 'LANO Desk'];
  return [platform === 'win32' ? 'LANO Desk.exe' : 'lano-desk'];
};

/** Reads back which of Electron's fuses are on in a program. */
export const readFuses = async (executable: string): Promise<Readonly<Record<string, boolean>>> => {
  const wire = await getCurrentFuseWire(executable);
  const fuses = Object.entries(FuseV1Options).flatMap(([name, index]) =>
    typeof index === 'number' ? [[name, wire[index] === FUSE_ON] as const] : [],
  );
  return Object.fromEntries(fuses);
};

if (import.meta.main) await runScript(() => packageApp(process.argv.includes('--installers')));
