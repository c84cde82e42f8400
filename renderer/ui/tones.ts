import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';

/** What a colour means: bad stops you, warn wants a look, ok is done, info is neutral news. */
export type Tone = 'bad' | 'warn' | 'ok' | 'info';

/** The one shape for each tone, so that colour never speaks alone. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  bad: OctagonAlert,
  warn: TriangleAlert,
  ok: CircleCheck,
  info: Info,
};
