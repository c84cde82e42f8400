import type { Page } from '@playwright/test';

/** The timetable is read, set to the week, and not on screen. */
export const readyForRender = async (window: Page): Promise<void> => {
  await showPage(window, 'Timetable');
  await window.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
  await showPage(window, 'Week at a glance');
  await window.waitForTimeout(1_000);
};

/**
 * From the press on "Timetable" until the frame with every meeting in view has been drawn. What lies beyond the edges of
 * the window comes in later frames, and is measured by itself.
 */
export const firstRender = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find((one) =>
      one.textContent?.startsWith('Timetable'),
    );
    const startedAt = performance.now();
    button?.click();
    const channel = new MessageChannel();
    const turn = () =>
      new Promise<void>((done) => {
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(0);
      });
    while (!document.querySelector('.timetable-card')) await turn();
    const drawn = new Set([...document.querySelectorAll('.timetable-card:not(:empty)')]);
    document.body.getBoundingClientRect();
    await new Promise((done) => requestAnimationFrame(done));
    await turn();
    Object.assign(globalThis, { firstRender: { startedAt, drawn } });
    return performance.now() - startedAt;
  });

/** From the same press until all the meetings are there; those in view have to be the ones that were drawn first. */
export const wholeRender = (window: Page, meetings: number): Promise<number> =>
  window.evaluate(async (wanted) => {
    const kept = globalThis as unknown as { firstRender: { startedAt: number; drawn: Set<Element> } };
    const { startedAt, drawn } = kept.firstRender;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (document.querySelectorAll('.timetable-card').length < wanted) await frame();
    await frame();
    const took = performance.now() - startedAt;
    const boxOf = (name: string) => {
      const box = document.querySelector(name)?.getBoundingClientRect();
      if (!box) throw new Error(`There is no ${name}.`);
      return box;
    };
    const sheet = boxOf('.timetable-scroll');
    // Hours and heads stay in sight, and what is under them is not.
    const [hours, heads] = [boxOf('.timetable-gutter').right + 1, boxOf('.timetable-heads').bottom];
    const isInView = ({ left, right, top, bottom }: DOMRect) =>
      right > hours && left < sheet.right && bottom > heads && top < sheet.bottom;
    const inView = [...document.querySelectorAll('.timetable-card')].filter((card) =>
      isInView(card.getBoundingClientRect()),
    );
    const late = inView.filter((card) => !drawn.has(card));
    if (inView.length === 0 || late.length > 0)
      throw new Error(`${late.length} of ${inView.length} meetings in view were not drawn first.`);
    return took;
  }, meetings);

/** As long, for the same grid put there as text: no React, no rules, nothing that answers. */
export const bareRender = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const grid = document.querySelector('.timetable-scroll');
    const page = grid?.parentElement;
    if (!grid || !page) throw new Error('The grid is not shown.');
    const html = grid.outerHTML;
    const host = document.createElement('div');
    host.className = 'page-main';
    await new Promise((done) => requestAnimationFrame(done));
    const startedAt = performance.now();
    page.replaceWith(host);
    host.innerHTML = html;
    document.body.getBoundingClientRect();
    await new Promise((done) => requestAnimationFrame(done));
    const channel = new MessageChannel();
    await new Promise<void>((done) => {
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(0);
    });
    const took = performance.now() - startedAt;
    host.replaceWith(page);
    return took;
  });

const showPage = (window: Page, name: string): Promise<void> =>
  window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
