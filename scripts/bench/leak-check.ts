import { childrenNamed, type KnownChild, leakFinder } from '../../shared/domain/leak.ts';
import type { Benchmark } from './benchmark.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 5;
const DOCUMENTS = 1_000;
/** Each planted in one document of a hundred. */
const EVERY = 100;

const words =
  'the plan was agreed with school and family after a review of progress in speech and language Monday Northgate advice health support'.split(
    ' ',
  );

const children: readonly KnownChild[] = ['Ottoline', 'Zoe', 'Calista', 'Loren', 'Fae', 'Kitty'].map(
  (forename, at) => ({
    ...{
      id: `c${at}`,
      code: String.fromCharCode(65 + at),
      forename,
      surname: `Marchbanks${'aeiouy'.charAt(at)}n`,
    },
    ...{ knownAs: '', dateOfBirth: `201${at}-03-0${at + 1}`, upn: `A80120000100${at}` },
    ...{ nhsNumber: `999000001${at}`, postcode: `ZZ${at + 1} 1AA`, address: '' },
  }),
);

const documents: readonly string[] = Array.from({ length: DOCUMENTS }, (_, at) => {
  const text = Array.from({ length: 350 }, (_, word) => words[(at * 7 + word * 13) % words.length]).join(' ');
  const child = children[1 + (at % 5)];
  return at % EVERY === 0 && child ? `${text} ${child.forename} ${child.surname}. ${text}` : text;
});

export const leakCheck: Benchmark = {
  key: 'leaks',
  about:
    'looking for five other children in 1,000 documents of 2 KB, against a plain search for each name and number',
  run: async () => {
    const named = countNamed();
    if (named !== DOCUMENTS / EVERY || countPlainly() !== named)
      throw new Error(`The check named a child in ${named} documents where there are ${DOCUMENTS / EVERY}.`);
    const found = await alternate(ROUNDS, {
      product: () => timed(countNamed),
      peer: () => timed(countPlainly),
    });
    return [
      rowOf(
        {
          name: 'leak check of 1,000 documents, against plain patterns one by one',
          unit: 'ms',
          value: median(found.product),
          peer: median(found.peer),
        },
        { of: 'value', atMost: 2_000 },
      ),
    ];
  },
};

function countNamed(): number {
  const find = leakFinder('c0', children);
  return documents.filter((text) => childrenNamed(find([text])).length > 0).length;
}

/** The peer: for each document and each child a case-blind pattern for the name either way round and for each number. */
function countPlainly(): number {
  return documents.filter((text) =>
    children
      .slice(1)
      .some(({ forename, surname, upn, nhsNumber }) =>
        [`${forename}\\s+${surname}`, `${surname},?\\s+${forename}`, surname, upn, nhsNumber].some(
          (pattern) => new RegExp(pattern, 'i').test(text),
        ),
      ),
  ).length;
}
