import {
  CalendarCheck,
  FileCheck,
  type LucideIcon,
  MessageSquareText,
  Package,
  UserCheck,
} from 'lucide-react';

const promises: readonly (readonly [LucideIcon, string, string])[] = [
  [
    CalendarCheck,
    'A timetable that cannot double-book',
    'Import your people, rooms and meetings from the spreadsheets you have. Clashes show at once, with the nearest free time.',
  ],
  [
    UserCheck,
    'Each tracked child, consent first',
    'What is missing from the file, who owes it and by when. Names stay on the child’s own page.',
  ],
  [
    FileCheck,
    'Evidence in one place',
    'The right version of each document, once, tied to the child, request or criterion that it is for.',
  ],
  [
    MessageSquareText,
    'What was said, in ten seconds',
    'Press F8 anywhere. Feedback is kept by role, under its line of enquiry, with the action it needs.',
  ],
  [
    Package,
    'Packs that do not leak',
    'Every document is read for other children’s names before anything leaves the building.',
  ],
];

/** What the app is for, shown on the first screen until there is something to open. */
export function Promises() {
  return (
    <ul className="start-promises">
      {promises.map(([Icon, title, text]) => (
        <li key={title}>
          <Icon aria-hidden />
          <div>
            <div className="type-name">{title}</div>
            <div className="text-2">{text}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
