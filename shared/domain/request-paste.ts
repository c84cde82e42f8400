import { parseDate, parseTime } from './parse-time.ts';
import { addDays, type IsoDate, weekdayOf } from './time.ts';

/** One request that a pasted text seems to hold, for the user to confirm. */
export type ProposedRequest = {
  /** The number it had in the text, where that is a reference of its own ("A4", "R-012"); empty otherwise. */
  readonly reference: string;
  readonly title: string;
  /** As it stood in the text. */
  readonly wording: string;
  readonly dueOn: IsoDate | null;
  readonly dueAt: number | null;
};

export type PastedRequests = {
  readonly requests: readonly ProposedRequest[];
  /** Lines that were taken for greetings, headers or talk; nothing of the text is lost. */
  readonly left: readonly string[];
};

const numbered = /^(?:\(?\d{1,3}[.):\]]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+/i;
const bullet = /^(?:[-*•–—▪◦●·]|o)\s+/;
const coded = /^((?:R-?\d{1,4})|(?:[A-Z]{1,2}\d{1,3}))[.):\]]?\s+(?=\S)/;
const talk =
  /^(?:dear|hi|hello|good (?:morning|afternoon)|many thanks|thanks|thank you|kind regards|best wishes|regards|yours|from:|sent:|to:|cc:|subject:|date:|on .+ wrote:)/i;
const signOff = /^(?:many thanks|thanks|kind regards|best wishes|best regards|regards|yours|warm regards)\b/i;

/**
 * Reads requests out of a pasted e-mail or list. Where lines are numbered or have bullets, each such line with what
 * follows it is one request and the rest is left; otherwise each line is one, save greetings, headers and what comes
 * after the sign-off. `today` is what "tomorrow" and "by Thursday" count from.
 */
export function readPastedRequests(text: string, today: IsoDate): PastedRequests {
  const lines = text.split(/\r\n|\r|\n/).map((line) =>
    line
      .replace(/^(?:\s*>)+/, '')
      .replaceAll(/[\s\u00a0]+/g, ' ')
      .trim(),
  );
  const isList = lines.filter((line) => isItem(line)).length >= 2;
  const { items, left } = isList ? listItems(lines) : plainLines(lines);
  return { requests: items.map((item) => proposed(item, today)), left };
}

const isItem = (line: string): boolean => numbered.test(line) || bullet.test(line) || coded.test(line);

type Split = { readonly items: readonly string[]; readonly left: readonly string[] };

function listItems(lines: readonly string[]): Split {
  const items: string[] = [];
  const left: string[] = [];
  let isInItem = false;
  for (const line of lines) {
    if (line === '') isInItem = false;
    else if (isItem(line)) {
      items.push(line);
      isInItem = true;
    } else if (isInItem && !signOff.test(line)) items.push(`${items.pop() ?? ''} ${line}`);
    else {
      left.push(line);
      isInItem = false;
    }
  }
  return { items, left };
}

function plainLines(lines: readonly string[]): Split {
  const items: string[] = [];
  const left: string[] = [];
  let isOver = false;
  for (const line of lines) {
    if (line === '') continue;
    isOver ||= signOff.test(line);
    if (isOver || talk.test(line) || !/\p{L}{2}/u.test(line)) left.push(line);
    else items.push(line);
  }
  return { items, left };
}

function proposed(item: string, today: IsoDate): ProposedRequest {
  const reference = coded.exec(item)?.[1] ?? '';
  const wording = item.replace(coded, '').replace(numbered, '').replace(bullet, '').trim();
  const due = dueIn(wording, today);
  const title = titleOf(due.dueOn === null ? wording : wording.replace(dueTail, ''));
  return { reference, title, wording: wording.slice(0, 4000), ...due };
}

/** When it is due, at the end of a line; it has fields of its own. */
const dueTail = /,? \b(?:by|before) [^,.;]{2,40}[.?!]*$/i;

const asking =
  /^(?:please )?(?:(?:could|can|would|may) (?:you|we|i)(?: please)?(?: kindly)? |we(?: would|'d|’d) (?:like|welcome)(?: to (?:see|have))? |please )?(?:kindly )?(?:send|provide|share|supply|let (?:us|me) have|have|see|upload|forward)?(?: (?:us|me)(?: with)?)? ?(?:(?:a )?cop(?:y|ies) of )?(?:the )?/i;

/** What is asked for without the asking: "The joint commissioning minutes" of "Please send us the joint commissioning minutes." */
function titleOf(wording: string): string {
  const bare = wording.replace(asking, '').trim();
  const words = (bare.length >= 4 ? bare : wording).replace(/[.;,:?]+$/, '');
  const first = /^.{20,}?[.?!](?=\s)/.exec(words)?.[0].replace(/[.?!]$/, '') ?? words;
  const title = first.length > 200 ? `${first.slice(0, 197).replace(/\s\S*$/, '')}...` : first;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const clock =
  /\bby (?:about )?(?:(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)|\d{1,2}:\d{2})|(noon|midday)|(?:the )?(?:close of play|cop|end of (?:the |play )?(?:day)?))/i;
const day =
  /\b(?:by|before|on|for|end of)(?: (?:about |the |close of play |end of |cop )?(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm) )?(?:noon |midday )?(?:on )?)? ?(today|tomorrow|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:(?:this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i;

/** The day and time a text gives after "by"; a time without a day is today's. */
export function dueIn(
  text: string,
  today: IsoDate,
): { readonly dueOn: IsoDate | null; readonly dueAt: number | null } {
  const time = clock.exec(text);
  const parsedTime = time?.[1] ? parseTime(time[1].replace('.', ':')) : null;
  const dueAt = parsedTime?.ok ? parsedTime.value : time?.[2] ? 12 * 60 : null;
  const words = day.exec(text)?.[1]?.toLowerCase();
  const dueOn = words === undefined ? (time ? today : null) : dayOf(words, today);
  return { dueOn, dueAt: dueOn === null ? null : dueAt };
}

function dayOf(words: string, today: IsoDate): IsoDate | null {
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  const weekday = weekdays.indexOf(words.replace(/^(?:this|next) /, '')) + 1;
  if (weekday > 0) return addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  // Of "Wednesday 2 December" the date says which Wednesday.
  const date = words.replace(/^[a-z]+day,? (?:the )?/, '').replace(/ of /, ' ');
  const hasYear = /\d{4}$|[/.]\d{2,4}$/.test(date);
  const read = parseDate(hasYear ? date : `${date} ${today.slice(0, 4)}`);
  return read.ok ? read.value : null;
}
