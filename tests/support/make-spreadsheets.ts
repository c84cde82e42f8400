import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeXlsx } from './make-documents.ts';

/** The spreadsheets of a small inspection week as business support keeps them: title lines, blanks, shouting and all. */
export type Spreadsheets = {
  readonly people: string;
  readonly rooms: string;
  readonly meetings: string;
  readonly children: string;
};

const people: readonly (readonly string[])[] = [
  ['Contact list for the week - last updated by business support'],
  [],
  ['Name', 'Job title', 'Organisation ', 'Sector', 'E-mail', 'Not available'],
  ['Priya Raman', "Director of Children's Services", 'Council', 'care', 'priya.raman@council.example', ''],
  [
    ' Marian Ferris  ',
    'SEN casework manager',
    'Council',
    'education',
    'marian.ferris@council.example',
    'Wed am',
  ],
  ['Sunil Amin', 'CAMHS service manager', 'NHS Trust', '', 'sunil.amin@nhstrust.example', ''],
  ['SUNIL AMIN', 'CAMHS service manager', 'NHS Trust', 'health', '', ''],
  [],
  [
    'Grace Oyelaran',
    'Designated Social Care Officer',
    'Council',
    'care',
    'grace.oyelaran@council.example',
    'N/A',
  ],
  ['Bea Thornley', 'Chair, Parent Carer Forum', 'Parent Carer Forum', 'family', 'bea@forum.example', ''],
];

const rooms = [
  'Room,Site,Capacity,Video link,Step-free,Travel from Civic Centre (min)',
  'Committee Room 1,Civic Centre,20,Y,Y,0',
  'Room 2.14,Civic Centre,8,N,Y,0',
  "Mayor's Parlour,Civic Centre,14,,N,0",
  'Hall,Oakfield Primary,60,N,Y,25',
  'Microsoft Teams,Online,300,Y,Y,0',
].join('\r\n');

const meetings = [
  'Meeting,Date,Start,Minutes,Inspectors,Attendees,Room',
  'Leaders: strategic oversight,2026-11-24,09:00,60,Lead inspector,Priya Raman,Committee Room 1',
  'Tracking meeting: child 1,2026-11-24,09:30,60,CQC inspector 1,Marian Ferris; Sunil Amin; Grace Oyelaran,Committee Room 1',
  'Parent Carer Forum,2026-11-24,11:00,60,Lead inspector,Bea Thornley,Microsoft Teams',
  'CAMHS pathway,2026-11-24,11:30,60,CQC inspector 1,Sunil Amin,Room 2.14',
  'Therapies,2026-11-24,12:00,45,Lead inspector,Sunil Amin,Committee Room 1',
  'Setting visit: Oakfield Primary,2026-11-25,09:00,120,CQC inspector 1,,Hall',
].join('\r\n');

const children = [
  'UPN,Surname,Forename,Date of birth,NHS number,Postcode,Primary need,SEND status,Setting,Ethnicity',
  'H870204180001,Kestrel,Maya,2018-03-14,9991001379,ZZ1 4AB,Autistic spectrum disorder,EHC plan,Oakfield Primary,x',
  'L871204190002,Orchard,Samuel,02/11/2012,999 100 2758,ZZ2 7TR,"Social, emotional and mental health",EHC plan,Harbour Academy,x',
  'A872204200003,Tarrow,Jaden,2012-01-20,9991004122,ZZ3 1QS,not known,EHC plan,Northgate Centre,x',
  'D873204210004,Wainfleet,Lottie,2008-06-30,9991005498,ZZ1 9PL,Moderate learning difficulty,EHC plan,Northgate College,x',
  'G874204220005,Pellow,Reuben,09/09/2020,9991006869,ZZ2 2XY,Hearing impairment,SEN support,Oakfield Primary,x',
  'K875204230006,Hallow,Amira,2015-04-25,9991008233,ZZ3 8GH,Hearing impairment,SEN support,Harbour Academy,x',
].join('\r\n');

/** Writes the four spreadsheets into a folder. The clashes: Committee Room 1 at 9:30, Sunil Amin at 12. */
export async function makeSpreadsheets(folder: string): Promise<Spreadsheets> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  await writeFile(
    at('people.xlsx'),
    await makeXlsx({ Contacts: people.map((row) => row.map((cell) => cell || null)) }),
  );
  await writeFile(at('rooms.csv'), `\uFEFF${rooms}\r\n`);
  await writeFile(at('meetings.csv'), `${meetings}\r\n`);
  await writeFile(at('children.csv'), `${children}\r\n`);
  return {
    people: at('people.xlsx'),
    rooms: at('rooms.csv'),
    meetings: at('meetings.csv'),
    children: at('children.csv'),
  };
}
