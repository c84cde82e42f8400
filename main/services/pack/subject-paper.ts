import { reportAccessLabels } from '../../../shared/domain/governance/report.ts';
import { signOffStanding } from '../../../shared/domain/governance/sign-off.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { childrenNamed } from '../../../shared/domain/leak.ts';
import { audienceLabels, type PackChoices, type PackSubject } from '../../../shared/domain/pack.ts';
import { bannersIn } from '../../../shared/domain/pack-banners.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { reports, signOffs } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { type Paper, wordsOfPaper } from '../document/paper.ts';
import { onePaper } from '../governance/export-one.ts';
import type { WordCheck } from './check-words.ts';
import type { Stop } from './findings.ts';

/** What a pack is about, where that is written here in the app: it goes in before the documents tied to it. */
export type SubjectPaper = { readonly fileName: string; readonly paper: Paper };

/** The report or briefing that a pack is about; null where it is about anything else. Fails with `governance/embargoed`. */
export function subjectPaper(ctx: Context, subject: PackSubject): SubjectPaper | null {
  if ('reportId' in subject)
    return {
      fileName: '000 Board paper.pdf',
      paper: onePaper(ctx, { what: 'report', id: subject.reportId }),
    };
  if ('briefingId' in subject)
    return {
      fileName: '000 Role briefing.pdf',
      paper: onePaper(ctx, { what: 'briefing', id: subject.briefingId }),
    };
  return null;
}

type Findings = { readonly stops: readonly Stop[]; readonly cautions: readonly PackFinding[] };

/** Whether the paper itself may go to this reader: whom it names, what it says of itself, who may see it, and who signed. */
export function paperFindings(
  db: ReadableDb,
  { subject, audience, profile }: Pick<PackChoices, 'subject' | 'audience' | 'profile'>,
  { paper }: SubjectPaper,
  hitsIn: WordCheck['hitsIn'],
): Findings {
  const words = wordsOfPaper(paper);
  const named = childrenNamed(hitsIn(words));
  const banners = bannersIn([words]);
  const notes = banners.filter(({ is }) => is === 'stop');
  const doubts = banners.filter(({ is }) => is !== 'stop');
  const access =
    'reportId' in subject ? accessFindings(db, subject.reportId, { audience, profile }) : nothing;
  return {
    stops: [
      ...(named.length > 0
        ? [
            {
              ...{ code: 'pack/names-another-child' as const, what: 'The paper tells who a child is' },
              ...{ where: 'Take the child’s details out under Governance.', evidenceId: null },
            },
          ]
        : []),
      ...notes.map(({ words: said }) => ({
        ...{ code: 'pack/internal' as const, what: 'The paper holds a note for ourselves' },
        ...{ where: `“${said}”. Take the note out under Governance.`, evidenceId: null },
      })),
      ...access.stops,
    ],
    cautions: [
      ...doubts.map(({ is, words: said }) => ({
        what: `The paper ${is === 'draft' ? 'calls itself a draft' : 'says it is not to be shared'}`,
        ...{ where: `“${said}”, in its text.`, evidenceId: null },
      })),
      ...access.cautions,
      ...('reportId' in subject ? signingCautions(db, subject.reportId) : []),
    ],
  };
}

const nothing: Findings = { stops: [], cautions: [] };

/** Those outside the council, to whom a report that is not public never goes. */
const outside: ReadonlySet<PackChoices['audience']> = new Set(['family', 'data-subject']);

function accessFindings(
  db: ReadableDb,
  reportId: RowId,
  { audience, profile }: Pick<PackChoices, 'audience' | 'profile'>,
): Findings {
  const { access, accessReason } = getRow(db, reports, reportId);
  if (access === 'public') return nothing;
  const label = reportAccessLabels[access];
  const what = `The paper is not public: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const kept = accessReason.trim() === '' ? '' : `${accessReason.trim().replace(/\.$/, '')}. `;
  if (profile === 'public' || outside.has(audience))
    return {
      stops: [
        { code: 'pack/internal', what, where: `${kept}It cannot go to these readers.`, evidenceId: null },
      ],
      cautions: [],
    };
  const where = `${kept}Say why ${audienceLabels[audience].toLowerCase()} is to have it.`;
  return { stops: [], cautions: [{ what, where, evidenceId: null }] };
}

const signingCautions = (db: ReadableDb, reportId: RowId): readonly PackFinding[] =>
  listRows(db, signOffs, { reportId })
    .map((one) => signOffStanding(one, []))
    .filter(({ state }) => state !== 'signed')
    .map(({ words }) => ({
      what: 'The paper is not signed off',
      where: `${words}. Sign it off under Governance, or say why it goes before.`,
      evidenceId: null,
    }));
