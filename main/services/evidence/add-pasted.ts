import { isPicture } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';
import { formatDate, formatTime } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { AddedFile } from '../../../shared/ipc/evidence.ts';
import type { Context } from '../context.ts';
import { type Source, takeAndKeep } from './intake.ts';
import type { FileAhead } from './open-ahead.ts';
import { openAttachment } from './open-attachment.ts';
import type { Storable } from './take-in.ts';

/**
 * Takes in pictures that were pasted and are no files, such as a screenshot, under names that say when that was. What is
 * no picture is refused with its reason. Fails as `addEvidence` does.
 */
export function addPasted(
  ctx: Context,
  { pictures, targets }: ParsedInputOf<Contract['evidence:addPasted']>,
): Promise<readonly AddedFile[]> {
  return takeAndKeep(ctx, pastedSource(pictures, ctx.clock()), targets);
}

function pastedSource(pictures: readonly Uint8Array[], at: IsoInstant): Source {
  const isOne = pictures.length === 1;
  return {
    count: pictures.length,
    size: pictures.reduce((sum, { length }) => sum + length, 0),
    ahead: async function* (): AsyncGenerator<FileAhead> {
      for (const [index, bytes] of pictures.entries()) {
        const opening = openPasted(bytes);
        const ending = await opening.then(
          ({ type }) => `.${typeFacts[type].extension}`,
          () => '',
        );
        yield { path: `${pastedName(at)}${isOne ? '' : `, ${index + 1}`}${ending}`, opening };
      }
    },
  };
}

async function openPasted(bytes: Uint8Array): Promise<Storable> {
  const opened = await openAttachment({ name: '', bytes });
  if (!isPicture(opened.type)) throw new AppError('evidence/unknown-type', 'What was pasted is no picture.');
  return { file: null, ...opened };
}

/** "Pasted 29 November 2026 at 07.15.32": a name that any disk takes. */
function pastedName(at: IsoInstant): string {
  const { date, minutes } = londonWallTime(at);
  return `Pasted ${formatDate(date)} at ${formatTime(minutes, '24').replace(':', '.')}.${at.slice(17, 19)}`;
}
