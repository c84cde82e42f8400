import type { Sector } from '../sector.ts';
import { readEmail, readName, readPhone, readSector, readText } from './cells.ts';
import { guessSector } from './guess-sector.ts';
import { inSpokenOrder, withoutTitle } from './names.ts';
import type { FieldProblem, Finished, Target } from './target.ts';
import { soundsLikeOrganisation } from './words.ts';

/** A person as a row of a contact list gives them. */
export type PersonRow = {
  readonly name: string;
  readonly role: string | null;
  /** The organisation by name; it may not be known yet. */
  readonly organisation: string | null;
  readonly sector: Sector | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** As it was typed: "Tues 13:00-15:00". */
  readonly availability: string | null;
  readonly notes: string | null;
};

export type PersonDraft = Omit<PersonRow, 'name'> & {
  readonly name: string | null;
  readonly forename: string | null;
  readonly surname: string | null;
};

/** Reads a contact list: one row for each person, with the name in one column or in two. */
export const peopleTarget: Target<PersonDraft, PersonRow> = {
  kind: 'people',
  label: 'People',
  refusedHeadings: [],
  needsOneOf: ['name', 'forename', 'surname'],
  fields: [
    {
      field: 'name',
      label: 'Name',
      required: false,
      synonyms: [
        ...[
          'full name',
          'person',
          'contact',
          'contact name',
          'participant',
          'attendee',
          'staff name',
          'name of person',
        ],
        ...[
          'practitioner',
          'practitioner name',
          'colleague',
          'employee',
          'staff member',
          'names',
          'inspector',
          'peer',
        ],
        ...['inspector name', 'peer name', 'display name', 'who'],
      ],
      parse: readName,
    },
    {
      field: 'forename',
      label: 'Forename',
      required: false,
      synonyms: ['first name', 'given name', 'christian name', 'forenames', 'first names'],
      parse: readName,
    },
    {
      field: 'surname',
      label: 'Surname',
      required: false,
      synonyms: ['last name', 'family name', 'second name'],
      parse: readName,
    },
    {
      field: 'role',
      label: 'Role',
      required: false,
      synonyms: [
        ...[
          'job title',
          'title',
          'post',
          'position',
          'job',
          'job role',
          'designation',
          'role title',
          'role or job title',
        ],
        ...['post title', 'discipline', 'role in send', 'job description'],
      ],
      parse: readText(160),
    },
    {
      field: 'organisation',
      label: 'Organisation',
      required: false,
      synonyms: [
        ...[
          'organization',
          'org',
          'agency',
          'employer',
          'service',
          'team',
          'school',
          'setting',
          'company',
          'partner',
        ],
        ...[
          'organisation name',
          'school name',
          'name of school',
          'name of organisation',
          'name of setting',
          'body',
        ],
        ...['partner organisation', 'school or setting', 'department', 'service or team', 'company name'],
      ],
      parse: readText(160),
    },
    {
      field: 'sector',
      label: 'Sector',
      required: false,
      synonyms: [
        'agency type',
        'partnership sector',
        'ehc',
        'education health or care',
        'education health care',
      ],
      parse: readSector,
    },
    {
      field: 'email',
      label: 'E-mail',
      required: false,
      synonyms: [
        'email address',
        'contact email',
        'work email',
        'mail',
        'e-mail 1',
        'e-mail contact',
        'smtp',
      ],
      parse: readEmail,
    },
    {
      field: 'phone',
      label: 'Phone',
      required: false,
      synonyms: [
        ...[
          'tel',
          'telephone',
          'telephone number',
          'phone number',
          'mobile',
          'mobile number',
          'contact number',
          'tel no',
        ],
        ...[
          'mobile phone',
          'business phone',
          'work phone',
          'tel number',
          'phone no',
          'mob',
          'contact tel',
          'number',
        ],
      ],
      parse: readPhone,
    },
    {
      field: 'availability',
      label: 'Availability',
      required: false,
      synonyms: [
        ...[
          'not available',
          'unavailable',
          'availability note',
          'when available',
          'leave',
          'annual leave',
          'absence',
        ],
        ...[
          'dates not available',
          'unavailability',
          'available',
          'not free',
          'busy',
          'working days',
          'working pattern',
        ],
      ],
      parse: readText(300),
    },
    {
      field: 'notes',
      label: 'Notes',
      required: false,
      synonyms: [
        'note',
        'comment',
        'comments',
        'remarks',
        'other',
        'further information',
        'additional information',
      ],
      parse: readText(2000),
    },
  ],
  finish: finishPerson,
};

function finishPerson(draft: PersonDraft): Finished<PersonRow> {
  const { forename, surname, name: typed, ...rest } = draft;
  const joined = [forename, surname].filter(Boolean).join(' ');
  const name = typed === null ? joined : inSpokenOrder(typed);
  const sector = rest.sector ?? guessSector({ organisation: rest.organisation, role: rest.role });
  const finished = {
    values: { name, ...rest, sector },
    problems: nameProblems(name),
    guessed: rest.sector === null && sector !== null ? (['sector'] as const) : [],
  };
  const refusal = refusalOf(name, rest);
  return refusal === null ? finished : { ...finished, refusal };
}

function nameProblems(name: string): readonly FieldProblem[] {
  if (!/ (?:&|and|\/) |\w\/\w/i.test(name)) return [];
  return [
    { field: 'name', reason: 'This may be more than one person. Give each a row of their own.', raw: name },
  ];
}

function refusalOf(name: string, rest: Readonly<Record<string, unknown>>): string | null {
  if (!name) return 'There is no name.';
  if (name.length > 160) return 'The name is longer than 160 characters.';
  if (!/\p{L}/u.test(name)) return `"${name}" is not a name.`;
  const isAlone = Object.values(rest).every((value) => value === null);
  const isOneWord = !withoutTitle(name).includes(' ');
  if (isAlone && (isOneWord || soundsLikeOrganisation(name) || /:/.test(name)))
    return `"${name}" stands alone, so it looks like a heading within the list and not like a person.`;
  return null;
}
