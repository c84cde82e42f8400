import { writeFile } from 'node:fs/promises';
import { type RegisterFormat, type RegisterKind, registerLabels } from '../../../shared/domain/register.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { registersChannels } from '../../../shared/ipc/registers.ts';
import { listRows } from '../../db/table.ts';
import { people } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { formatNames, renderPaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { writerFor } from '../timetable-export/writer.ts';
import { childrenRegister, consentsRegister } from './children-register.ts';
import { evidenceRegister } from './evidence-register.ts';
import { feedbackRegister } from './feedback-register.ts';
import { peopleRegister, placesRegister } from './people-register.ts';
import type { MadeRegister, Register, RegisterCell } from './register.ts';
import { registerPaper } from './register.ts';
import { requestsRegister } from './requests-register.ts';

type Input = ParsedInputOf<(typeof registersChannels)['registers:exportRegister']>;

const fillers: Readonly<
  Record<RegisterKind, (ctx: Context, reader: Pick<Input, 'isForOthers'>) => Register>
> = {
  people: peopleRegister,
  places: placesRegister,
  requests: requestsRegister,
  feedback: feedbackRegister,
  evidence: evidenceRegister,
  children: childrenRegister,
  consents: consentsRegister,
};

/**
 * Saves a list where the user says; false when they close the dialog. For others, nothing embargoed or internal is in it;
 * children are codes for everybody. Fails with `register/empty`, `disk/full` or `disk/cannot-write`.
 */
export async function exportRegister(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const register = makeRegister(ctx, input);
  if (register.rows.length === 0) throw new AppError('register/empty');
  const { format, kind } = input;
  const path = await ctx.outside.chooseSavePath(`Save ${register.title.toLowerCase()}`, `${kind}.${format}`, [
    { name: formatNames[format], extensions: [format] },
  ]);
  if (!path) return { saved: false };
  const bytes = await renderRegister(ctx, register, format);
  await writeFile(path, bytes).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}

/** A list with every tracked child's name in it turned into the code, whoever it is for. */
export function makeRegister(
  ctx: Context,
  { kind, isForOthers }: Pick<Input, 'kind' | 'isForOthers'>,
): MadeRegister {
  const { title, council, marking } = theEngagement(ctx.db);
  const register = fillers[kind](ctx, { isForOthers });
  const coded = writerFor(ctx.db, listRows(ctx.db, people), false).text;
  const mask = titleMasker(ctx.db);
  const safe = (cell: RegisterCell): RegisterCell => (typeof cell === 'string' ? mask(coded(cell)) : cell);
  return {
    ...register,
    kind,
    title: registerLabels[kind],
    rows: register.rows.map((row) => row.map(safe)),
    notes: [isForOthers ? '' : 'For the partnership only: not to be passed on.', ...register.notes].filter(
      Boolean,
    ),
    from: mask([council, title].filter(Boolean).join(', ')),
    printed: `Printed ${formatInstantLong(ctx.clock())}`,
    marking,
  };
}

/** A list in one of its forms, as the bytes of a file. */
export async function renderRegister(
  ctx: Context,
  register: MadeRegister,
  format: RegisterFormat,
): Promise<Uint8Array> {
  if (format === 'pdf' || format === 'docx') return renderPaper(ctx, registerPaper(register), format);
  const { registerCsv, registerXlsx } = await import('./register-files.ts');
  return format === 'csv' ? registerCsv(register) : registerXlsx(register);
}
