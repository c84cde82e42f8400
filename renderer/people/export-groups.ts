import { FileDown } from 'lucide-react';
import type { PaperFormat } from '../../shared/domain/paper-format.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

const forms: readonly (readonly [PaperFormat, string])[] = [
  ['pdf', 'PDF...'],
  ['docx', 'Word document...'],
];

/** The two ways that a paper leaves the app, as a group of a menu. */
export function paperGroup(save: (format: PaperFormat) => void, title?: string): MenuGroup {
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
