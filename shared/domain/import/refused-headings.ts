import type { RefusedHeading } from './target.ts';

const because = {
  identifier: 'The UPN already says which child this is; a second number would only add risk.',
  characteristic:
    'A personal characteristic is not needed to arrange the week, and some are special category data.',
  statistic: 'It is part of the data return to the inspectors and is not used in arranging the week.',
  contact:
    'Home contact details stay in the case system; the family is asked through the person who knows them.',
  team: 'The practitioner is recorded among the people round the child.',
} as const;

/**
 * Columns of child lists that are left out unless the user maps them, each with the reason shown. The headings of
 * the two child-level lists are those checked by Data to Insight's public Annex A SEN validator (April 2025).
 */
export const refusedChildHeadings: readonly RefusedHeading[] = [
  ...refuse(because.identifier, ['ULN', 'Unique learner number', 'National Insurance number', 'Former UPN']),
  ...refuse(because.characteristic, [
    ...[
      'Gender',
      'Sex',
      'Ethnicity',
      'Ethnic origin',
      'Religion',
      'Faith',
      'Nationality',
      'Country of birth',
    ],
    ...['First language', 'Home language', 'EAL', 'Asylum status', 'Sexual orientation'],
    'Does the child or young person have a disability?',
  ]),
  ...refuse(because.statistic, [
    ...[
      'Date initial EHC plan issued',
      'Date updated EHC plan issued',
      'Elective home education',
      'Suspensions',
    ],
    ...[
      'Main education establishment – phase',
      'Subsidiary education establishment – phase (dual registration)',
    ],
    ...[
      'Subsidiary education establishment – URN',
      'Permanent exclusions',
      'Absence',
      'Pupil Premium',
      'FSM',
    ],
    ...['Free school meals', 'IDACI', 'Attendance', 'Exclusions'],
  ]),
  ...refuse(because.contact, [
    ...[
      'Address',
      'Home address',
      'Address line 1',
      'Address line 2',
      'Address line 3',
      'Parent name',
      'Parent phone',
    ],
    ...['Parent email', 'Mother', 'Father', 'Next of kin', 'Emergency contact', 'Home telephone'],
  ]),
  ...refuse(because.team, ["Which children's social care team?", 'Social worker', 'GP', 'GP practice']),
];

function refuse(reason: string, headings: readonly string[]): readonly RefusedHeading[] {
  return headings.map((heading) => ({ heading, reason }));
}
