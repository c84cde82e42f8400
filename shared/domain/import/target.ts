import { z } from 'zod';
import type { ReadCell } from './cells.ts';
import { headingKey } from './heading.ts';

/** What a spreadsheet can be read as. */
export const TargetKind = z.enum(['people', 'places', 'meetings', 'children', 'actions']);
export type TargetKind = z.infer<typeof TargetKind>;

/** One field that a column can fill, as the mapping step shows it. */
export type FieldShape = {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
  /** Headings that mean this field, besides its label, the likeliest first. */
  readonly synonyms: readonly string[];
};

/** A heading that is left out unless the user maps it by hand, and the sentence that says why. */
export type RefusedHeading = { readonly heading: string; readonly reason: string };

/** What the mapping step needs to know of a target. */
export type TargetShape = {
  readonly kind: TargetKind;
  readonly label: string;
  readonly fields: readonly FieldShape[];
  readonly refusedHeadings: readonly RefusedHeading[];
  /** Fields of which at least one must have a column, or no row can be imported. */
  readonly needsOneOf: readonly string[];
};

/** How one field is read from a cell, and from another field's column when it has none of its own. */
export type TargetField<Draft> = {
  [Key in keyof Draft & string]: FieldShape & {
    readonly field: Key;
    readonly parse: ReadCell<Draft[Key]>;
    readonly orFrom?: { readonly field: keyof Draft & string; readonly parse: ReadCell<Draft[Key]> };
  };
}[keyof Draft & string];

/** Something about one value that the user should look at; `raw` is what the cell said. */
export type FieldProblem = { readonly field: string; readonly reason: string; readonly raw: string };

/** A row made whole: names joined, blanks guessed; with `refusal` it cannot be imported, and that says why. */
export type Finished<Values> = {
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  /** Fields whose value is a guess, to be confirmed. */
  readonly guessed: readonly (keyof Values & string)[];
  readonly refusal?: string;
};

/** A kind of record that rows become: `Draft` is what the cells say, `Values` is what is imported. */
export type Target<Draft, Values> = Omit<TargetShape, 'fields'> & {
  readonly fields: readonly TargetField<Draft>[];
  readonly finish: (draft: Draft, headings: readonly string[]) => Finished<Values>;
};

/** Gives the keys of all headings that a target knows, wanted or refused. */
export function knownHeadings(...targets: readonly TargetShape[]): ReadonlySet<string> {
  return new Set(
    targets
      .flatMap((target) => [
        ...target.fields.flatMap((field) => [field.label, ...field.synonyms]),
        ...target.refusedHeadings.map((refused) => refused.heading),
      ])
      .map(headingKey),
  );
}
