import { z } from 'zod';

/** How the app behaves on this computer; nothing about any engagement. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  clock: z.enum(['12', '24']).default('12'),
  /** Minutes without a key or the mouse, anywhere on the computer, after which the engagement locks. */
  lockAfterMinutes: z.number().int().min(1).max(240).default(15),
  /** How the change log names whoever sits here. Empty means the name of the account. */
  userName: z.string().trim().max(80).default(''),
});
export type Settings = z.infer<typeof Settings>;
