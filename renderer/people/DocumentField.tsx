import type { EvidenceItem } from '../../shared/domain/evidence.ts';
import { useStore } from '../state/store.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import type { FieldText } from '../ui/Field.tsx';

/** One document of the evidence, found by its title. */
export function DocumentField({
  value,
  onChange,
  ...field
}: FieldText & {
  readonly value: EvidenceItem['id'] | null;
  readonly onChange: (id: EvidenceItem['id'] | null) => void;
}) {
  const items = useStore((state) => state.data.evidence?.items) ?? [];
  return (
    <ComboBox
      {...field}
      choices={items.map(({ id, title }) => ({ id, label: title }))}
      value={value}
      none="No document of that title"
      onChange={(id) => onChange(items.find((item) => item.id === id)?.id ?? null)}
    />
  );
}

/** What a document is called; nothing where there is none. */
export function useDocumentTitle(): (id: string | null) => string {
  const items = useStore((state) => state.data.evidence?.items);
  return (id) => (id && items?.find((item) => item.id === id)?.title) || '';
}
