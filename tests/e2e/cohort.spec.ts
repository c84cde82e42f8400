import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, lookAt, seriousFindings } from '../support/look.ts';

/** From a list of many to the few who are tracked, and the rest destroyed. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Aldermere',
    date: 'Monday 9 November 2026',
    path: join(launched.folder, 'Cohort.lano'),
  });
});
test.afterAll(() => launched.close());

test('a whole list is kept and checked, two are chosen with the mix in sight, and the rest is shredded', async () => {
  const { window, folder, answerDialogs } = launched;
  const path = join(folder, 'list.csv');
  const needs = ['Autism', 'Speech, language and communication needs', 'Hearing impairment'];
  const rows = Array.from({ length: 60 }, (_, at) => {
    const setting = at % 9 === 0 ? 'Northgate Pupil Referral Unit' : 'Hill School';
    const status = at % 3 === 0 ? 'SEN support' : 'EHC plan';
    return `UN1,Marchbanks${at},Zoe,${2008 + (at % 12)}-03-04,"${at % 10 === 4 ? '' : needs[at % 3]}",${status},${setting}`;
  });
  await writeFile(
    path,
    ['UPN,Surname,Forename,Date of birth,Primary need,SEND status,Setting', ...rows].join('\n'),
  );
  await goTo(window, 'Children');
  await answerDialogs({ open: [path] });
  await window.getByRole('button', { name: /Import from a list/ }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check the rows' }).click();
  await dialog.getByRole('button', { name: 'Keep the whole list' }).click();
  await expect(window.getByRole('heading', { name: 'Choose from the list' })).toBeVisible();

  await window.getByRole('radio', { name: 'Checks' }).check({ force: true });
  await expect(window.getByText('There is no primary need.').first()).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await keepPicture(window, 'cohort-checks');
  await window.getByRole('radio', { name: 'Children' }).check({ force: true });
  for (const name of ['Zoe Marchbanks0', 'Zoe Marchbanks1'])
    await window.getByRole('checkbox', { name: `Tick ${name}`, exact: true }).check({ force: true });
  await expect(window.getByText('Only one is on SEN support; usually at least two are.')).toBeVisible();
  await lookAt(launched, 'cohort-children');
  await window.getByRole('button', { name: 'Track the 2 ticked' }).click();
  await expect(window.getByText('2 tracked', { exact: true })).toBeVisible();

  await window.getByRole('button', { name: 'Shred the list...' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Shred the list' }).click();
  await expect(window.getByText('The list is shredded')).toBeVisible();
  await goTo(window, 'Children');
  await expect(window.getByRole('table', { name: 'Tracked children' }).getByRole('row')).toHaveCount(3);
  await expect(window.getByRole('button', { name: 'Kept list' })).toHaveCount(0);
});
