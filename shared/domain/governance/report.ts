import { z } from 'zod';
import { EvidenceId, RowId } from '../ids.ts';
import { IsoDate } from '../time.ts';
import { Rhythm } from './rhythm.ts';

export const ReportKind = z.enum(['information', 'decision']);
export type ReportKind = z.infer<typeof ReportKind>;

export const reportKindLabels: Readonly<Record<ReportKind, string>> = {
  information: 'For information',
  decision: 'For decision',
};

export const ReportState = z.enum(['planned', 'sent', 'considered']);
export type ReportState = z.infer<typeof ReportState>;

export const reportStateLabels: Readonly<Record<ReportState, string>> = {
  planned: 'Planned',
  sent: 'Papers sent',
  considered: 'Considered',
};

/** Who may see a report: exempt is what Schedule 12A to the Local Government Act 1972 lets a council keep back. */
export const ReportAccess = z.enum(['public', 'restricted', 'exempt', 'confidential']);
export type ReportAccess = z.infer<typeof ReportAccess>;

export const reportAccessLabels: Readonly<Record<ReportAccess, string>> = {
  public: 'Public',
  restricted: 'Restricted to its readers',
  exempt: 'Exempt from publication',
  confidential: 'Confidential',
};

const Words = z.string().max(4000);

/** What a report has to say of its implications, even where it is only that there are none. */
export const Implications = z.object({
  legal: Words,
  finance: Words,
  priorities: Words,
  rights: Words,
  equality: Words,
  people: Words,
  risk: Words,
});
export type Implications = z.infer<typeof Implications>;

export const implicationLabels: Readonly<Record<keyof Implications, string>> = {
  legal: 'Legal',
  finance: 'Finance',
  priorities: 'Council priorities',
  rights: 'Rights and data protection',
  equality: 'Equality',
  people: 'Human resources',
  risk: 'Risk',
};
export const implicationKeys = Object.keys(implicationLabels) as readonly (keyof Implications)[];

export const noImplications: Implications = {
  ...{ legal: '', finance: '', priorities: '', rights: '', equality: '', people: '', risk: '' },
};

/** Something that goes, went or goes regularly to a board, to scrutiny or to members. */
export const Report = z.object({
  id: RowId,
  title: z.string().trim().min(1).max(200),
  kind: ReportKind,
  boardId: RowId.nullable(),
  /** Who it is for where that is no board of ours, such as "All members". */
  audience: z.string().trim().max(160),
  on: IsoDate.nullable(),
  rhythm: Rhythm,
  state: ReportState,
  access: ReportAccess,
  /** Why it is not public, such as the paragraph it is exempt under. */
  accessReason: z.string().max(400),
  isKeyDecision: z.boolean(),
  wards: z.string().max(200),
  contact: z.string().max(200),
  summary: Words,
  decisionWanted: Words,
  optionsRejected: Words,
  decision: Words,
  decidedOn: IsoDate.nullable(),
  implications: Implications,
  appendices: Words,
  backgroundPapers: Words,
  documentId: EvidenceId.nullable(),
  /** Not shown to anybody else before the inspectors' report is published. */
  isEmbargoed: z.boolean(),
  /** For ourselves: never in an export. */
  internalNotes: Words,
});
export type Report = z.infer<typeof Report>;

/** The implications that nothing is written under yet: "not applicable" has to be said, too. */
export function implicationsLeft({
  implications,
}: Pick<Report, 'implications'>): readonly (keyof Implications)[] {
  return implicationKeys.filter((key) => implications[key].trim() === '');
}

/** Whether its contents may stand in a list that anybody reads. */
export function isOpenToAll({ access, isEmbargoed }: Pick<Report, 'access' | 'isEmbargoed'>): boolean {
  return access === 'public' && !isEmbargoed;
}
