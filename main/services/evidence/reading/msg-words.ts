import MsgReaderModule, { type FieldsData } from '@kenjiuno/msgreader';
import type { Attachment, MailParts } from './attachment.ts';
import { dayOf, whenOf } from './mail-date.ts';
import { htmlText, type Words, wordsOf } from './words.ts';

type Reader = InstanceType<typeof MsgReaderModule>;
// In plain Node the package, which is CommonJS, stands one step further in than in a bundle.
const MsgReader = ((MsgReaderModule as unknown as { default?: unknown }).default ??
  MsgReaderModule) as typeof MsgReaderModule;

const deepest = 12;

type Opened = { readonly reader: Reader; readonly fields: FieldsData };

function openMessage(bytes: Uint8Array): Opened | null {
  try {
    // A copy of its own: the reader takes the whole of the memory it is given.
    const reader = new MsgReader(bytes.slice().buffer);
    const fields = reader.getFileData();
    return fields.error === undefined ? { reader, fields } : null;
  } catch {
    return null;
  }
}

/**
 * The words of an Outlook message: who, when and about what, then its text; the words of attachments are not read. None
 * where it cannot be made out: Outlook may still open it, so it is kept.
 */
export function msgWords(bytes: Uint8Array): Words {
  const fields = openMessage(bytes)?.fields;
  if (!fields) return wordsOf([''], { counted: false });
  const texts: string[] = [];
  collect(fields, texts, 0);
  return wordsOf([texts.join('\n')], { unread: (fields.attachments ?? []).length, counted: false });
}

function collect(fields: FieldsData, texts: string[], depth: number): void {
  if (depth > deepest) return;
  const named = (one: FieldsData) => [one.name, one.smtpAddress ?? one.email].filter(Boolean).join(' ');
  const head = [
    ['From', senderOf(fields)],
    ['To', (fields.recipients ?? []).map(named).join('; ')],
    ['Date', whenOf(fields.messageDeliveryTime ?? fields.clientSubmitTime ?? '')],
    ['Subject', fields.subject ?? ''],
  ] as const;
  texts.push(...head.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`), '');
  texts.push(bodyOf(fields), '');
  for (const attached of fields.attachments ?? []) {
    if (attached.innerMsgContentFields) collect(attached.innerMsgContentFields, texts, depth + 1);
    else texts.push(`Attachment: ${nameOf(attached)}`);
  }
}

function bodyOf({ body, bodyHtml, html }: FieldsData): string {
  if (body?.trim()) return body;
  if (bodyHtml) return htmlText(bodyHtml);
  return html ? htmlText(Buffer.from(html).toString('utf8')) : '';
}

const senderOf = ({ senderName = '', senderSmtpAddress, senderEmail }: FieldsData): string => {
  const address = senderSmtpAddress ?? (senderEmail?.includes('@') ? senderEmail : '');
  return [senderName, address && address !== senderName ? `<${address}>` : ''].filter(Boolean).join(' ');
};

const nameOf = ({ fileName, fileNameShort, name }: FieldsData): string =>
  fileName || fileNameShort || name || 'Attachment';

/** Takes an Outlook message apart, with what came with the messages inside it. */
export function msgParts(bytes: Uint8Array): Omit<MailParts, 'left'> {
  const opened = openMessage(bytes);
  if (!opened) return { from: '', date: null, attachments: [], isTooDeep: false };
  return {
    from: senderOf(opened.fields),
    date: dayOf(opened.fields.messageDeliveryTime ?? opened.fields.clientSubmitTime ?? ''),
    attachments: attachmentsOf(opened, opened.fields, 0),
    isTooDeep: depthOf(opened.fields, 0) > deepest,
  };
}

function depthOf(fields: FieldsData, depth: number): number {
  if (depth > deepest) return depth;
  const inner = (fields.attachments ?? []).flatMap((attached) => attached.innerMsgContentFields ?? []);
  return Math.max(depth, ...inner.map((message) => depthOf(message, depth + 1)));
}

function attachmentsOf(opened: Opened, fields: FieldsData, depth: number): readonly Attachment[] {
  if (depth > deepest) return [];
  return (fields.attachments ?? []).flatMap((attached): readonly Attachment[] => {
    if (attached.innerMsgContentFields)
      return attachmentsOf(opened, attached.innerMsgContentFields, depth + 1);
    if (attached.attachmentHidden) return [];
    try {
      const { content } = opened.reader.getAttachment(attached);
      return [{ name: nameOf(attached), bytes: Uint8Array.from(content) }];
    } catch {
      return [];
    }
  });
}
