import { z } from 'zod';
import { PaperFormat } from '../domain/paper-format.ts';
import type { Picture } from '../domain/picture.ts';
import { engaged } from './channel.ts';

export const picturesChannels = {
  /** The pictures that have something to show, each as the numbers behind it. */
  'pictures:readPictures': engaged<readonly Picture[]>()(z.object({})),
  /** Saves them all as one paper, bars and numbers, that can be read in grey. */
  'pictures:exportPictures': engaged<{ readonly saved: boolean }>()(z.object({ format: PaperFormat })),
};
