import { parseNhsNumber, parsePostcode, parseUpn } from '../identifiers.ts';
import { parsed } from '../parsed.ts';
import type { IsoDate } from '../time.ts';
import { cleanText, type ReadCell, readDate, readName, readText } from './cells.ts';
import { headingKey } from './heading.ts';
import { refusedChildHeadings } from './refused-headings.ts';
import type { Finished, Target } from './target.ts';

/** A child as a row of a cohort list gives it; only what a tracked child needs. */
export type ChildRow = {
  /** The list's own number for the child. */
  readonly uniqueId: string | null;
  readonly upn: string | null;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly dateOfBirth: IsoDate | null;
  readonly nhsNumber: string | null;
  readonly postcode: string | null;
  readonly need: string | null;
  readonly sendStatus: string | null;
  readonly setting: string | null;
  readonly socialCareStatus: string | null;
  readonly lastAnnualReview: IsoDate | null;
};

export type ChildDraft = ChildRow & { readonly name: string | null };

/** The codes UN1 to UN5 stand for a missing UPN, so they leave it empty. */
const readUpn: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell);
  if (text === null || /^UN[1-5]$/i.test(text)) return parsed(null);
  const upn = parseUpn(text);
  return upn.ok ? parsed(upn.value.text) : upn;
};

const readNhsNumber: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell);
  if (text === null) return parsed(null);
  const number = parseNhsNumber(text);
  return number.ok ? parsed(number.value.digits) : number;
};

const readPostcode: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell);
  return text === null ? parsed(null) : parsePostcode(text);
};

/** Reads a list of children: a council's own cohort list, or either child-level list of the inspectors' data request. */
export const childrenTarget: Target<ChildDraft, ChildRow> = {
  kind: 'children',
  label: 'Children',
  refusedHeadings: refusedChildHeadings,
  needsOneOf: ['upn', 'surname', 'name', 'uniqueId', 'nhsNumber'],
  fields: [
    {
      field: 'uniqueId',
      label: 'Unique ID',
      required: false,
      synonyms: [
        'id',
        'child id',
        'pupil id',
        'person id',
        'case number',
        'reference',
        'ref',
        'local id',
        'system id',
      ],
      parse: readText(60),
    },
    {
      field: 'upn',
      label: 'UPN',
      required: false,
      synonyms: ['unique pupil number', 'upn number', 'pupil upn'],
      parse: readUpn,
    },
    {
      field: 'surname',
      label: 'Surname',
      required: false,
      synonyms: ['last name', 'family name', 'legal surname', 'child surname', 'pupil surname'],
      parse: readName,
    },
    {
      field: 'forename',
      label: 'Forename',
      required: false,
      synonyms: [
        ...[
          'first name',
          'forenames',
          'given name',
          'legal forename',
          'child forename',
          'pupil forename',
          'preferred name',
        ],
      ],
      parse: readName,
    },
    {
      field: 'name',
      label: 'Full name',
      required: false,
      synonyms: [
        'name',
        'child name',
        'pupil name',
        'name of child',
        'student name',
        'child or young person',
        'young person',
      ],
      parse: readName,
    },
    {
      field: 'dateOfBirth',
      label: 'Date of birth',
      required: false,
      synonyms: ['dob', 'birth date', 'born'],
      parse: readDate,
    },
    {
      field: 'nhsNumber',
      label: 'NHS number',
      required: false,
      synonyms: ['nhs no', 'nhs', 'nhs num', 'nhs id'],
      parse: readNhsNumber,
    },
    {
      field: 'postcode',
      label: 'Postcode',
      required: false,
      synonyms: ['home postcode', 'postal code'],
      parse: readPostcode,
    },
    {
      field: 'need',
      label: 'Primary need',
      required: false,
      synonyms: [
        ...[
          'sen primary need',
          'primary sen need',
          'need',
          'sen need',
          'sen type',
          'primary sen type',
          'send need',
        ],
        ...['main need', 'area of need', 'primary area of need', 'need type', 'primary type of need'],
      ],
      parse: readText(160),
    },
    {
      field: 'sendStatus',
      label: 'SEND status',
      required: false,
      synonyms: [
        'sen status',
        'status',
        'sen provision',
        'send provision',
        'plan',
        'plan type',
        'ehcp',
        'ehcp or sen support',
      ],
      parse: readText(60),
    },
    {
      field: 'setting',
      label: 'Setting',
      required: false,
      synonyms: [
        ...[
          'school',
          'education setting',
          'educational setting',
          'placement',
          'establishment',
          'current school',
          'provider',
        ],
        ...[
          'school name',
          'setting name',
          'name of school',
          'current setting',
          'school or setting',
          'establishment name',
        ],
        ...['main education establishment urn', 'main education establishment', 'urn', 'school or college'],
      ],
      parse: readText(160),
    },
    {
      field: 'socialCareStatus',
      label: 'Social care status',
      required: false,
      synonyms: [
        ...[
          'social care',
          'csc status',
          'cin status',
          'social care involvement',
          'known to childrens social care',
        ],
        ...['known to social care', 'cin cp lac', 'lac cin cp', 'legal status'],
      ],
      parse: readText(120),
    },
    {
      field: 'lastAnnualReview',
      label: 'Last annual review',
      required: false,
      synonyms: [
        ...[
          'date of last annual review',
          'annual review',
          'annual review date',
          'last review',
          'last reviewed',
          'last ar',
        ],
        ...[
          'date ehc plan last reviewed',
          'last annual review date',
          'date last reviewed',
          'date of last review',
        ],
      ],
      parse: readDate,
    },
  ],
  finish: finishChild,
};

function finishChild(draft: ChildDraft, headings: readonly string[]): Finished<ChildRow> {
  const { name, ...rest } = draft;
  const split = name === null ? { surname: null, forename: null } : splitName(name);
  const values = {
    ...rest,
    surname: rest.surname ?? split.surname,
    forename: rest.forename ?? split.forename,
    sendStatus: rest.sendStatus ?? statusOfList(headings),
  };
  const guessed = rest.sendStatus === null && values.sendStatus !== null ? (['sendStatus'] as const) : [];
  const isNobody = !(values.surname || values.upn || values.uniqueId || values.nhsNumber);
  const isTooLong = (values.surname?.length ?? 0) > 80 || (values.forename?.length ?? 0) > 80;
  const refusal = isNobody
    ? 'There is no name, UPN or other number to tell which child this is.'
    : isTooLong
      ? 'The name is longer than 80 characters.'
      : undefined;
  return { values, problems: [], guessed, ...(refusal === undefined ? {} : { refusal }) };
}

/** The two published lists say by their headings, not by a column, whether the children have a plan. */
function statusOfList(headings: readonly string[]): string | null {
  const keys = new Set(headings.map(headingKey));
  if (!keys.has('uniqueid') || !keys.has('senprimaryneed')) return null;
  return keys.has(headingKey('Date initial EHC plan issued')) ? 'EHC plan' : 'SEN support';
}

function splitName(name: string): { readonly surname: string; readonly forename: string | null } {
  const [before = '', after] = name.split(/ *, */);
  if (after) return { surname: before, forename: after };
  const words = before.split(' ');
  return { surname: words.at(-1) ?? '', forename: words.slice(0, -1).join(' ') || null };
}
