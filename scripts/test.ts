// `npm test`: everything, in order, stopping at the first stage that fails.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { ensureElectron } from './electron-runtime.ts';
import { packageFolder, projectRoot } from './project-paths.ts';
import { runCommand } from './run-command.ts';
import { runScript } from './run-script.ts';
import { ensureDisplayLibraries } from './system-libraries.ts';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countVitest,
  noTests,
  readCounts,
  type TestCounts,
} from './test-counts.ts';
import { runJourneys } from './test-e2e.ts';

type Stage = {
  readonly name: string;
  readonly run: () => Promise<number>;
  readonly count?: () => Promise<TestCounts>;
};

const results = join(projectRoot, 'test-results');

const runTool = async (packageName: string, entry: string, args: readonly string[]): Promise<number> => {
  const { code } = await runCommand(process.execPath, [join(packageFolder(packageName), entry), ...args], {
    cwd: projectRoot,
  });
  return code;
};

const vitestStage = (name: 'unit' | 'integration'): Stage => {
  const report = join(results, `${name}.json`);
  return {
    name,
    run: () =>
      runTool('vitest', 'vitest.mjs', [
        ...['run', '--config', 'tests/config/vitest.config.ts', '--project', name],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ]),
    count: () => readCounts(report, countVitest),
  };
};

const stages: readonly Stage[] = [
  { name: 'types', run: () => runTool('typescript', 'bin/tsc', ['-b']) },
  {
    name: 'lint',
    run: () =>
      runTool('@biomejs/biome', 'bin/biome', [
        'check',
        '--config-path=tests/config',
        '--error-on-warnings',
        '.',
      ]),
  },
  vitestStage('unit'),
  vitestStage('integration'),
  { name: 'build', run: () => buildApp().then(() => 0) },
  {
    name: 'e2e',
    run: () => runJourneys([]),
    count: () => readCounts(join(results, 'e2e.json'), countPlaywright),
  },
];

const runStage = async (stage: Stage): Promise<number> => {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

const test = async (): Promise<number> => {
  // Asked first: a missing package is better known now than after all the other stages.
  await ensureDisplayLibraries();
  // Begun now, because the first time takes minutes; the e2e stage waits for it, and says so if it fails.
  ensureElectron().catch(() => undefined);
  await rm(results, { recursive: true, force: true });
  let counts = noTests;
  for (const [index, stage] of stages.entries()) {
    const startedAt = performance.now();
    console.log(`\n=== ${index + 1} of ${stages.length}: ${stage.name} ===`);
    const code = await runStage(stage);
    if (stage.count !== undefined) counts = addCounts(counts, await stage.count());
    if (code !== 0) {
      console.error(`\nStage ${stage.name} failed with exit code ${code}.`);
      console.log(closingLine(counts));
      return code;
    }
    console.log(`${stage.name}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  }
  console.log(`\nEvery stage passed.\n${closingLine(counts)}`);
  return 0;
};

await runScript(test);
