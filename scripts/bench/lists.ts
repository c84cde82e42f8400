import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Benchmark } from './benchmark.ts';
import { captureRow } from './capture.ts';
import { launchOn, longestFrame, onStage, unlockWith } from './desk-window.ts';
import { writeListsFile } from './lists-file.ts';
import { type BenchRow, rowOf } from './rows.ts';

const ROWS = 2_000;
const LONGEST = 50;
/** A frame is late through whatever else the machine does, too: what took longer is measured again, so often in all. */
const TRIES = 3;
const WHEELS = 60;
const TYPED = 'provision';

type Press = { readonly role: 'radio' | 'tab' | 'button'; readonly name: string | RegExp };

type List = {
  readonly page: string;
  /** What is pressed on the page to come to the list. */
  readonly open?: Press;
  /** The box above it; a list without one is only opened and scrolled. */
  readonly box?: string;
  /** Nothing is listed before something is typed into the box. */
  readonly isAsked?: boolean;
  readonly rows: string;
};

const tab = (name: RegExp): Press => ({ role: 'tab', name });

const lists: readonly List[] = [
  { page: 'Requests', box: 'Find a request', rows: '.table' },
  {
    page: 'Requests',
    open: { role: 'radio', name: 'Board' },
    box: 'Find a request',
    rows: '.requests-board',
  },
  { page: 'Requests', open: { role: 'radio', name: 'Given' }, rows: '.requests-given' },
  { page: 'Evidence', box: 'Find by title', rows: '.evidence-list' },
  { page: 'Feedback', rows: '.feedback-log' },
  { page: 'People and places', box: 'Find a person', rows: '.table' },
  { page: 'Children', open: { role: 'button', name: /^Child A/ }, rows: '.table' },
  {
    page: 'Children',
    open: { role: 'button', name: 'Kept list' },
    box: 'Find in the list, or paste several UPNs',
    rows: '.table',
  },
  { page: 'Actions', rows: '.table' },
  { page: 'Surveys and voice', open: tab(/^Consultations/), rows: '.table' },
  { page: 'Governance', rows: '.table' },
  { page: 'Governance', open: tab(/^Boards/), rows: '.table' },
  { page: 'Governance', open: tab(/^Reports/), rows: '.table' },
  { page: 'Governance', open: tab(/^Members/), rows: '.table' },
  { page: 'Governance', open: tab(/^Sign-off/), rows: '.table' },
  { page: 'Search', box: 'Search everything', isAsked: true, rows: '.search-hits' },
  { page: 'Pictures', rows: '.bars' },
];

export const longLists: Benchmark = {
  key: 'lists',
  about: `lists of ${ROWS} rows opened, scrolled and typed over, against bare rows, and what was said stored among them`,
  run: async () => {
    return onStage(async (stage) => {
      const { folder } = stage;
      const path = join(folder, 'lists.lano');
      const passphrase = randomBytes(16).toString('hex');
      await writeListsFile(path, passphrase, ROWS);
      const app = await launchOn(stage, path);
      try {
        const window = await unlockWith(app, passphrase);
        // The first page reads everything once.
        await window.waitForTimeout(5_000);
        const found: Frames[] = [];
        for (const list of lists) {
          const frames = await shortest(() => ofList(window, list));
          const name = `${list.page}${list.open ? `, ${list.open.name}` : ''}`;
          console.error(
            `${name}: opened in ${whole(frames.opened)}, scrolled ${whole(frames.scrolled)}, typed ${whole(frames.typed)} ms`,
          );
          found.push(frames);
        }
        const captured = await captureRow(window, folder);
        return [...rowsOf(found, await shortest(() => ofBareRows(window))), captured];
      } finally {
        await app.close();
      }
    });
  },
};

/** The longest frame while a list was opened, scrolled and typed over. */
type Frames = { readonly opened: number; readonly scrolled: number; readonly typed: number };

/** The shortest of each that some try showed; the work of the app itself is the same in each. */
const shortest = async (measure: () => Promise<Frames>): Promise<Frames> => {
  let best = await measure();
  for (let tries = 1; tries < TRIES && Math.max(...Object.values(best)) > LONGEST; tries += 1) {
    const next = await measure();
    best = {
      opened: Math.min(best.opened, next.opened),
      scrolled: Math.min(best.scrolled, next.scrolled),
      typed: Math.min(best.typed, next.typed),
    };
  }
  return best;
};

const whole = (frame: number): string => `${Math.round(frame)}`;

const rowsOf = (found: readonly Frames[], bare: Frames): readonly BenchRow[] => {
  const row = (name: string, of: (frames: Frames) => number) =>
    rowOf(
      { name, unit: 'ms', value: Math.round(Math.max(...found.map(of))), peer: of(bare) },
      { of: 'value', atMost: LONGEST },
    );
  return [
    row(
      'longest frame while lists of 2,000 rows are scrolled and typed over, against bare rows',
      ({ scrolled, typed }) => Math.max(scrolled, typed),
    ),
    row('longest frame while a page with 2,000 rows is opened, against bare rows', ({ opened }) => opened),
  ];
};

const ofList = async (window: Page, { page, open, box, isAsked, rows }: List): Promise<Frames> => {
  await goTo(window, 'Help');
  await window.waitForTimeout(1_000);
  const opened = await longestFrame(window, async () => {
    await goTo(window, page);
    if (open) await window.getByRole(open.role, { name: open.name }).first().click({ force: true });
    if (box && isAsked) await window.getByLabel(box, { exact: true }).fill(TYPED);
    await window.locator(rows).first().waitFor();
    await window.waitForTimeout(1_000);
  });
  const scrolled = await longestFrame(window, () => scroll(window, rows));
  if (!box) return { opened, scrolled, typed: 0 };
  const typed = window.getByLabel(box, { exact: true });
  await typed.fill('');
  await typed.focus();
  return { opened, scrolled, typed: await longestFrame(window, () => type(window)) };
};

const goTo = (window: Page, page: string): Promise<void> =>
  window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${page}`) })
    .click();

const scroll = async (window: Page, rows: string): Promise<void> => {
  const list = window.locator(rows).first();
  const place = await list.boundingBox();
  if (!place) throw new Error(`There is no ${rows} to scroll.`);
  await window.mouse.move(place.x + place.width / 2, 500);
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    await window.mouse.wheel(0, 900);
    await window.waitForTimeout(30);
  }
  const now = await list.boundingBox();
  if (now && now.y === place.y && now.height > 900) throw new Error(`${rows} did not scroll.`);
};

const type = async (window: Page): Promise<void> => {
  await window.keyboard.type(TYPED, { delay: 80 });
  for (const _ of TYPED) await window.keyboard.press('Backspace', { delay: 80 });
};

/** The same wheel and keys over lines of text and a box that hides those that do not fit. */
const ofBareRows = async (window: Page): Promise<Frames> => {
  const opened = await longestFrame(window, () => putBareRows(window));
  const scrolled = await longestFrame(window, () => scroll(window, '#bare'));
  return { opened, scrolled, typed: await longestFrame(window, () => type(window)) };
};

const putBareRows = async (window: Page): Promise<void> => {
  await window.evaluate((rows) => {
    document.getElementById('bare')?.remove();
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
  await window.waitForTimeout(1_000);
};
