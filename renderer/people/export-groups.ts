import { FileDown } from 'lucide-react';
import type { PaperFormat, TableFormat } from '../../shared/domain/paper-format.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

const forms: readonly (readonly [PaperFormat, string])[] = [
  ['pdf', 'PDF...'],
  ['docx', 'Word document...'],
];

/** The two ways that a paper leaves the app, as a group of a menu. */
export const paperGroup = (save: (format: PaperFormat) => void, title?: string): MenuGroup =>
  groupOf(forms, save, title);

/** The ways that a paper of tables leaves the app: as a workbook too. */
export const tableGroup = (save: (format: TableFormat) => void, title?: string): MenuGroup =>
  groupOf([...forms, ['xlsx', 'Workbook...']], save, title);

function groupOf<Format extends string>(
  forms: readonly (readonly [Format, string])[],
  save: (format: Format) => void,
  title?: string,
): MenuGroup {
  return {
    ...(title ? { title } : {}),
    entries: forms.map(([format, label]) => ({
      id: `${title ?? ''}-${format}`,
      label,
      icon: FileDown,
      onPress: () => save(format),
    })),
  };
}
