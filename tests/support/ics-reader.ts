/** An event as a strict reader of RFC 5545 sees it: each property once, values unescaped. */
export type ReadEvent = Readonly<Record<string, string>>;

/**
 * Reads a calendar as strictly as the standard asks of its writer: CRLF only, lines of at most 75 octets, unfolding by
 * one space, balanced components, known escapes only. Throws with the reason where the text breaks a rule. Shares
 * nothing with what writes our calendars.
 */
export function readIcs(bytes: Uint8Array): {
  readonly calendar: ReadEvent;
  readonly events: readonly ReadEvent[];
} {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end in CRLF.');
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line ends in something other than CRLF.');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (new TextEncoder().encode(line).length > 75) throw new Error(`Longer than 75 octets: ${line}`);
    if (line === '') throw new Error('There is an empty line.');
  }
  const lines = raw
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
  const open: string[] = [];
  const calendar: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z0-9-]+)((?:;[^:;]+)*):(.*)$/su.exec(line) ?? [];
    if (name === '') throw new Error(`Not a property: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where another component is open.`);
    } else {
      const target = open.at(-1) === 'VEVENT' ? events.at(-1) : calendar;
      if (!target || target[name] !== undefined) throw new Error(`${name} stands twice.`);
      target[name] = unescaped(name, value);
      if (parameters !== '') target[`${name};`] = parameters.slice(1);
    }
  }
  if (open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR') throw new Error('The components are not balanced.');
  for (const required of ['UID', 'DTSTAMP', 'DTSTART']) {
    if (events.some((event) => event[required] === undefined))
      throw new Error(`An event has no ${required}.`);
  }
  return { calendar, events };
}

const texts = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME']);

function unescaped(name: string, value: string): string {
  if (!texts.has(name)) return value;
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value) || /(?<!\\)(?:\\\\)*[;,]/.test(value))
    throw new Error(`${name} is not escaped as it must be: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) =>
    letter.toLowerCase() === 'n' ? '\n' : letter,
  );
}
