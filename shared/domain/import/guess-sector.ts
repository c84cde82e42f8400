import type { Sector } from '../sector.ts';
import { wordPattern } from './words.ts';

type Rule = readonly [Sector, RegExp];

/** A role that settles the matter wherever its holder works. */
const decisiveRoles: readonly Rule[] = [
  [
    'elected',
    wordPattern('councillor', 'cllr', 'lead member', 'cabinet member', 'portfolio holder', 'elected member'),
  ],
  [
    'elected',
    wordPattern('leader of the council', 'scrutiny chair', 'chair of scrutiny', 'lord mayor', 'mayor'),
  ],
];

const organisations: readonly Rule[] = [
  [
    'voluntary',
    wordPattern('sendiass', 'iass', 'voluntary(?![ -](?:aided|controlled))', 'charity', 'vcs', 'vcse'),
  ],
  ['voluntary', wordPattern('community interest company', 'cic', 'mencap', 'barnardo.?s', 'volunteer\\w*')],
  ['family', wordPattern('pcf', 'parents?', 'parent.?carers?', 'family forum', 'families')],
  [
    'health',
    wordPattern('icb', 'ics', 'ccg', 'nhs', 'nhse', 'camhs', 'health', 'hospital', 'clinic', 'surgery'),
  ],
  [
    'health',
    wordPattern('paediatrics?', 'p[ae]diatrics?', '\\w*therap(?:y|ies)', 'midwifery', 'neurodevelopment\\w*'),
  ],
  [
    'education',
    wordPattern('pre-?school', 'schools?', 'college', 'primary', 'secondary', 'academy', 'academies'),
  ],
  [
    'education',
    wordPattern('nursery', 'nurseries', 'pru', 'pupil referral unit', 'university', 'infants?', 'juniors?'),
  ],
  [
    'education',
    wordPattern('high', 'grammar', 'sixth form', 'multi-academy trust', 'mat', 'early years', 'sen team'),
  ],
  [
    'care',
    wordPattern(
      'social care',
      'social work',
      'short breaks',
      'youth justice',
      'youth offending',
      'fostering',
    ),
  ],
  [
    'care',
    wordPattern(
      'children with disabilities',
      'disabled children.?s?',
      'early help',
      'safeguarding',
      'adoption',
    ),
  ],
];

const roles: readonly Rule[] = [
  [
    'care',
    wordPattern('social care', 'social work\\w*', 'dsco', 'short breaks', 'youth justice', 'youth offending'),
  ],
  [
    'care',
    wordPattern(
      'early help',
      'safeguarding',
      'fostering',
      'children with disabilities',
      'children.?s services',
    ),
  ],
  ['voluntary', wordPattern('sendiass', 'iass', 'voluntary', 'volunteer\\w*', 'charity')],
  [
    'education',
    wordPattern(
      'virtual school',
      'head ?teacher',
      'senco',
      'sendco',
      'teach\\w*',
      'governor',
      'head of send?',
    ),
  ],
  [
    'education',
    wordPattern('educational psycholog\\w*', 'ep', 'pep', 'alternative provision', 'early years', 'schools?'),
  ],
  [
    'health',
    wordPattern('icb', 'nhs', 'camhs', 'health', 'clinical', 'medical', 'dco', 'dmo', 'nurs\\w*', 'gp'),
  ],
  [
    'health',
    wordPattern('p[ae]+diatric\\w*', '\\w*therap(?:y|ies|ists?)', 'midwife', 'psychiatr\\w*', 'salt', 'ot'),
  ],
  ['family', wordPattern('pcf', 'parents?', 'parent.?carers?', 'carers?', 'grandparent')],
  [
    'education',
    wordPattern('education\\w*', 'sen', 'send', 'ehcp?', 'inclusion', 'preparing for adulthood', 'college'),
  ],
  ['elected', wordPattern('elected', 'members?')],
];

/** A team that works across sectors says least. */
const looseOrganisations: readonly Rule[] = [['education', wordPattern('education\\w*', 'ehcp?', 'send?')]];

/**
 * Guesses the sector of somebody whose sector was left blank, from where they work and what they do; null when
 * neither gives a hint. A guess is shown as one until the user confirms it.
 */
export function guessSector(of: {
  readonly organisation: string | null;
  readonly role: string | null;
}): Sector | null {
  return (
    firstMatch(decisiveRoles, of.role) ??
    firstMatch(organisations, of.organisation) ??
    firstMatch(roles, of.role) ??
    firstMatch(looseOrganisations, of.organisation)
  );
}

function firstMatch(rules: readonly Rule[], text: string | null): Sector | null {
  if (text === null) return null;
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
