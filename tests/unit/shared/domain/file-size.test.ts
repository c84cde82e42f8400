import { describe, expect, it } from 'vitest';
import { formatSize } from '../../../../shared/domain/file-size.ts';

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 KB'],
    [9460, '9.5 KB'],
    [9960, '10 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [64_200_000, '64 MB'],
    [1_520_000_000, '1.5 GB'],
    [2_000_000_000_000, '2000 GB'],
  ])('writes %d as %j', (bytes, words) => {
    expect(formatSize(bytes)).toBe(words);
  });
});
