import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import {
  shareOf,
  surveyEntryLabels,
  surveyGroupLabels,
  surveyStanding,
  voiceKindLabels,
} from '../../../shared/domain/voice.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { VoiceView, voiceChannels } from '../../../shared/ipc/voice.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { type Paper, type PaperBlock, safeBlock } from '../document/paper.ts';
import { below, dayCell } from '../document/paper-cells.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { readVoice } from './voice.ts';

type Input = ParsedInputOf<(typeof voiceChannels)['voice:exportVoice']>;

/**
 * Saves the surveys, or what is known from elsewhere, where the user says; false when they close the dialog. Fails with
 * `governance/empty` when there is nothing to show to others, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportVoice(
  ctx: Context,
  { what, format }: Input,
): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, voicePaper(ctx, what), { format, name: what === 'surveys' ? 'surveys' : 'voice' });
}

/** The surveys, or what is known from elsewhere, as a paper for others: children by code, nothing internal. */
export function voicePaper(ctx: Context, what: Input['what']): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  const view = readVoice(ctx);
  const block = what === 'surveys' ? surveyBlock(ctx, view) : recordBlock(view);
  if (block.rows.length === 0) throw new AppError('governance/empty');
  return {
    title: what === 'surveys' ? 'Surveys' : 'What families and reviews have told us',
    facts: [[council, title].filter(Boolean).join(', '), formatInstantLong(ctx.clock())].map(safe),
    marking,
    isLandscape: true,
    blocks: [safeBlock(block, safe)],
  };
}

type TableBlock = Extract<PaperBlock, { is: 'table' }>;

function surveyBlock(ctx: Context, { surveys, log }: VoiceView): TableBlock {
  const now = ctx.clock();
  return {
    is: 'table',
    caption: 'Surveys',
    head: ['Survey', 'Who answers', 'Open', 'State', 'Answers', 'What happened'],
    widths: [22, 14, 18, 14, 12, 20],
    rows: surveys.map((survey) => {
      const { words, answers } = surveyStanding(survey, log, now);
      return [
        survey.title,
        surveyGroupLabels[survey.group],
        below(dayCell(survey.opensOn), survey.closesOn && `to ${dayCell(survey.closesOn)}`),
        words,
        shareOf(answers, survey.target),
        below(
          ...log
            .filter(
              ({ surveyId, kind }) => surveyId === survey.id && (kind === 'broke' || kind === 'restarted'),
            )
            .map(
              ({ kind, at, note }) =>
                `${surveyEntryLabels[kind]}, ${formatInstantLong(at)}${note && `: ${note}`}`,
            ),
        ),
      ];
    }),
  };
}

function recordBlock({ records }: VoiceView): TableBlock {
  return {
    is: 'table',
    caption: 'What families and reviews have told us',
    head: ['What', 'Kind', 'When', 'How many', 'What it shows', 'What we learnt'],
    widths: [18, 12, 21, 11, 19, 19],
    rows: records
      .filter(({ isInternal }) => !isInternal)
      .map(({ title, kind, from, to, count, upheld, shows, learnt }) => [
        title,
        voiceKindLabels[kind],
        below(dayCell(from), to && `to ${dayCell(to)}`),
        shareOf(upheld, count),
        shows,
        learnt,
      ]),
  };
}
