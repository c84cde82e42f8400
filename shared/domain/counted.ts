const figures = new Intl.NumberFormat('en-GB');

/** A count with its noun: "1 page", "2 people", "1,200 documents". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : many}`;
