/** Words of the trade, the common ones first, as they come in plans, reviews and minutes. */
const common =
  'the of and to in for is was with a on that by be as at this from are it will not or has been their which an have were'.split(
    ' ',
  );
const trade =
  `plan review child family school health care needs support education annual provision outcome panel therapy speech
  language assessment advice parent carer placement transport attendance behaviour anxiety autism sensory learning
  reading progress target funding tribunal mediation commissioning waiting list referral pathway clinic nurse social
  worker key stage transition post sixteen preparation adulthood employment independent living housing short breaks
  respite local offer strategy board minutes action owner deadline quality assurance audit sample multi agency joint
  inspection inspector lead evidence criteria impact lived experience voice wishes feelings consent notes chronology`.split(
    /\s+/,
  );
const rareWords = 4_000;
const syllables = 'ba ce di fo gu la me ni po ru sa te vi wo za ker lin mar ton ver'.split(' ');

type Pick = (below: number) => number;

/** Numbers below a limit that look random and are the same each time (mulberry32). */
export const picker = (seed: number): Pick => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

/** A made-up word that has always the same number. */
const rare = (number: number): string =>
  [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400) % 20]
    .map((at) => syllables[at] ?? '')
    .join('');

const wordFrom = (pick: Pick): string => {
  const kind = pick(10);
  if (kind < 4) return common[pick(common.length)] ?? '';
  if (kind < 8) return trade[Math.min(pick(trade.length), pick(trade.length))] ?? '';
  return rare(pick(rareWords));
};

/** An invented text: half of it everyday words, the rest from a few to every thousandth document. */
export const inventedText = (pick: Pick, letters: number): string => {
  let text = '';
  while (text.length < letters) text += `${wordFrom(pick)}${pick(12) === 0 ? '. ' : ' '}`;
  return text.trim();
};

/** What people type: a word, its beginning, two or three words, a phrase, one word and not another. */
export const inventedQueries = (pick: Pick): readonly string[] => {
  const tradeWord = () => trade[pick(trade.length)] ?? '';
  const rareWord = () => rare(pick(rareWords));
  return Array.from({ length: 20 }, () => [
    rareWord(),
    tradeWord().slice(0, 4),
    `${tradeWord()} ${rareWord()}`,
    `${tradeWord()} ${tradeWord()} ${rareWord().slice(0, 4)}`,
    `"${tradeWord()} ${tradeWord()}"`,
    `${rareWord()} -${tradeWord()}`,
  ]).flat();
};
