import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inspectFile,
  isNamedRightly,
  largestFile,
  officeTypeOf,
  oleTypeOf,
} from '../../../../shared/domain/file-type.ts';
import { AppError } from '../../../../shared/errors.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));
const kindOf = (content: Uint8Array) => inspectFile(content, content.length);
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('inspectFile', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n%\xe2\xe3')],
    ['pdf', bytes('\xef\xbb\xbf\r\n%PDF-1.4')],
    ['png', bytes('\x89PNG\r\n\x1a\n\0\0')],
    ['jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['gif', bytes('GIF89a\x01\0')],
    ['webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
    ['tiff', bytes('II*\0\x08\0\0\0')],
    ['tiff', bytes('MM\0*\0\0\0\x08')],
    ['heic', bytes('\0\0\0\x18ftypheic\0\0\0\0')],
    ['zip', bytes('PK\x03\x04\x14\0')],
    ['ole', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
    ['rtf', bytes('{\\rtf1\\ansi Hello}')],
    ['html', bytes('\r\n<!DOCTYPE html><html><body>Hello')],
    ['html', bytes('<?xml version="1.0"?>\n<html xmlns="x">')],
    ['eml', bytes('From: a@example.org\r\nTo: b@example.org\r\nSubject: Papers\r\n\r\nHere')],
    ['eml', bytes('Received: from x\r\n\tby y\r\nMessage-ID: <1>\r\nX-Odd: 1\r\n\r\nHere')],
    ['csv', bytes('UPN,Surname\r\nA1,"Brown, Ann"\r\nA2,Green\r\n')],
    ['csv', bytes('a;b;c\n1;2;3\n')],
    ['txt', bytes('Dear colleague: see below.\nMany thanks')],
    ['txt', utf8('Zoë’s views — and naïve café')],
    ['txt', bytes('\xff\xfeH\0e\0l\0l\0o\0')],
    ['txt', bytes('Caf\xe9 in Windows-1252, \x93quoted\x94')],
  ] as const)('tells %s from its bytes', (kind, content) => {
    expect(kindOf(content)).toBe(kind);
  });

  it('refuses an empty file, one over 2 GB, and bytes that are nothing it keeps', () => {
    expect(codeOf(() => inspectFile(new Uint8Array(), 0))).toBe('evidence/empty');
    expect(codeOf(() => inspectFile(bytes('%PDF-'), largestFile + 1))).toBe('evidence/too-large');
    expect(codeOf(() => kindOf(bytes('MZ\x90\0\x03\0\0\0')))).toBe('evidence/unknown-type');
    expect(codeOf(() => kindOf(bytes('\x7fELF\x02\x01\x01\0')))).toBe('evidence/unknown-type');
  });

  it('takes a text that is cut in the middle of a letter', () => {
    const whole = utf8('Many words and then a letter of two bytes: é');

    expect(inspectFile(whole.subarray(0, -1), whole.length)).toBe('txt');
  });

  it('answers with a kind or with one of its three refusals, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (content) => {
        const answer = codeOf(() => kindOf(content));
        expect(typeof answer).toBe('string');
      }),
    );
  });

  it('calls every text that people can type some kind of text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
        (text) => {
          expect(['txt', 'csv', 'html', 'eml', 'rtf', 'gif', 'pdf']).toContain(kindOf(utf8(text)));
        },
      ),
    );
  });
});

describe('officeTypeOf', () => {
  it.each([
    ['docx', 'word/document.xml'],
    ['docx', 'word/document2.xml'],
    ['xlsx', 'xl/workbook.xml'],
    ['pptx', 'ppt/presentation.xml'],
  ])('tells %s by %s inside', (type, part) => {
    expect(officeTypeOf(['[Content_Types].xml', part])).toBe(type);
  });

  it('refuses any other zip, whatever it is called', () => {
    expect(codeOf(() => officeTypeOf(['photo.jpg', 'word/document.xml']))).toBe('evidence/unknown-type');
    expect(codeOf(() => officeTypeOf([]))).toBe('evidence/unknown-type');
  });
});

describe('oleTypeOf', () => {
  it('knows an Outlook message, a protected document and an old one', () => {
    expect(oleTypeOf(['Root Entry', '__properties_version1.0'])).toBe('msg');
    expect(codeOf(() => oleTypeOf(['Root Entry', 'EncryptedPackage']))).toBe('evidence/password-protected');
    expect(codeOf(() => oleTypeOf(['Root Entry', 'WordDocument']))).toBe('evidence/unknown-type');
  });
});

describe('isNamedRightly', () => {
  it('notices an ending that promises something else', () => {
    expect(isNamedRightly('scan.pdf', 'jpeg')).toBe(false);
    expect(isNamedRightly('scan.JPEG', 'jpeg')).toBe(true);
    expect(isNamedRightly('plan', 'docx')).toBe(true);
  });
});
