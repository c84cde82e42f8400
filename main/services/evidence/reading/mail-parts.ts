import type { EvidenceType } from '../../../../shared/domain/evidence.ts';
import { eachPart, headerText, type MailPart, partBytes, parted } from './mail-words.ts';

/** A file that came with a message. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array };

/** Who sent a message and when, as far as it says so, and what came with it. */
export type MailParts = {
  readonly from: string;
  /** "2026-11-23", in London or wherever the message was sent. */
  readonly date: string | null;
  readonly attachments: readonly Attachment[];
  /** Attachments beyond what is taken in of one message. */
  readonly left: number;
};

const mostAttachments = 60;
const mostBytes = 64 * 1024 * 1024;
/** What is put into the text of a message and as small as this is a logo, not a document. */
const smallPicture = 40 * 1024;

/** Takes a message apart; what came with the messages inside it is among its own. */
export async function mailParts(type: EvidenceType, bytes: Uint8Array): Promise<MailParts> {
  if (type === 'msg') return within((await import('./msg-words.ts')).msgParts(bytes));
  const message = parted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const attachments: Attachment[] = [];
  eachPart(message, (part) => {
    const attached = attachmentOf(part);
    if (attached) attachments.push(attached);
  });
  return within({
    from: headerText(message.headers.get('from') ?? ''),
    date: dayOf(message.headers.get('date') ?? ''),
    attachments,
  });
}

function attachmentOf(part: MailPart): Attachment | null {
  const { kind, name, isAttachment, headers } = part;
  if (!isAttachment) return null;
  const bytes = partBytes(part);
  const isInText = headers.has('content-id') || /^inline/i.test(headers.get('content-disposition') ?? '');
  if (kind.startsWith('image/') && isInText && bytes.length < smallPicture) return null;
  return { name: name || 'Attachment', bytes };
}

function within({ attachments, ...mail }: Omit<MailParts, 'left'>): MailParts {
  const kept: Attachment[] = [];
  let size = 0;
  for (const one of attachments) {
    if (kept.length === mostAttachments || size + one.bytes.length > mostBytes) break;
    kept.push(one);
    size += one.bytes.length;
  }
  return { ...mail, attachments: kept, left: attachments.length - kept.length };
}

/** The day of a date as mail writes it; null where it is none. */
export function dayOf(text: string): string | null {
  const at = Date.parse(text.replace(/\([^)]*\)/g, ''));
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
