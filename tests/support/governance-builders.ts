import type { Board } from '../../shared/domain/governance/board.ts';
import type { Briefing } from '../../shared/domain/governance/briefing.ts';
import { noImplications, type Report } from '../../shared/domain/governance/report.ts';
import { clearanceSteps, type SignOff } from '../../shared/domain/governance/sign-off.ts';
import { RowId } from '../../shared/domain/ids.ts';
import type { Survey, VoiceRecord } from '../../shared/domain/voice.ts';

const id = RowId.parse('x');

export const aBoard = (own: Partial<Board> = {}): Board => ({
  ...{ id, name: 'SEND partnership board', remit: '', answersToId: null, rhythm: 'none', meetsOn: null },
  ...{ papersDays: 0, watches: 'none' },
  ...own,
});

export const aReport = (own: Partial<Report> = {}): Report => ({
  ...{ id, title: 'SEND update', kind: 'information', boardId: null, audience: 'All members', on: null },
  ...{
    rhythm: 'none',
    state: 'planned',
    access: 'public',
    accessReason: '',
    isKeyDecision: false,
    wards: '',
  },
  ...{ contact: '', summary: '', decisionWanted: '', optionsRejected: '', decision: '', decidedOn: null },
  ...{ implications: noImplications, appendices: '', backgroundPapers: '', documentId: null },
  ...{ isEmbargoed: false, internalNotes: '' },
  ...own,
});

export const aBriefing = (own: Partial<Briefing> = {}): Briefing => ({
  ...{ id, kind: 'briefing', on: null, who: 'Lead member for children', service: '', meetingId: null },
  ...{ notes: '', actions: '', information: '', documentId: null, isDone: false, internalNotes: '' },
  ...own,
});

export const aSignOff = (own: Partial<SignOff> = {}): SignOff => ({
  ...{ id, title: 'Self-evaluation', about: 'evaluation', reportId: null, documentId: null, dueOn: null },
  ...{ versionId: null, steps: [...clearanceSteps], note: '' },
  ...own,
});

export const aSurvey = (own: Partial<Survey> = {}): Survey => ({
  ...{ id, title: 'Parents’ survey', group: 'parents-carers', opensOn: null, closesOn: null, closesAt: null },
  ...{ target: null, sentBy: '', documentId: null, criterionId: null, note: '' },
  ...own,
});

export const aVoiceRecord = (own: Partial<VoiceRecord> = {}): VoiceRecord => ({
  ...{ id, kind: 'tribunal', title: 'Appeals', from: null, to: null, count: null, upheld: null, shows: '' },
  ...{ learnt: '', documentId: null, criterionId: null, isInternal: false },
  ...own,
});
