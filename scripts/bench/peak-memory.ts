import { readFileSync } from 'node:fs';

/**
 * The most memory this process has held, in MB. Linux counts it for the program itself; what `resourceUsage` tells there
 * begins with what the process that started it held.
 */
export const peakMegabytes = (): number => {
  const own = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(own) ?? [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
};
