import type { IsoInstant } from '../../../shared/domain/time.ts';
import type { CalendarPerson } from '../timetable-export/calendar-file.ts';
import { isAddress } from './invitation.ts';

export type Attachment = {
  readonly name: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly bytes: Uint8Array;
};

export type Letter = {
  readonly to: CalendarPerson;
  readonly subject: string;
  readonly body: string;
  readonly at: IsoInstant;
  /** Something that stands in no attachment. */
  readonly boundary: string;
  readonly attachments: readonly Attachment[];
};

/**
 * A message as a file that a mail program opens as a draft of its own (X-Unsent), to be looked at and sent: plain text
 * and calendar files (RFC 5322, RFC 2045 to 2047, RFC 6047). Without a valid address its To line is left empty.
 */
export function renderLetter({ to, subject, body, at, boundary, attachments }: Letter): Uint8Array {
  const line = `----=_${boundary}`;
  const parts = [
    ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', ...base64(body)],
    ...attachments.map(({ name, method, bytes }) => [
      `Content-Type: text/calendar; charset=utf-8; method=${method};`,
      ` name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      ...base64(bytes),
    ]),
  ];
  const lines = [
    `To: ${isAddress(to.email) ? `${phrase(to.name)} <${to.email.trim()}>` : ''}`.trimEnd(),
    `Subject: ${words(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    ` boundary="${line}"`,
    '',
    ...parts.flatMap((part) => [`--${line}`, ...part, '']),
    `--${line}--`,
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** A name before an address: quoted, or encoded where it is more than plain letters. */
function phrase(name: string): string {
  const plain = oneLine(name);
  return /^[ -~]*$/.test(plain) && plain.length < 60 ? `"${plain.replaceAll(/["\\]/g, '')}"` : words(plain);
}

/** A header's words: as they are while plain and short, else as encoded words of whole letters (RFC 2047). */
function words(text: string): string {
  const plain = oneLine(text);
  if (/^[ -~]*$/.test(plain) && plain.length <= 66 && !plain.includes('=?')) return plain;
  const chunks: string[] = [''];
  for (const letter of plain) {
    const last = chunks.at(-1) ?? '';
    if (Buffer.byteLength(last + letter) > 42) chunks.push(letter);
    else chunks[chunks.length - 1] = last + letter;
  }
  return chunks.map((chunk) => `=?utf-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ');
}

const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

const base64 = (content: string | Uint8Array): readonly string[] =>
  Buffer.from(typeof content === 'string' ? content.replaceAll(/\r?\n/g, '\r\n') : content)
    .toString('base64')
    .match(/.{1,76}/g) ?? [];
