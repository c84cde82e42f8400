/** The settings of a computer that has none yet. Apart from their schema, so that the first screen comes up without it. */
export const defaultSettings = {
  theme: 'system',
  clock: '12',
  lockAfterMinutes: 15,
  userName: '',
} as const;
