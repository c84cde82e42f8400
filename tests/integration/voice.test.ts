import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { readEvidence, removeEvidence } from '../../main/services/evidence/evidence.ts';
import { undoLast } from '../../main/services/undo.ts';
import { exportVoice } from '../../main/services/voice/export-voice.ts';
import { addUsualSurveys } from '../../main/services/voice/usual-surveys.ts';
import {
  logSurvey,
  readVoice,
  removeSurvey,
  saveSurvey,
  saveVoiceRecord,
} from '../../main/services/voice/voice.ts';
import { surveyPhase } from '../../shared/domain/voice.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { aSurvey, aVoiceRecord } from '../support/governance-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const fresh = { id: null } as const;

async function exported(what: 'surveys' | 'records'): Promise<string> {
  const path = join(temp.folder, `${what}.docx`);
  const outside = { ...ctx.outside, chooseSavePath: async () => path };
  await exportVoice({ ...ctx, outside }, { what, format: 'docx' });
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
}

describe('a survey', () => {
  it('keeps a log of its counts and of when it broke, and goes with it', async () => {
    saveSurvey(ctx, { ...aSurvey({ opensOn: '2026-11-20', closesOn: '2026-11-27', target: 400 }), ...fresh });
    const [survey] = readVoice(ctx).surveys;
    if (!survey) throw new Error('The survey was not added');
    logSurvey(ctx, { surveyId: survey.id, kind: 'count', count: 120, note: '' });
    logSurvey(ctx, { surveyId: survey.id, kind: 'broke', count: null, note: 'The link was dead' });

    const words = await exported('surveys');
    expect(words).toContain('120 of 400 (30%)');
    expect(words).toContain('The link was dead');

    removeSurvey(ctx, survey);
    expect(readVoice(ctx)).toMatchObject({ surveys: [], log: [] });
    undoLast(ctx);
    expect(readVoice(ctx).log).toHaveLength(2);
  });

  it('refuses to close before it opens, and a count that counts nothing', () => {
    expect(
      failureOf(() =>
        saveSurvey(ctx, { ...aSurvey({ opensOn: '2026-11-20', closesOn: '2026-11-19' }), ...fresh }),
      ),
    ).toMatchObject({ code: 'input/invalid' });
    saveSurvey(ctx, { ...aSurvey(), ...fresh });
    const [survey] = readVoice(ctx).surveys;
    if (!survey) throw new Error('The survey was not added');
    expect(
      failureOf(() => logSurvey(ctx, { surveyId: survey.id, kind: 'count', count: null, note: '' })),
    ).toMatchObject({ code: 'input/invalid' });
    expect(readVoice(ctx).log).toEqual([]);
  });
});

describe('what else we were told', () => {
  it('goes out by code and without what is only for us', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    saveVoiceRecord(ctx, {
      ...aVoiceRecord({ title: 'Appeals', count: 40, upheld: 31, shows: 'As with Maya Kestrel' }),
      ...fresh,
    });
    saveVoiceRecord(ctx, {
      ...aVoiceRecord({ kind: 'plan-audit', title: 'Plans read by parents' }),
      ...fresh,
    });
    saveVoiceRecord(ctx, {
      ...aVoiceRecord({ kind: 'earlier-survey', title: 'Families asked in June' }),
      ...fresh,
    });
    saveVoiceRecord(ctx, { ...aVoiceRecord({ title: 'PLANTED internal', isInternal: true }), ...fresh });

    const words = await exported('records');
    expect(words).toContain('31 of 40 (78%)');
    expect(words).toContain('As with Child A');
    expect(words).toMatch(/Plans read by parents\s*Audit of/);
    expect(words).toMatch(/Families asked in June\s*Earlier survey/);
    expect(words).not.toMatch(/PLANTED|Kestrel/);
  });

  it('has nothing to show while all of it is only for us', async () => {
    saveVoiceRecord(ctx, { ...aVoiceRecord({ isInternal: true }), ...fresh });

    await expect(exported('records')).rejects.toMatchObject({ code: 'governance/empty' });
  });

  it('goes on without its document when that is removed, and has it back with Undo', async () => {
    const file = join(temp.folder, 'appeals.txt');
    await writeFile(file, 'Forty appeals');
    await addEvidence(
      { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [file] } },
      { targets: [] },
    );
    const [document] = readEvidence(ctx).items;
    if (!document) throw new Error('The document was not added');
    saveVoiceRecord(ctx, { ...aVoiceRecord({ documentId: document.id }), ...fresh });

    removeEvidence(ctx, document);
    expect(readVoice(ctx).records[0]?.documentId).toBeNull();
    undoLast(ctx);
    expect(readVoice(ctx).records[0]?.documentId).toBe(document.id);
  });
});

describe('addUsualSurveys', () => {
  it('adds one for each group that has none, open as long as their phase, as one step', async () => {
    const inspection = await tempEngagement({ frameworkId: 'area-send-full-inspection' });
    const own = inspection.ctx;
    saveSurvey(own, { ...aSurvey({ group: 'practitioners', title: 'Ours' }), ...fresh });

    expect(addUsualSurveys(own)).toEqual({ added: 2 });
    expect(addUsualSurveys(own)).toEqual({ added: 0 });
    const phase = surveyPhase(readEngagement(own).phases);
    expect(phase?.from).toBeTruthy();
    const added = readVoice(own).surveys.filter(({ title }) => title !== 'Ours');
    expect(added.map(({ group, opensOn, closesOn }) => [group, opensOn, closesOn])).toEqual([
      ['young-people', phase?.from, phase?.to],
      ['parents-carers', phase?.from, phase?.to],
    ]);
    undoLast(own);
    expect(readVoice(own).surveys).toHaveLength(1);
    await inspection.close();
  });

  it('has none to add to what sends out no surveys', async () => {
    const peers = await tempEngagement({ frameworkId: 'lga-send-peer-challenge' });
    expect(surveyPhase(readEngagement(peers.ctx).phases)).toBeUndefined();
    expect(addUsualSurveys(peers.ctx)).toEqual({ added: 0 });
    await peers.close();
  });
});
