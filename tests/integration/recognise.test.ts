import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPagePictures } from '../../main/services/page-picture/page-pictures.ts';
import { openRecogniser, type Recogniser } from '../../main/services/recognise/recogniser.ts';
import { codeOf } from '../support/code-of.ts';
import { makePng } from '../support/make-documents.ts';
import { makePrintedPng, makeScanOf } from '../support/make-scans.ts';

const lines = [
  'Annual review held on 12 October 2026',
  'Health advice was received after the meeting.',
  'NHS number 943 476 5919, postcode LS1 4AP',
];

let reader: Recogniser;

beforeAll(() => {
  reader = openRecogniser();
});

afterAll(() => reader.close());

const readScan = async (turned: 0 | 90 | 180 | 270) => {
  const pages = await openPagePictures(await makeScanOf([lines], { turned }));
  const picture = await pages.draw(1, 150);
  const { width, height } = picture;
  await pages.close();
  return { ...(await reader.recognise(picture)), width, height };
};

// Reading is work for a processor, and other tests run beside it.
describe('openRecogniser', { timeout: 120_000 }, () => {
  it('reads the words of a page that is a picture, and says where each stands', async () => {
    const { text, confidence, words, width, height } = await readScan(0);

    expect(text).toBe(lines.join('\n'));
    expect(confidence).toBeGreaterThan(80);
    const { box } = words.find((word) => word.text === '943') ?? {};
    // Drawn at 50 and 744 points from the foot: a tenth of the width in, and a tenth of the height down.
    expect((box?.x ?? 0) / width).toBeGreaterThan(0.15);
    expect((box?.x ?? 0) / width).toBeLessThan(0.3);
    expect((box?.y ?? 0) / height).toBeGreaterThan(0.09);
    expect((box?.y ?? 0) / height).toBeLessThan(0.13);
  });

  it.each([90, 180, 270] as const)(
    'reads a sheet turned by %i degrees, with its words where they stand',
    async (turned) => {
      const { text, words, width, height } = await readScan(turned);

      expect(text).toContain('Health advice was received after the meeting.');
      const { box } = words.find((word) => word.text === 'Annual') ?? {};
      const middle = {
        x: ((box?.x ?? 0) + (box?.width ?? 0) / 2) / width,
        y: ((box?.y ?? 0) + (box?.height ?? 0) / 2) / height,
      };
      // The first word stands near the top left corner, and that corner goes round with the sheet.
      expect({ isLeft: middle.x < 0.5, isTop: middle.y < 0.5 }).toEqual(
        {
          90: { isLeft: false, isTop: true },
          180: { isLeft: false, isTop: false },
          270: { isLeft: true, isTop: false },
        }[turned],
      );
    },
  );

  it('reads a picture file as it is, and finds nothing in one without words', async () => {
    expect((await reader.recognise({ file: await makePrintedPng(lines) })).text).toBe(lines.join('\n'));
    expect(await reader.recognise({ file: makePng() })).toEqual({
      ...{ text: '', confidence: 0, words: [] },
      ...{ width: 1, height: 1 },
    });
  });

  it('refuses what is no picture, gives up what takes too long, and reads on', async () => {
    const notOne = { file: new TextEncoder().encode('not a picture') };
    expect(await codeOf(() => reader.recognise(notOne))).toBe('evidence/unreadable');

    const hasty = openRecogniser({ milliseconds: 1, megabytes: 256 });
    const file = await makePrintedPng(lines);
    expect(await codeOf(() => hasty.recognise({ file }))).toBe('evidence/unreadable');
    await hasty.close();
    expect(await codeOf(() => hasty.recognise({ file }))).toBe('evidence/unreadable');

    expect((await reader.recognise({ file })).confidence).toBeGreaterThan(80);
  });
});
