// `npm run demo -- --out DIR`: makes the sample engagement and everything that leaves the app, with nothing on screen.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withFixedDates } from './demo/fixed-dates.ts';
import { type DemoSummary, makeDemo } from './demo/make-demo.ts';
import { printer } from './print-with-electron.ts';
import { runScript } from './run-script.ts';

const demo = async (): Promise<number> => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new Error('Say where the demo is to go: npm run demo -- --out DIR');
  // npm runs this in the project's folder, and a path is meant from where it was typed.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), values.out);
  await makeEmptyFolder(folder);
  const { printPdf, close } = await printer();
  try {
    console.log(lines(folder, await makeDemo(folder, { printPdf: withFixedDates(printPdf) })));
    return 0;
  } catch (error) {
    // It was empty before.
    const made = await readdir(folder);
    await Promise.all(made.map((name) => rm(join(folder, name), { recursive: true, force: true })));
    throw error;
  } finally {
    await close();
  }
};

const makeEmptyFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Error(`${folder} is no folder, and none can be made there.`);
  });
  const found = await readdir(folder);
  if (found.length > 0) {
    throw new Error(`${folder} already has files in it. Choose an empty folder or a new name.`);
  }
};

const lines = (folder: string, { engagement, counts, passphrase, packPassword, pack }: DemoSummary): string =>
  [
    `Made "${engagement.title}" in ${folder}:`,
    `  demo.lano       the engagement; its passphrase is: ${passphrase}`,
    `                  ${counts.people} people, ${counts.places} places, ${counts.meetings} meetings with ${counts.clashes} clashes and ${counts.warnings} warnings,`,
    `                  ${counts.children} children, ${counts.requests} requests, ${counts.evidence} documents, ${counts.feedback} pieces of feedback`,
    '  timetable.ics   the timetable for a calendar',
    '  timetable.xlsx  the timetable as a workbook',
    '  timetable.pdf   the timetable on paper, a day a page',
    `  pack/           a pack of ${counts.packDocuments} documents for ${pack.subject}, in BagIt form`,
    `  pack.zip        the same, encrypted; its password is: ${packPassword}`,
    '  summary.json    counts, passwords and the SHA-256 of each file',
  ].join('\n');

await runScript(demo);
