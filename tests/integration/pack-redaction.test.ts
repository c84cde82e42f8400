import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { exportPack } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { findPlaces } from '../../main/services/redaction/find-places.ts';
import { makeCopy } from '../../main/services/redaction/make-copy.ts';
import { addMarks } from '../../main/services/redaction/marks.ts';
import { recordCheck, startRedaction } from '../../main/services/redaction/redactions.ts';
import { type ChildId, EvidenceId } from '../../shared/domain/ids.ts';
import { type PackProfile, plainPack } from '../../shared/domain/pack.ts';
import type { RedactionProfile } from '../../shared/domain/redaction/redaction.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { makePdf } from '../support/make-documents.ts';
import { marksOfPlaces } from '../support/redaction-steps.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let into: string;
let childId: ChildId;
let evidenceId: EvidenceId;

const words = 'The panel met on Monday and agreed that Jaden may stay where he is until the next spring.';

beforeEach(async () => {
  into = await mkdtemp(join(tmpdir(), 'lano-pack-'));
  temp = await tempEngagement({
    outside: { chooseFolder: async () => into, printPdf: async () => makePdf({ pages: [['Index']] }) },
  });
  ctx = temp.ctx;
  childId = addChild(ctx, aChild()).id;
  const by = { recordedBy: 'By phone', note: '', at: null } as const;
  recordConsent(ctx, { childId, party: 'parent', state: 'given', ...by });
  const path = join(temp.folder, 'Minutes.pdf');
  await writeFile(path, await makePdf({ pages: [[words]] }));
  const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
  const [file] = await addEvidence(chosen, { targets: [{ childId }] });
  evidenceId = EvidenceId.parse(file?.evidenceId);
});
afterEach(async () => {
  await temp.close();
  await rm(into, { recursive: true, force: true });
});

const choices = (profile: PackProfile) => ({ ...plainPack({ childId }), profile });

async function makeSafeCopy(profile: RedactionProfile): Promise<string> {
  const { id } = await startRedaction(ctx, { evidenceId, profile, childId: null, baseId: null });
  addMarks(ctx, { id, marks: marksOfPlaces((await findPlaces(ctx, { id })).places) });
  recordCheck(ctx, { id, checkedBy: 'Head of SEN' });
  const outcome = await makeCopy(ctx, { id });
  return (outcome.made && outcome.redaction.copySha256) || '';
}

describe('a pack with a redaction profile', () => {
  it('stops while a document holds what has to go, and then holds its safe copy', {
    timeout: 60_000,
  }, async () => {
    expect((await previewPack(ctx, choices('none'))).stops).toEqual([]);
    expect((await previewPack(ctx, choices('names'))).stops).toMatchObject([
      { what: 'Document 001 is not redacted', evidenceId },
    ]);
    expect(await codeOf(() => exportPack(ctx, { ...choices('names'), recipient: '', reason: 'x' }))).toBe(
      'pack/not-redacted',
    );

    const copy = await makeSafeCopy('names');

    const preview = await previewPack(ctx, choices('names'));
    expect(preview.stops).toEqual([]);
    expect(preview.documents).toMatchObject([{ evidenceId, title: 'Minutes, redacted' }]);
    expect((await previewPack(ctx, choices('public'))).stops).toHaveLength(1);
    const made = await exportPack(ctx, { ...choices('names'), recipient: '', reason: 'x' });
    const data = join(into, made?.folderName ?? '', 'data');
    const [name = ''] = (await readdir(data)).filter((one) => one.startsWith('001'));
    expect(
      createHash('sha256')
        .update(await readFile(join(data, name)))
        .digest('hex'),
    ).toBe(copy);
    expect(name).not.toMatch(/jaden|tarrow/i);
  });
});
