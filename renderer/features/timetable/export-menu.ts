import { Download } from 'lucide-react';
import type { MenuGroup } from '../../ui/Menu.tsx';
import type { MeetingActions } from './useMeetingActions.ts';

/** The one way out of the timetable: every form is chosen in its dialog. */
export function exportMenu({ openExport }: Pick<MeetingActions, 'openExport'>): readonly MenuGroup[] {
  return [{ entries: [{ id: 'export', label: 'Export...', icon: Download, onPress: openExport }] }];
}
