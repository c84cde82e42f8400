import { z } from 'zod';
import { IsoDate } from '../domain/time.ts';
import { always } from './channel.ts';

/** A file opened before on this computer, as the first screen lists it. No name of a person is kept in it. */
export type RecentFile = {
  readonly token: string;
  readonly title: string;
  readonly kind: string;
  readonly folder: string;
  readonly lastOpened: string;
  readonly isMissing: boolean;
  /** Its key is kept under the system's own protection, so that it opens without the passphrase. */
  readonly isRemembered: boolean;
  /** When this computer last made a backup of it. */
  readonly lastBackup: string | null;
};

/** A template that was chosen, under the token that stands for it. */
export type ChosenTemplate = {
  readonly token: string;
  readonly frameworkId: string;
  readonly meetings: number;
  readonly requests: number;
  readonly lessons: number;
  readonly findings: number;
};

export type VaultState =
  | {
      readonly state: 'closed';
      readonly recent: readonly RecentFile[];
      /** The file that the app was asked to open from outside, as by a double click. */
      readonly offered: RecentFile | null;
      readonly canRemember: boolean;
    }
  | { readonly state: 'open'; readonly title: string; readonly folder: string };

export type Strength = { readonly score: 0 | 1 | 2 | 3 | 4; readonly advice: string };

const Passphrase = z.string().min(1).max(1000);

export const vaultChannels = {
  'vault:readVault': always<VaultState>()(z.object({})),
  'vault:checkStrength': always<Strength>()(z.object({ passphrase: z.string().max(1000) })),
  /** Asks where to keep the file; null when the user closes the dialog. */
  'vault:createEngagement': always<{ readonly created: boolean }>()(
    z.object({
      title: z.string().trim().min(1).max(120),
      council: z.string().trim().max(120),
      frameworkId: z.string().min(1),
      anchorDate: IsoDate.nullable(),
      /** The template of an engagement before, in place of the bundled one. */
      templateToken: z.string().nullable(),
      passphrase: Passphrase,
    }),
  ),
  /** Asks which template of an engagement before to start from; null when the user closes the dialog. */
  'vault:chooseTemplate': always<ChosenTemplate | null>()(z.object({})),
  /** Asks which file; answers with a token that stands for it, since no path crosses to the window. */
  'vault:chooseFile': always<RecentFile | null>()(z.object({})),
  'vault:openEngagement': always<null>()(
    z.object({ token: z.string(), passphrase: Passphrase, remember: z.boolean().default(false) }),
  ),
  'vault:openWithRecoveryKey': always<null>()(z.object({ token: z.string(), recoveryKey: Passphrase })),
  'vault:openRemembered': always<{ readonly opened: boolean }>()(z.object({ token: z.string() })),
  'vault:openSample': always<null>()(z.object({})),
  'vault:forgetRecent': always<null>()(z.object({ token: z.string() })),
  'vault:lockEngagement': always<null>()(z.object({})),
  'vault:changePassphrase': always<null>()(z.object({ current: Passphrase, next: Passphrase })),
  /** Writes the recovery sheet as a PDF where the user says; false when they close the dialog. */
  'vault:saveRecoverySheet': always<{ readonly saved: boolean }>()(z.object({ passphrase: Passphrase })),
  'vault:saveCopy': always<{ readonly saved: boolean }>()(z.object({})),
};
