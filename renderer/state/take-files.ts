import { mostPasted } from '../../shared/domain/evidence.ts';
import { formatSize } from '../../shared/domain/file-size.ts';
import type { AddedFile, LinkTarget } from '../../shared/ipc/evidence.ts';
import { dropFiles } from '../bridge.ts';
import { useStore } from './store.ts';

/**
 * Takes in what was dropped or pasted, or what the user now chooses, tied to the targets; a picture that is no file, such
 * as a screenshot, is taken as it is. Null where nothing came of it, and why has been said.
 */
export async function takeFiles(
  targets: readonly LinkTarget[],
  given?: readonly File[],
): Promise<readonly AddedFile[] | null> {
  const { act, showFailure } = useStore.getState();
  if (!given) return act('evidence:addEvidence', { targets: [...targets] });
  const tokens = (await dropFiles(given)).map((file) => file.token);
  if (tokens.length > 0) return act('evidence:addEvidence', { tokens, targets: [...targets] });
  const pictures = given.filter((file) => file.type.startsWith('image/'));
  const refuse = (detail: string): null => {
    showFailure({ code: 'input/invalid', detail });
    return null;
  };
  if (pictures.length === 0) return refuse(notAFile);
  if (pictures.some((file) => file.size > mostPasted)) return refuse(tooLarge);
  const bytes = await Promise.all(pictures.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return act('evidence:addPasted', { pictures: bytes, targets: [...targets] });
}

const notAFile =
  'What was dropped or pasted is neither a file nor a picture. Save it as a file first, and add that.';
const tooLarge = `A picture that is pasted may have ${formatSize(mostPasted)} at most. Save it as a file, and add that.`;
