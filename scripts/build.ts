// Bundles the app into dist/. Everything is bundled but the native SQLite package and the engines compiled to
// WebAssembly, which are put beside the bundles. What has not changed since the last build is not built again.
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { engineFiles } from '../main/services/engine-file.ts';
import { findEntries } from './build-entries.ts';
import { fingerprint, readStamp, writeStamp } from './build-stamp.ts';
import { withFileLock } from './file-lock.ts';
import { projectRoot } from './project-paths.ts';
import { runScript } from './run-script.ts';

type Part = {
  readonly name: 'main' | 'renderer';
  readonly inputs: readonly string[];
  readonly build: (outDir: string) => Promise<unknown>;
};

const dist = join(projectRoot, 'dist');
const SHARED_INPUTS = [
  'shared',
  'assets',
  'package-lock.json',
  'scripts/build.ts',
  'scripts/build-entries.ts',
];

/** Promises a dist/ that fits the sources. Safe to call from several processes at once. */
export const buildApp = (): Promise<void> => buildParts(['main', 'renderer']);

/** The same for some of it. */
export const buildParts = (names: readonly Part['name'][]): Promise<void> =>
  withFileLock(join(dist, 'build.lock'), 'Another build is running. Waiting for it.', async () => {
    for (const part of parts) if (names.includes(part.name)) await buildPart(part);
  });

const parts: readonly Part[] = [
  { name: 'main', inputs: ['main', ...SHARED_INPUTS], build: (outDir) => buildMain(outDir) },
  { name: 'renderer', inputs: ['renderer', ...SHARED_INPUTS], build: (outDir) => buildRenderer(outDir) },
];

// Built beside its place and then put there, so an app that is being started never meets half a build.
const buildPart = async (part: Part): Promise<void> => {
  const current = await fingerprint(projectRoot, part.inputs);
  const outDir = join(dist, part.name);
  if ((await readStamp(outDir)) === current) return;
  const startedAt = performance.now();
  const fresh = join(dist, `.${part.name}-new`);
  const old = join(dist, `.${part.name}-old`);
  await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })));
  await part.build(fresh);
  await writeStamp(fresh, current);
  await mkdir(dirname(outDir), { recursive: true });
  await rename(outDir, old).catch(ignoreMissing);
  await rename(fresh, outDir);
  await rm(old, { recursive: true, force: true });
  console.log(`Built ${part.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
};

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

const buildMain = async (outDir: string): Promise<void> => {
  const { entries, preload } = await findEntries(join(projectRoot, 'main'));
  await build(nodeBundle({ outDir, entries, format: 'es', fileName: '[name].js' }));
  await build(nodeBundle({ outDir, entries: { preload }, format: 'cjs', fileName: '[name].cjs' }));
  await copyEngines(join(outDir, 'engines'));
};

/**
 * Bundles a script that runs in plain Node with the threads it may start, as they ship, and gives its path: what reads
 * TypeScript weighs on every thread, and is in no app.
 */
export const bundleScript = async (name: string, script: string): Promise<string> => {
  const outDir = join(dist, name);
  const { entries } = await findEntries(join(projectRoot, 'main'));
  const threads = Object.entries(entries).filter(([entry]) => entry.startsWith('workers/'));
  const own = { ...Object.fromEntries(threads), [name]: script };
  await build(nodeBundle({ outDir, entries: own, format: 'es', fileName: '[name].js' }));
  return join(outDir, `${name}.js`);
};

const requireFrom = createRequire(import.meta.url);

const copyEngines = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(engineFiles))
    await copyFile(requireFrom.resolve(source), join(folder, name));
};

type NodeBundle = {
  readonly outDir: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
  readonly fileName: string;
};

const nodeBundle = ({ outDir, entries, format, fileName }: NodeBundle): InlineConfig => ({
  root: projectRoot,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { ...entries },
      output: {
        format,
        entryFileNames: fileName,
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});

const buildRenderer = (outDir: string): Promise<unknown> =>
  build({
    configFile: join(projectRoot, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir },
  });

if (import.meta.main) {
  await runScript(async () => {
    await buildApp();
    return 0;
  });
}
