import type { EvidenceType } from '../../../../shared/domain/evidence.ts';
import type { Attachment, MailParts } from './attachment.ts';
import { dayOf } from './mail-date.ts';
import { eachPart, headerText, type MailPart, partBytes, parted } from './mail-words.ts';

const mostAttachments = 60;
const mostBytes = 64 * 1024 * 1024;
/** What is put into the text of a message and as small as this is a logo, not a document. */
const smallPicture = 40 * 1024;

/** Takes a message apart; what came with the messages inside it is among its own. */
export async function mailParts(type: EvidenceType, bytes: Uint8Array): Promise<MailParts> {
  if (type === 'msg') return within((await import('./msg-words.ts')).msgParts(bytes));
  const message = parted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const attachments: Attachment[] = [];
  const { isTooDeep } = eachPart(message, (part) => {
    const attached = attachmentOf(part);
    if (attached) attachments.push(attached);
  });
  return within({
    from: headerText(message.headers.get('from') ?? ''),
    date: dayOf(message.headers.get('date') ?? ''),
    attachments,
    isTooDeep,
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
