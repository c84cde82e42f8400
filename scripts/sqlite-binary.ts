// SQLite for the registry runtime. The published binary asks for Node-API 10 and takes the process down on an
// Electron that offers only Node-API 9, so the same source is compiled once without that demand. The result also
// works in Node 24. It is kept in the cache by version and put in place each time, so a fresh install of the
// packages cannot lose it, and the published binary is put back when the official Electron is used.
import {
  appendFile,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, packageFolder } from './project-paths.ts';
import { runOrFail } from './run-command.ts';
import { ensureCompiler } from './system-libraries.ts';

const COMPILE_LIMIT_MS = 15 * 60_000;
const RECIPE = 2;

// SQLite needs references to plain strings. Node-API has them since version 10, and before that for modules that
// declare this number.
const EXPERIMENTAL_NODE_API = 2_147_483_647;
// Such modules must also put off what they do when an object is collected. The packaged headers leave this out.
const POST_FINALIZER = `
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize finalize_cb, void* finalize_data, void* finalize_hint);
EXTERN_C_END
`;

type SqlitePlaces = {
  readonly packageFolder: string;
  /** What the package loads on this machine. */
  readonly inUse: string;
  /** A file that says that what is in use was compiled here; a fresh install of the package takes it away. */
  readonly mark: string;
  readonly compiled: string;
  readonly published: string;
};

/** Puts the compiled SQLite where the package loads it, compiling it first if this version never was. */
export const placeCompiledSqlite = async (): Promise<void> => {
  const places = await findPlaces();
  if (!(await isFile(places.compiled))) await compile(places);
  if (await isSameFile(places.inUse, places.compiled)) return;
  if (!(await isFile(places.mark))) await putInPlace(places.inUse, places.published);
  await writeFile(places.mark, '');
  await putInPlace(places.compiled, places.inUse);
};

/** Puts the published SQLite back if a compiled one is in its place. */
export const restorePublishedSqlite = async (): Promise<void> => {
  const places = await findPlaces();
  if (!(await isFile(places.mark))) return;
  if (!(await isFile(places.published))) {
    throw new Error(
      'SQLite was compiled for another Electron, and the published one is gone. Run "npm ci" to have it back.',
    );
  }
  await putInPlace(places.published, places.inUse);
  await rm(places.mark);
};

const findPlaces = async (): Promise<SqlitePlaces> => {
  const folder = packageFolder('better-sqlite3');
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const cached = join(cacheFolder(), `sqlite-${manifest.version}-${RECIPE}`);
  return {
    packageFolder: folder,
    inUse: join(folder, 'prebuilds', `${process.platform}-${process.arch}.node`),
    mark: join(folder, 'prebuilds', 'compiled-here'),
    compiled: join(cached, 'compiled.node'),
    published: join(cached, 'published.node'),
  };
};

const compile = async (places: SqlitePlaces): Promise<void> => {
  await ensureCompiler();
  console.log('Compiling SQLite for this Electron. This takes about two minutes and happens once.');
  await mkdir(cacheFolder(), { recursive: true });
  const workFolder = await mkdtemp(join(cacheFolder(), 'compile-'));
  try {
    const source = await copySource(places.packageFolder, join(workFolder, 'source'));
    const headers = await writeHeaders(join(workFolder, 'headers'));
    const nodeGyp = join(packageFolder('node-gyp'), 'bin', 'node-gyp.js');
    await runOrFail(process.execPath, [nodeGyp, 'rebuild', '--release', '--force_build=1'], {
      cwd: source,
      timeoutMs: COMPILE_LIMIT_MS,
      env: {
        ...process.env,
        CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=${EXPERIMENTAL_NODE_API}`,
        JOBS: String(cpus().length),
        // Not as an argument: where npm is set to a folder of its own, that would win over one.
        npm_config_nodedir: headers,
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      },
    });
    const binary = join(source, 'build', 'Release', 'better_sqlite3.node');
    await checkPutsOffFinalizers(binary);
    await putInPlace(binary, places.compiled);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
};

// Without it the process is ended by the first collected statement, minutes into a run.
const checkPutsOffFinalizers = async (binary: string): Promise<void> => {
  if ((await readFile(binary)).includes('node_api_post_finalizer')) return;
  throw new Error('SQLite was compiled with other headers than the ones packaged for it.');
};

const copySource = async (from: string, to: string): Promise<string> => {
  for (const part of ['src', 'deps', 'lib', 'binding.gyp', 'package.json']) {
    await cp(join(from, part), join(to, part), { recursive: true });
  }
  const addonApi = createRequire(join(from, 'package.json')).resolve('node-addon-api/package.json');
  await mkdir(join(to, 'node_modules'));
  await symlink(dirname(addonApi), join(to, 'node_modules', 'node-addon-api'));
  return to;
};

// node-gyp wants a folder laid out like an installed Node. The Node-API headers are all that SQLite needs of it, and
// they come as a package, so no header of the machine's own Node is asked for.
const writeHeaders = async (to: string): Promise<string> => {
  const include = join(to, 'include', 'node');
  await cp(join(packageFolder('node-api-headers'), 'include'), include, { recursive: true });
  await appendFile(join(include, 'js_native_api.h'), POST_FINALIZER);
  await writeFile(join(include, 'config.gypi'), "{ 'target_defaults': {}, 'variables': {} }\n");
  await writeFile(
    join(include, 'common.gypi'),
    `{ 'target_defaults': {
      'cflags': ['-pthread', '-fPIC'], 'cflags_cc': ['-fno-exceptions', '-fno-rtti'], 'ldflags': ['-pthread'],
      'default_configuration': 'Release', 'configurations': { 'Debug': {}, 'Release': {} } } }\n`,
  );
  return to;
};

// A rename is atomic, and a process that has the old file loaded keeps it.
const putInPlace = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true });
  const fresh = `${to}.${process.pid}`;
  await copyFile(from, fresh);
  await rename(fresh, to);
};

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [oneBytes, otherBytes] = await Promise.all([readFile(one), readFile(other)]);
  return oneBytes.equals(otherBytes);
};
