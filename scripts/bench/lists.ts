import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildApp } from '../build.ts';
import { withDisplay } from '../display.ts';
import { ensureElectron } from '../electron-runtime.ts';
import { ensureDisplayLibraries } from '../system-libraries.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { launchOn, longestFrame, unlockWith } from './desk-window.ts';
import { writeListsFile } from './lists-file.ts';
import { rowOf } from './rows.ts';

const ROWS = 2_000;
const WHEELS = 60;
const TYPED = 'provision';

type List = {
  readonly page: string;
  /** What is pressed on the page to come to the list. */
  readonly open?: { readonly role: 'radio' | 'tab' | 'button'; readonly name: string | RegExp };
  /** The box above it; a list without one is only scrolled. */
  readonly box?: string;
  readonly rows: string;
};

const lists: readonly List[] = [
  { page: 'Requests', box: 'Find a request', rows: '.table' },
  {
    page: 'Requests',
    open: { role: 'radio', name: 'Board' },
    box: 'Find a request',
    rows: '.requests-board',
  },
  { page: 'Evidence', box: 'Find by title', rows: '.evidence-list' },
  { page: 'Feedback', rows: '.feedback-log' },
  { page: 'People and places', box: 'Find a person', rows: '.table' },
  { page: 'Children', open: { role: 'button', name: /^Child A/ }, rows: '.table' },
  { page: 'Actions', rows: '.table' },
  { page: 'Surveys and voice', open: { role: 'tab', name: /^Consultations/ }, rows: '.table' },
];

export const longLists: Benchmark = {
  key: 'lists',
  about: `lists of ${ROWS} rows scrolled, and typed over, against bare rows in the same window`,
  run: async () => {
    await ensureDisplayLibraries();
    const runtime = await ensureElectron();
    await buildApp();
    return withTempFolder('lano-bench-', (folder) =>
      withDisplay(async (env) => {
        const path = join(folder, 'lists.lano');
        const passphrase = randomBytes(16).toString('hex');
        await writeListsFile(path, passphrase, ROWS);
        const app = await launchOn(runtime, { path, folder, env });
        try {
          const window = await unlockWith(app, passphrase);
          const product: number[] = [];
          for (const list of lists) {
            const frame = await ofList(window, list);
            const name = `${list.page}${list.open ? `, ${list.open.name}` : ''}`;
            console.error(`${name}: ${Math.round(frame)} ms`);
            product.push(frame);
          }
          return [
            rowOf(
              {
                name: 'longest frame while lists of 2,000 rows are scrolled and typed over, against bare rows',
                unit: 'ms',
                value: Math.max(...product),
                peer: await ofBareRows(window),
              },
              { of: 'value', atMost: 50 },
            ),
          ];
        } finally {
          await app.close();
        }
      }),
    );
  },
};

const ofList = async (window: Page, { page, open, box, rows }: List): Promise<number> => {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${page}`) })
    .click();
  if (open) await window.getByRole(open.role, { name: open.name }).first().click({ force: true });
  await window.locator(rows).first().waitFor();
  await window.waitForTimeout(1_000);
  const scrolled = await longestFrame(window, () => scroll(window, rows));
  if (!box) return scrolled;
  const typed = window.getByLabel(box, { exact: true });
  await typed.focus();
  return Math.max(scrolled, await longestFrame(window, () => type(window)));
};

const scroll = async (window: Page, rows: string): Promise<void> => {
  const place = await window.locator(rows).first().boundingBox();
  if (!place) throw new Error(`There is no ${rows} to scroll.`);
  await window.mouse.move(place.x + place.width / 2, 500);
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    await window.mouse.wheel(0, 900);
    await window.waitForTimeout(30);
  }
};

const type = async (window: Page): Promise<void> => {
  await window.keyboard.type(TYPED, { delay: 80 });
  for (const _ of TYPED) await window.keyboard.press('Backspace', { delay: 80 });
};

/** The same wheel and keys over lines of text and a box that hides those that do not fit. */
const ofBareRows = async (window: Page): Promise<number> => {
  await window.evaluate((rows) => {
    const host = document.createElement('div');
    host.id = 'bare';
    Object.assign(host.style, { position: 'fixed', inset: '0', overflow: 'auto', background: 'white' });
    const box = document.createElement('input');
    const lines = Array.from({ length: rows }, (_, at) => {
      const line = document.createElement('p');
      line.textContent = `${at % 7 === 0 ? 'provision' : 'transport'} ${at}`;
      return line;
    });
    box.oninput = () => {
      for (const line of lines) line.hidden = !line.textContent?.includes(box.value);
    };
    host.append(box, ...lines);
    document.body.append(host);
    box.focus();
  }, ROWS);
  const scrolled = await longestFrame(window, () => scroll(window, '#bare'));
  return Math.max(scrolled, await longestFrame(window, () => type(window)));
};
