import { X } from 'lucide-react';
import type { ImportPreview } from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { rowName } from './row-columns.tsx';
import type { Import } from './useImport.ts';

/** The children ticked so far, in the order in which they take their codes. */
export function ChosenChildren({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const areCoded = useStore((state) => state.namesAsCodes);
  const rows = [...run.chosen].flatMap(
    (rowNumber) => preview.rows.find((row) => row.rowNumber === rowNumber) ?? [],
  );
  if (rows.length === 0) return null;
  return (
    <Section title="Ticked" fact={`${rows.length}, in this order`} level={3}>
      <ol className="import-chosen">
        {rows.map((row, index) => {
          const name = rowName(row, { target: 'children', areCoded });
          return (
            <li key={row.rowNumber}>
              <Button
                size="small"
                icon={X}
                aria-label={`${index + 1}, ${name}: untick`}
                onClick={() => run.choose(new Set([...run.chosen].filter((one) => one !== row.rowNumber)))}
              >
                {`${index + 1}. ${name}`}
              </Button>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
