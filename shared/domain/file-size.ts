/** Writes a number of bytes as "640 bytes", "9.5 KB" or "64 MB", a KB being 1,000 bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const units = ['KB', 'MB', 'GB'] as const;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1000 ** power;
  // 999.7 KB reads 1 MB rather than 1000 KB.
  if (Math.round(value) >= 1000 && power < units.length) return formatSize(1000 ** (power + 1));
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)} ${units[power - 1]}`;
}
