import type { Connection } from '../main/db/connection.ts';
import type { Context, Outside } from '../main/services/context.ts';
import type { IsoInstant } from '../shared/domain/time.ts';

type Choices = {
  readonly db: Connection;
  readonly now: IsoInstant;
  readonly outside?: Partial<Outside>;
};

/** A context for a script: a clock that stands still, ids that are counted, and nobody to ask. */
export const plainContext = ({ db, now, outside }: Choices): Context => {
  let ids = 0;
  return {
    db,
    clock: () => now,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    actor: 'LANO',
    changed: () => {},
    outside: { ...nobody, ...outside },
  };
};

const nobody: Outside = {
  chooseFiles: async () => [],
  droppedPath: () => null,
  chooseFolder: async () => null,
  chooseSavePath: async () => null,
  printPdf: () => Promise.reject(new Error('Broken promise: this script prints nothing')),
  layOutWord: async () => null,
  progress: () => {},
  progressEnd: () => {},
};
