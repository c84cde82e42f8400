import type { BriefingKind } from '../../../shared/domain/governance/briefing.ts';
import {
  implicationKeys,
  implicationLabels,
  isOpenToAll,
  type Report,
  reportAccessLabels,
  reportKindLabels,
} from '../../../shared/domain/governance/report.ts';
import { formatDayLong, formatInstantLong, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { governanceChannels } from '../../../shared/ipc/governance.ts';
import { findRow, getRow } from '../../db/table.ts';
import { boards, briefings, meetings, places, reports } from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, quietText, safeBlock, text } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';

type Input = ParsedInputOf<(typeof governanceChannels)['governance:exportOne']>;

/**
 * Saves a report or a briefing where the user says; false when they close the dialog. Fails with `governance/embargoed`
 * for a report that nobody may see yet, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportOne(
  ctx: Context,
  { what, id, format }: Input,
): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, onePaper(ctx, { what, id }), {
    format,
    name: what === 'report' ? 'report' : 'briefing',
  });
}

/** A report with its implications, or a briefing, as a paper: children by code, and no note for ourselves. */
export function onePaper(ctx: Context, { what, id }: Omit<Input, 'format'>): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  const { called, facts, blocks } = what === 'report' ? reportParts(ctx, id) : briefingParts(ctx, id);
  return {
    title: safe(called),
    facts: [[council, title].filter(Boolean).join(', '), ...facts, formatInstantLong(ctx.clock())].map(safe),
    marking,
    blocks: blocks.map((block) => safeBlock(block, safe)),
  };
}

type Parts = {
  readonly called: string;
  readonly facts: readonly string[];
  readonly blocks: readonly PaperBlock[];
};

function reportParts(ctx: Context, id: Input['id']): Parts {
  const report = getRow(ctx.db, reports, id);
  if (report.isEmbargoed) throw new AppError('governance/embargoed');
  const board = report.boardId ? getRow(ctx.db, boards, report.boardId).name : report.audience;
  return {
    called: report.title,
    facts: [
      [board, report.on ? formatDayLong(report.on) : ''].filter(Boolean).join(', '),
      [reportKindLabels[report.kind], report.isKeyDecision ? 'key decision' : '', wardWords(report)]
        .filter(Boolean)
        .join(', '),
      isOpenToAll(report)
        ? ''
        : [reportAccessLabels[report.access], report.accessReason].filter(Boolean).join(': '),
    ].filter(Boolean),
    blocks: [
      ...part('Summary', report.summary),
      ...(report.kind === 'decision' ? decisionParts(report) : []),
      heading('Implications'),
      ...implicationKeys.flatMap((key) => [
        heading(implicationLabels[key], 3),
        report.implications[key].trim() === ''
          ? quietText('Nothing is written yet.')
          : text(report.implications[key]),
      ]),
      ...part('Appendices', report.appendices),
      ...part('Background papers', report.backgroundPapers),
      ...part('Contact', report.contact),
    ],
  };
}

function decisionParts({
  decisionWanted,
  optionsRejected,
  decision,
  decidedOn,
}: Report): readonly PaperBlock[] {
  return [
    ...part('Decision wanted', decisionWanted),
    ...part('Options considered and rejected', optionsRejected),
    ...part('Decision', [decision, decidedOn ? formatDayLong(decidedOn) : ''].filter(Boolean).join('\n')),
  ];
}

const briefingTitles: Readonly<Record<BriefingKind, string>> = {
  briefing: 'Briefing for',
  visit: 'Visit by',
  update: 'Update for',
};

function briefingParts(ctx: Context, id: Input['id']): Parts {
  const { kind, who, on, service, meetingId, notes, actions, information } = getRow(ctx.db, briefings, id);
  const meeting = meetingId ? findRow(ctx.db, meetings, meetingId) : null;
  const place = meeting?.placeId ? findRow(ctx.db, places, meeting.placeId) : null;
  const when =
    meeting?.day && meeting.start !== null
      ? `${formatDayLong(meeting.day)}, ${formatTimeRange(meeting.start, meeting.start + meeting.minutes)}`
      : '';
  return {
    called: `${briefingTitles[kind]} ${who}`,
    facts: [on ? formatDayLong(on) : '', service].filter(Boolean),
    blocks: [
      ...part('The meeting', [meeting?.title, when, place?.name].filter(Boolean).join('\n')),
      ...part('What to know', notes),
      ...part('To get done', actions),
      ...part('To find out', information),
    ],
  };
}

/** Which wards it touches; the word itself may have been typed. */
const wardWords = ({ wards }: Report): string =>
  wards.trim() === '' || /ward/i.test(wards) ? wards : `wards: ${wards}`;

const part = (title: string, words: string): readonly PaperBlock[] =>
  words.trim() === '' ? [] : [heading(title), text(words)];
