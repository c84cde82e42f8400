// `npm run bench [-- --json] [-- --only NAME] [-- --full]`: what the product promises about speed, measured against a named peer in
// the same run. Progress goes to the error stream, so that what is printed is the answer.
import { parseArgs } from 'node:util';
import { PeerMissing } from './bench/benchmark.ts';
import { clashes } from './bench/clashes.ts';
import { extract } from './bench/extract.ts';
import { intake } from './bench/intake.ts';
import { intakeLarge } from './bench/intake-large.ts';
import { intakeWindow } from './bench/intake-window.ts';
import { leakCheck } from './bench/leak-check.ts';
import { longLists } from './bench/lists.ts';
import { merge } from './bench/merge.ts';
import { openFile } from './bench/open-file.ts';
import { pack } from './bench/pack.ts';
import { redaction } from './bench/redaction.ts';
import { type BenchRow, tableOf } from './bench/rows.ts';
import { search } from './bench/search.ts';
import { startUp } from './bench/start-up.ts';
import { timetable } from './bench/timetable.ts';
import { versions } from './bench/versions.ts';
import { runScript } from './run-script.ts';

const benchmarks = [
  startUp,
  intake,
  clashes,
  openFile,
  search,
  intakeLarge,
  intakeWindow,
  extract,
  timetable,
  longLists,
  versions,
  leakCheck,
  redaction,
  merge,
  pack,
] as const;

const bench = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, only: { type: 'string' }, full: { type: 'boolean' } },
  });
  const chosen = benchmarks.filter(({ key }) => values.only === undefined || key === values.only);
  if (chosen.length === 0) {
    throw new Error(
      `There is no "${values.only}" to measure. There is ${benchmarks.map(({ key }) => key).join(', ')}.`,
    );
  }
  // Getting Electron ready says how it went where anyone would look for the answer.
  const print = console.log;
  console.log = console.error;
  const rows: BenchRow[] = [];
  for (const { key, about, run } of chosen) {
    console.error(`${key}: ${about}`);
    try {
      rows.push(...(await run({ isFull: values.full ?? false })));
    } catch (error) {
      if (!(error instanceof PeerMissing)) throw error;
      console.error(`${key}: skipped. ${error.message}`);
    }
  }
  print(values.json ? JSON.stringify(rows, null, 2) : `\n${tableOf(rows)}`);
  return 0;
};

await runScript(bench);
