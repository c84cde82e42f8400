import { z } from 'zod';
import type { BringBack, HandOver } from '../domain/hand-over/hand-over.ts';
import type { Conflict } from '../domain/hand-over/merge.ts';
import type { IsoInstant } from '../domain/time.ts';
import { always, engaged } from './channel.ts';

/** One side of a conflict in words: what it says, who wrote it and when. */
export type ConflictWords = { readonly says: string; readonly who: string; readonly at: IsoInstant | null };

/** What both sides wrote, neither knowing of the other. */
export type ConflictView = Pick<Conflict, 'key' | 'usual'> & {
  readonly area: string;
  /** "Meeting “Health leaders”", "Child C". */
  readonly thing: string;
  /** "day and time"; null where one side removed it. */
  readonly field: string | null;
  readonly mine: ConflictWords;
  readonly theirs: ConflictWords;
};

export type StepView = { readonly at: IsoInstant; readonly who: string; readonly summary: string };

export type AreaCounts = {
  readonly area: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/** What bringing a copy back would come to. */
export type ReturnView = {
  readonly fileName: string;
  readonly who: string;
  /** How many steps there are; `steps` holds the newest. */
  readonly count: number;
  readonly steps: readonly StepView[];
  readonly areas: readonly AreaCounts[];
  readonly conflicts: readonly ConflictView[];
  /** Sentences on what was recognised or had to be given another label. */
  readonly notes: readonly string[];
  readonly documents: number;
};

export type BroughtBack = {
  readonly who: string;
  readonly steps: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Hard clashes on the timetable that were not there before. */
  readonly newClashes: number;
};

export type ChosenCopy = { readonly token: string; readonly name: string };

export type HandOverView = {
  readonly handOvers: readonly HandOver[];
  readonly bringBacks: readonly BringBack[];
};

const Passphrase = z.string().min(1).max(1000);
const To = z.string().trim().min(1).max(120);

export const handOverChannels = {
  'handOver:readHandOvers': engaged<HandOverView>()(z.object({})),
  /** A passphrase that nobody chose. */
  'handOver:makePassphrase': always<{ readonly passphrase: string }>()(z.object({})),
  /** Asks where to, and makes a sealed copy there; null when the user closes the dialog. */
  'handOver:handOver': always<{ readonly fileName: string } | null>()(
    z.object({ to: To, passphrase: Passphrase }),
  ),
  /** Saves a page for the colleague: how to open the copy and how to give it back. The passphrase is not on it. */
  'handOver:saveNote': engaged<{ readonly saved: boolean }>()(
    z.object({ to: To, fileName: z.string().max(300) }),
  ),
  /** Asks which copy; null when the user closes the dialog. */
  'handOver:chooseReturned': always<ChosenCopy | null>()(z.object({})),
  /** Opens the copy and says what bringing it back would come to. The copy itself is never changed. */
  'handOver:readReturned': always<ReturnView>()(z.object({ token: z.string(), passphrase: Passphrase })),
  /** Brings it back, with the choices made of the conflicts; the others go to the newest. */
  'handOver:bringBack': always<BroughtBack>()(
    z.object({
      choices: z
        .array(z.object({ key: z.string().max(300), choice: z.enum(['mine', 'theirs']) }))
        .max(10_000),
    }),
  ),
  /** Lets go of the copy that was chosen. */
  'handOver:dropReturned': always<null>()(z.object({})),
};
