import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-paths.ts';

type Outcome = { readonly code: number; readonly said: string };

/** Runs the command as a user does, from a shell. */
const demo = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const command = [join(projectRoot, 'scripts', 'demo.ts'), ...args];
    execFile(process.execPath, command, { cwd: projectRoot }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${out}${errors}`.trim() }),
    );
  });

test('the demo writes real PDFs with nothing on screen, and never over what is there', async () => {
  const folder = join(tmpdir(), `lano-demo-${process.pid}`);
  try {
    const made = await demo('--out', folder);
    const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
    const timetable = await readFile(join(folder, 'timetable.pdf'), 'latin1');
    const index = await readFile(join(folder, 'pack', 'data', '000 Index.pdf'), 'latin1');
    const again = await demo('--out', folder);

    expect(made).toMatchObject({ code: 0, said: expect.stringContaining(summary.passphrase) });
    expect(made.said).toContain(summary.packPassword);
    expect(timetable).toMatch(/^%PDF-/);
    expect(index).toContain('/StructTreeRoot');
    expect(again).toEqual({ code: 1, said: expect.stringMatching(/already has files in it\.[^\n]*$/) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the demo asks where it is to go', async () => {
  expect(await demo()).toEqual({ code: 1, said: expect.stringMatching(/^Say where the demo is to go/) });
});
