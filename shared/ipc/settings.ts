import { z } from 'zod';
import { Settings } from '../domain/settings.ts';
import { always } from './channel.ts';

export type AppFacts = { readonly version: string; readonly platform: string };

export const settingsChannels = {
  'settings:readSettings': always<{ readonly settings: Settings; readonly facts: AppFacts }>()(z.object({})),
  /** Stops a long job at its next step. */
  'settings:cancelJob': always<null>()(z.object({ job: z.string() })),
  /** The window over the whole screen, or as it was. */
  'settings:setFullScreen': always<null>()(z.object({ isFullScreen: z.boolean() })),
  'settings:editSettings': always<Settings>()(Settings.partial()),
};
