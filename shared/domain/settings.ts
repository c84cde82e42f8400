import { z } from 'zod';
import { defaultSettings } from './default-settings.ts';

/** How the app behaves on this computer; nothing about any engagement. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default(defaultSettings.theme),
  clock: z.enum(['12', '24']).default(defaultSettings.clock),
  /** Minutes without a key or the mouse, anywhere on the computer, after which the engagement locks. */
  lockAfterMinutes: z.number().int().min(1).max(240).default(defaultSettings.lockAfterMinutes),
  /** How the change log names whoever sits here. Empty means the name of the account. */
  userName: z.string().trim().max(80).default(defaultSettings.userName),
});
export type Settings = z.infer<typeof Settings>;
