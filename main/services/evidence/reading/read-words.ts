import { assertNever } from '../../../../shared/assert.ts';
import { type EvidenceType, isPicture } from '../../../../shared/domain/evidence.ts';
import { canHide, notLookedAt } from '../../../../shared/domain/hidden-data.ts';
import { AppError } from '../../../../shared/errors.ts';
import { decodeText } from '../../import/csv-text.ts';
import type { ByteSource } from '../zip-file.ts';
import { mailWords } from './mail-words.ts';
import { rtfWords } from './rtf-words.ts';
import { htmlText, type Words, wordsOf } from './words.ts';

/** Anything but a PDF is read whole; beyond this its words stay unread. */
const mostInMemory = 256 * 1024 * 1024;

/**
 * Reads the words of a document of a known type; of images what is written in them besides the picture. Fails with
 * `evidence/password-protected` or `evidence/unreadable`.
 */
export async function readWords(
  type: EvidenceType,
  source: ByteSource,
  onPage?: (words: Words) => void,
): Promise<Words> {
  // The readers of PDFs and Office documents take long to load, so each is loaded when there is something for it.
  if (type === 'pdf') {
    const { pdfWords } = await import('./pdf-words.ts');
    return pdfWords(source, onPage);
  }
  if (isPicture(type)) return (await import('./image-hidden.ts')).imageWords(type, source);
  if (source.size > mostInMemory)
    return wordsOf([''], { counted: false, facts: canHide(type) ? notLookedAt : [] });
  const bytes = await source.read(0, source.size);
  switch (type) {
    case 'docx':
      return (await import('./office-words.ts')).docxWords(bytes);
    case 'xlsx':
      return (await import('./office-words.ts')).xlsxWords(bytes);
    case 'pptx':
      return (await import('./office-words.ts')).pptxWords(bytes);
    case 'eml':
      return mailWords(bytes);
    case 'msg':
      return (await import('./msg-words.ts')).msgWords(bytes);
    case 'rtf':
      return rtfWords(bytes);
    case 'html':
      return wordsOf([htmlText(textOf(bytes))], { counted: false });
    case 'csv':
    case 'txt':
      return wordsOf([textOf(bytes)], { counted: false });
    default:
      return assertNever(type, 'every type of evidence is read or has no words');
  }
}

/** Text that turns out, past its start, to be none is damaged. */
function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw new AppError('evidence/unreadable', 'It is not text throughout.');
  return text;
}
