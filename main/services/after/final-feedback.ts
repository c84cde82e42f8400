import { confidenceLabels, type FeedbackEntry, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { formatDayLong, formatInstantLong } from '../../../shared/domain/time-words.ts';
import type { afterChannels } from '../../../shared/ipc/after.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import { listRows } from '../../db/table.ts';
import { criteria, feedbackEntries, hearings } from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, quietText, safeBlock } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';

type Input = ParsedInputOf<(typeof afterChannels)['after:exportFinalFeedback']>;

/**
 * Saves the final feedback by audience where the user says; false when they close the dialog. Fails with `disk/full` or
 * `disk/cannot-write`.
 */
export function exportFinalFeedback(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, finalFeedbackPaper(ctx, input), { format: input.format, name: 'final-feedback' });
}

/**
 * What each audience was told. For others nothing under embargo is in it, nor who was there: for ourselves those present
 * stand under their own heading, apart from what was said.
 */
export function finalFeedbackPaper(ctx: Context, { audience }: Pick<Input, 'audience'>): Paper {
  const { db } = ctx;
  const { title, council, marking } = theEngagement(db);
  const safe = coder(db);
  const isOurs = audience === 'ourselves';
  const held = listRows(db, hearings, {}, ['on']);
  const said = listRows(db, feedbackEntries, {}, ['at']).filter((one) => isOurs || !one.isEmbargoed);
  const codes = new Map(listRows(db, criteria).map(({ id, code }) => [id, code]));
  const isEmbargoed = said.some((one) => one.hearingId !== null && one.isEmbargoed);
  const blocks = held.flatMap((hearing): readonly PaperBlock[] => {
    const own = said.filter((one) => one.hearingId === hearing.id);
    return [
      heading(`${hearing.audience}, ${formatDayLong(hearing.on)}`),
      ...(own.length === 0
        ? [quietText(isOurs ? 'Nothing is written down.' : 'Nothing that may be passed on yet.')]
        : [saidTable(hearing.audience, own, codes)]),
    ];
  });
  return {
    title: 'Final feedback',
    facts: [
      [council, title].filter(Boolean).join(', '),
      `Written ${formatInstantLong(ctx.clock())}`,
      ...(isEmbargoed ? ['For ourselves only: it is under embargo until publication.'] : []),
    ].map(safe),
    marking,
    blocks: [
      ...(held.length === 0 ? [quietText('No audience has been told yet.')] : blocks),
      ...(isOurs ? presentBlocks(held) : []),
    ].map((block) => safeBlock(block, safe)),
  };
}

function saidTable(
  audience: string,
  said: readonly FeedbackEntry[],
  codes: ReadonlyMap<string, string>,
): PaperBlock {
  return {
    is: 'table',
    caption: `Said to ${audience}`,
    head: ['What was said', 'Kind', 'About', 'How sure'],
    widths: [58, 16, 10, 16],
    rows: said.map((one) => [
      [one.isQuote ? `“${one.text}”` : one.text, one.reply && `Answered: ${one.reply}`]
        .filter(Boolean)
        .join('\n'),
      feedbackKindLabels[one.kind],
      codes.get(one.criterionId ?? '') ?? '',
      confidenceLabels[one.confidence],
    ]),
  };
}

function presentBlocks(
  held: readonly { readonly audience: string; readonly present: readonly string[] }[],
): readonly PaperBlock[] {
  const known = held.filter(({ present }) => present.length > 0);
  if (known.length === 0) return [];
  return [
    heading('Who was there'),
    {
      is: 'table',
      caption: 'Who was there',
      head: ['Audience', 'Present, by role'],
      widths: [34, 66],
      rows: known.map(({ audience, present }) => [audience, present.join(', ')]),
    },
  ];
}
