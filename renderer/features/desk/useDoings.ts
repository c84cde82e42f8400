import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import type { Asked } from '../../state/store-types.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import type { Command } from '../../ui/command-match.ts';

type Doing = readonly [
  id: string,
  label: string,
  onRun: () => void,
  more?: Pick<Command, 'keys' | 'keywords'>,
];

/** What can be done from anywhere, most often wanted first, with the other words it may be looked for by. */
export function useDoings(): readonly Command[] {
  const openHandOver = useStore((state) => state.openHandOver);
  const openAvailability = useStore((state) => state.openAvailability);
  const openImport = useStore((state) => state.openImport);
  const openPaste = useStore((state) => state.openPaste);
  const goAndOpen = useStore((state) => state.goAndOpen);
  const setNamesAsCodes = useStore((state) => state.setNamesAsCodes);
  const namesAsCodes = useStore((state) => state.namesAsCodes);
  const on = (name: Page['name'], asked: Asked) => () => goAndOpen({ name } as Page, asked);
  const doings: readonly Doing[] = [
    ['meeting', 'Add meeting...', on('timetable', 'meeting'), { keywords: ['new', 'book', 'schedule'] }],
    [
      'free',
      'Who is free...',
      () => openAvailability({ kind: 'free' }),
      { keywords: ['find', 'time', 'available', 'room', 'slot', 'when'] },
    ],
    ['late', 'Running late...', on('timetable', 'running-late'), { keywords: ['delay', 'push', 'move'] }],
    ['publish', 'Publish the timetable...', on('versions', 'publish'), { keywords: ['send', 'version'] }],
    [
      'export-timetable',
      'Export the timetable...',
      on('timetable', 'export-timetable'),
      { keywords: ['print', 'pdf', 'word', 'excel', 'calendar', 'save'] },
    ],
    [
      'keep-in-touch',
      'Write the keep-in-touch note...',
      on('feedback', 'keep-in-touch'),
      { keywords: ['kit', 'agenda', 'export', 'daily'] },
    ],
    [
      'missing-documents',
      'Ask for what is missing...',
      on('children', 'missing-documents'),
      { keywords: ['chase', 'remind', 'documents', 'children'] },
    ],
    ['person', 'Add person...', on('people', 'person'), { keywords: ['new', 'contact'] }],
    ['place', 'Add place...', on('people', 'place'), { keywords: ['new', 'room', 'site'] }],
    ['child', 'Add child...', on('children', 'child'), { keywords: ['new', 'track'] }],
    [
      'many-requests',
      'Add many requests...',
      on('requests', 'many-requests'),
      { keywords: ['paste', 'import', 'list', 'annex'] },
    ],
    [
      'several',
      'Add several meetings...',
      on('timetable', 'several-meetings'),
      { keywords: ['paste', 'list'] },
    ],
    ['block', 'Add block...', on('timetable', 'block'), { keywords: ['lunch', 'travel', 'new'] }],
    ['place-all', 'Place all that is unscheduled...', on('timetable', 'place-all'), { keywords: ['solve'] }],
    ['import-people', 'Import people...', () => openImport('people'), spreadsheet],
    ['import-places', 'Import places...', () => openImport('places'), spreadsheet],
    ['import-meetings', 'Import meetings...', () => openImport('meetings'), spreadsheet],
    ['import-children', 'Track children from a list...', () => openImport('children'), spreadsheet],
    [
      'import-calendars',
      'Import calendars...',
      () => openAvailability({ kind: 'calendars', owner: null }),
      { keywords: ['outlook', 'ics', 'busy', 'availability'] },
    ],
    ['paste-people', 'Paste people from an e-mail...', openPaste, { keywords: ['add', 'import'] }],
    [
      'codes',
      namesAsCodes ? 'Show names again' : 'Show names as codes',
      () => setNamesAsCodes(!namesAsCodes),
      { keywords: ['screen', 'share', 'hide'] },
    ],
    ['hand-over', 'Hand over a copy...', () => openHandOver('hand-over'), { keywords: ['share', 'deputy'] }],
    ['bring-back', 'Bring back a copy...', () => openHandOver('bring-back'), { keywords: ['merge'] }],
    ['undo', 'Undo', () => runCommand('undo'), { keys: 'Ctrl Z' }],
    ['redo', 'Redo', () => runCommand('redo'), { keys: 'Ctrl Y' }],
    ['lock', 'Lock', () => runCommand('lock'), { keys: 'Ctrl L' }],
  ];
  return doings.map(([id, label, onRun, more]) => ({
    ...{ id: `do-${id}`, label, group: 'Do', onRun },
    ...more,
  }));
}

const spreadsheet = { keywords: ['add', 'spreadsheet', 'excel', 'csv'] };
