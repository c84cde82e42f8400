import { stat } from 'node:fs/promises';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { AddedFile } from '../../../shared/ipc/evidence.ts';
import type { Context } from '../context.ts';
import { tooManySentence, withFolderFiles } from './folder-files.ts';
import { type Source, takeAndKeep } from './intake.ts';
import { openAhead } from './open-ahead.ts';

const filters = [
  {
    name: 'Documents',
    extensions: Object.values(typeFacts).flatMap(({ extension, also = [] }) => [extension, ...also]),
  },
  { name: 'All files', extensions: ['*'] },
];

/**
 * Takes the chosen or dropped files, and those in dropped folders, into the engagement and ties them to the targets, in one undoable step; the files
 * themselves are left alone. Each file is added, found to be here already, or refused with its reason. Fails with
 * `evidence/cancelled`, `evidence/locked-meanwhile` or `disk/full`, and then nothing has been added.
 */
export async function addEvidence(
  ctx: Context,
  { tokens, targets }: ParsedInputOf<Contract['evidence:addEvidence']>,
): Promise<readonly AddedFile[]> {
  const chosen = tokens
    ? tokens.map((token) => ctx.outside.droppedPath(token) ?? '')
    : await ctx.outside.chooseFiles('Add evidence', filters);
  if (chosen.length === 0) return [];
  const { paths, tooMany } = await withFolderFiles(chosen);
  const left = tooMany.map(({ folder, files }) => ({ path: folder, refused: tooManySentence(files) }));
  return takeAndKeep(ctx, { ...(await filesOnDisk(paths)), left }, targets);
}

async function filesOnDisk(paths: readonly string[]): Promise<Source> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return {
    count: paths.length,
    size: sizes.reduce((sum, size) => sum + size, 0),
    ahead: (writer, onBytes) => openAhead(paths, writer, onBytes),
  };
}
