// The system packages that a bare Debian or Ubuntu lacks. Only tests, the demo and the bench ask for them.
import { readFile } from 'node:fs/promises';
import { hasDisplay } from './display.ts';
import { runCommand } from './run-command.ts';

type Need = {
  /** Debian package names, the newest first: some were renamed when time became 64 bits wide. */
  readonly packages: readonly [string, ...string[]];
  readonly isThere: (machine: Machine) => boolean;
};

type Machine = {
  readonly libraries: ReadonlySet<string>;
  readonly commands: ReadonlySet<string>;
  readonly fonts: string;
};

const library = (soname: string, ...packages: Need['packages']): Need => ({
  packages,
  isThere: ({ libraries }) => libraries.has(soname),
});

const command = (name: string, ...packages: Need['packages']): Need => ({
  packages,
  isThere: ({ commands }) => commands.has(name),
});

const ELECTRON_NEEDS: readonly Need[] = [
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  { packages: ['fonts-dejavu-core'], isThere: ({ fonts }) => fonts.includes('DejaVuSans.ttf') },
];

const VIRTUAL_DISPLAY_NEEDS: readonly Need[] = [command('Xvfb', 'xvfb'), command('xauth', 'xauth')];

const COMPILER_NEEDS: readonly Need[] = [
  command('g++', 'g++'),
  command('make', 'make'),
  command('python3', 'python3'),
];

/** Promises what Electron needs to run, a virtual display included where there is no other: installs it as root on Debian and Ubuntu, else says how. */
export const ensureDisplayLibraries = (): Promise<void> =>
  ensure([...ELECTRON_NEEDS, ...(hasDisplay() ? [] : VIRTUAL_DISPLAY_NEEDS)], 'Running Electron');

/** Promises a C++ compiler: installs it as root on Debian and Ubuntu, else says how. */
export const ensureCompiler = (): Promise<void> => ensure(COMPILER_NEEDS, 'Compiling SQLite');

/** Fails with the names of the libraries that a program is linked to and this system lacks; Linux only. */
export const checkLinkedLibraries = async (executable: string): Promise<void> => {
  if (process.platform !== 'linux') return;
  const { output } = await runCommand('ldd', [executable], { output: 'collect' });
  const missing = parseMissingLibraries(output);
  if (missing.length > 0) {
    throw new Error(
      `Electron cannot start: this system lacks ${missing.join(', ')}. Install the packages that hold them.`,
    );
  }
};

/** Reads out of what `ldd` prints which libraries it did not find. */
export const parseMissingLibraries = (listing: string): readonly string[] =>
  listing.split('\n').flatMap((line) => /^\s+(\S+) => not found/.exec(line)?.[1] ?? []);

const ensure = async (needs: readonly Need[], purpose: string): Promise<void> => {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(needs);
  if (missing.length === 0) return;
  if (!(await isDebianLike())) {
    throw new Error(
      `${purpose} needs what Debian calls ${missing.map((need) => need.packages.at(-1)).join(', ')}. Install these and try again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `${purpose} needs a few system packages. Install them with:\n  sudo apt-get install -y ${(await choosePackages(missing)).join(' ')}`,
    );
  }
  await install(missing, purpose);
};

const install = async (missing: readonly Need[], purpose: string): Promise<void> => {
  const apt = (...args: readonly string[]) =>
    runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      output: 'collect',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(
    `${purpose} needs system packages: ${missing.map((need) => need.packages.at(-1)).join(', ')}. Installing them.`,
  );
  await apt('update');
  const packages = await choosePackages(missing);
  const outcome = await apt('install', '-y', '--no-install-recommends', ...packages);
  const stillMissing = await findMissing(missing);
  if (stillMissing.length > 0) {
    throw new Error(
      `"apt-get install -y ${packages.join(' ')}" did not bring what is missing.\n${outcome.output.trim()}`,
    );
  }
};

const findMissing = async (needs: readonly Need[]): Promise<readonly Need[]> => {
  const machine = await look();
  return needs.filter((need) => !need.isThere(machine));
};

const look = async (): Promise<Machine> => {
  const [listing, fonts, commands] = await Promise.all([
    runCommand('/sbin/ldconfig', ['-p'], { output: 'collect' }),
    runCommand('find', ['/usr/share/fonts', '-name', 'DejaVuSans.ttf'], { output: 'collect' }),
    runCommand('sh', ['-c', 'for name in Xvfb xauth g++ make python3; do command -v "$name"; done; true'], {
      output: 'collect',
    }),
  ]);
  return {
    libraries: new Set(parseLibraryNames(listing.output)),
    commands: new Set(commands.output.split('\n').map((path) => path.slice(path.lastIndexOf('/') + 1))),
    fonts: fonts.output,
  };
};

/** Reads the library names out of what `ldconfig -p` prints. */
export const parseLibraryNames = (listing: string): readonly string[] =>
  listing.split('\n').flatMap((line) => /^\s+(\S+) \(/.exec(line)?.[1] ?? []);

const choosePackages = async (needs: readonly Need[]): Promise<readonly string[]> => {
  const chosen: string[] = [];
  for (const { packages } of needs) {
    const known = await Promise.all(packages.map(isKnownPackage));
    chosen.push(packages.find((_, index) => known[index]) ?? packages[0]);
  }
  return chosen;
};

const isKnownPackage = async (name: string): Promise<boolean> => {
  const { code, output } = await runCommand('apt-cache', ['show', '--no-all-versions', name], {
    output: 'collect',
  });
  return code === 0 && output.includes(`Package: ${name}\n`);
};

const isDebianLike = async (): Promise<boolean> => {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
};
