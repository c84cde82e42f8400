import { describe, expect, it } from 'vitest';
import { bagInfo, hashList } from '../../../../shared/domain/pack-bag.ts';

const files = [
  { path: 'data/002 b.pdf', sha256: 'b'.repeat(64), size: 20 },
  { path: 'data/000 Index.pdf', sha256: 'a'.repeat(64), size: 3 },
];

describe('hashList', () => {
  it('is what sha256sum reads: hash, two spaces, path, in the order of the paths', () => {
    expect(hashList(files)).toBe(
      `${'a'.repeat(64)}  data/000 Index.pdf\n${'b'.repeat(64)}  data/002 b.pdf\n`,
    );
  });

  it('writes a path with a line break or a per cent sign as BagIt has it', () => {
    expect(hashList([{ path: 'data/5% off\r\n', sha256: 'c'.repeat(64), size: 1 }])).toBe(
      `${'c'.repeat(64)}  data/5%25 off%0D%0A\n`,
    );
  });
});

describe('bagInfo', () => {
  it('counts bytes and files, leaves out what is not known, and keeps each fact on its line', () => {
    const info = {
      organisation: 'Aldermere\nCouncil',
      date: '2026-11-24',
      description: 'Child C: evidence pack',
      marking: '',
    };

    expect(bagInfo(info, files)).toBe(
      'Source-Organization: Aldermere Council\nBagging-Date: 2026-11-24\nExternal-Description: Child C: evidence pack\nPayload-Oxum: 23.2\n',
    );
  });
});
