const organisationWords = wordPattern(
  ...[
    'council',
    'borough',
    'icb',
    'ics',
    'nhs',
    'trust',
    'hospital',
    'clinic',
    'surgery',
    'service',
    'services',
  ],
  ...['school', 'schools', 'primary', 'secondary', 'infants?', 'juniors?', 'academy', 'academies', 'college'],
  ...[
    'nursery',
    'nurseries',
    'pre-?school',
    'university',
    'pru',
    'forum',
    'pcf',
    'sendiass',
    'team',
    'partnership',
  ],
  ...['charity', 'federation', 'directorate', 'department', 'ofsted', 'cqc', 'dfe', 'nhse', 'lga', 'camhs'],
  ...['paediatrics', 'authority', 'agency', 'centre', 'group', 'board', 'network', 'association', 'church'],
);

const roleWords = wordPattern(
  ...[
    'head',
    'headteacher',
    'head-?teacher',
    'principal',
    'deputy',
    'assistant',
    'director',
    'manager',
    'lead',
  ],
  ...[
    'leader',
    'chief',
    'executive',
    'officer',
    'chair',
    'vice-?chair',
    'co-?chair',
    'member',
    'governor',
    'adviser',
  ],
  ...[
    'advisor',
    'social worker',
    'caseworker',
    'case worker',
    'practitioner',
    'therapist',
    'psychologist',
    'nurse',
  ],
  ...[
    'paediatrician',
    'consultant',
    'doctor',
    'teacher',
    'tutor',
    'senco',
    'sendco',
    'inspector',
    'commissioner',
  ],
  ...[
    'coordinator',
    'co-?ordinator',
    'administrator',
    'clerk',
    'secretary',
    'parent',
    'carer',
    'visitor',
    'specialist',
  ],
  ...[
    'dco',
    'dmo',
    'dsco',
    'dcs',
    'ceo',
    'lano',
    'hmi',
    'ep',
    'pep',
    'salt',
    'ot',
    'gp',
    'pa',
    'ad',
    'councillor',
  ],
  ...[
    'peer',
    'supervisor',
    'strategist',
    'analyst',
    'auditor',
    'representative',
    'rep',
    'head of',
    'interim',
  ],
);

/** Tells whether words look like the name of a body rather than of a person or a post. */
export function soundsLikeOrganisation(text: string): boolean {
  return organisationWords.test(text);
}

/** Tells whether words look like a post rather than the name of a person. */
export function soundsLikeRole(text: string): boolean {
  return roleWords.test(text);
}

/** Tells a post ("Head of SEND", "DCO") from a body ("ICB", "Parent Carer Forum"); null when it could be either or neither. */
export function kindOfDetail(text: string): 'role' | 'organisation' | null {
  const lastWord = /[^\s]+$/.exec(text.trim())?.[0] ?? '';
  if (roleWords.test(text) && /\b(?:of|for)\b/i.test(text)) return 'role';
  if (organisationWords.test(lastWord)) return 'organisation';
  if (roleWords.test(text)) return 'role';
  return organisationWords.test(text) ? 'organisation' : null;
}

/** Makes a pattern that finds any of the words, whole and in any case. */
export function wordPattern(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
