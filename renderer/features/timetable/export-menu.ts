import { CalendarDays, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { formatDayShort, type IsoDate } from '../../../shared/domain/time.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { useStore } from '../../state/store.ts';
import type { MenuGroup } from '../../ui/Menu.tsx';

/** The forms in which the timetable can be taken out, for one day or for all. */
export function exportMenu(day: IsoDate): readonly MenuGroup[] {
  const one = formatDayShort(day);
  return [
    {
      title: 'Print',
      entries: [
        {
          id: 'pdf-day',
          label: `PDF of ${one}...`,
          icon: FileText,
          onPress: () => void save({ format: 'pdf', day, withInitials: false }),
        },
        {
          id: 'pdf-all',
          label: 'PDF of all days...',
          icon: FileText,
          onPress: () => void save({ format: 'pdf', day: null, withInitials: false }),
        },
        {
          id: 'wall',
          label: `Wall copy of ${one}, initials only...`,
          icon: Printer,
          onPress: () => void save({ format: 'pdf', day, withInitials: true }),
        },
      ],
    },
    {
      title: 'Export all days',
      entries: [
        {
          id: 'xlsx',
          label: 'Excel workbook...',
          icon: FileSpreadsheet,
          onPress: () => void save({ format: 'xlsx', day: null, withInitials: false }),
        },
        {
          id: 'ics',
          label: 'Calendar file for Outlook...',
          icon: CalendarDays,
          onPress: () => void save({ format: 'ics', day: null, withInitials: false }),
        },
        {
          id: 'csv',
          label: 'Plain table (csv)...',
          icon: FileSpreadsheet,
          onPress: () => void save({ format: 'csv', day: null, withInitials: false }),
        },
      ],
    },
  ];
}

async function save(input: ChannelInput<'timetable:exportTimetable'>): Promise<void> {
  const { act, showDone } = useStore.getState();
  const done = await act('timetable:exportTimetable', input);
  if (done?.saved) showDone('The timetable is saved.');
}
