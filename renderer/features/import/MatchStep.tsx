import type { ImportPreview } from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { shownValue } from './import-words.ts';
import type { Import } from './useImport.ts';

const none = '\u0000none';

/** Says what each column means: a guess, or what was said the last time, for the user to put right. */
export function MatchStep({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const areCoded = useStore((state) => state.namesAsCodes);
  const { fields, mapping, headings, target } = preview;
  const isOneOf = fields.filter((field) => field.isRequired).length > 1;
  const used = new Set(Object.values(mapping));
  const refused = new Set(preview.refusedColumns.map(({ heading }) => heading));
  const unused = headings.filter((heading) => !used.has(heading) && !refused.has(heading));

  function match(field: string, heading: string) {
    const others = Object.entries(mapping).filter(([own, taken]) => own !== field && taken !== heading);
    const own = heading === none ? [] : [[field, heading] as const];
    void run.remap(preview.sheet, Object.fromEntries([...others, ...own]));
  }

  function exampleOf(field: string): string {
    const row = preview.rows.find((one) => !one.isBad && one.values[field]);
    return row ? shownValue(row, field, { target, areCoded }) : '';
  }

  return (
    <div className="stack stack-loose import-part">
      {preview.wasRemembered && (
        <Banner tone="ok">
          The columns are matched as they were the last time for a sheet with these headings.
        </Banner>
      )}
      {preview.missing.length > 0 && (
        <Banner tone="warn" title="A column is still needed.">
          Say which one holds {orList(preview.missing)}.
        </Banner>
      )}
      {preview.sheets.length > 1 && (
        <Select
          label="Sheet"
          fit
          value={preview.sheet}
          options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => void run.remap(sheet, {})}
        />
      )}
      <DataTable
        label="What each column means"
        rows={fields}
        rowKey={({ field }) => field}
        columns={[
          {
            id: 'field',
            head: 'Becomes',
            name: true,
            width: '11rem',
            cell: ({ field, label, isRequired }) => (
              <>
                {label}
                {isRequired && (mapping[field] !== undefined || preview.missing.includes(label)) && (
                  <span className="import-needed">
                    {isOneOf && mapping[field] === undefined ? 'one of these' : 'needed'}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'column',
            head: 'Column',
            width: '18rem',
            cell: ({ field, label }) => (
              <Select
                label={`Column for ${label}`}
                labelHidden
                size="small"
                value={mapping[field] ?? none}
                options={[
                  { value: none, label: 'No column' },
                  ...headings.map((heading) => ({ value: heading, label: heading })),
                ]}
                onChange={(heading) => match(field, heading)}
              />
            ),
          },
          {
            id: 'example',
            head: 'For example',
            cell: ({ field }) => {
              const example = exampleOf(field);
              if (!example) return null;
              return (
                <span className="import-example">
                  {example}
                  {mapping[field] === undefined && ', worked out from the rest'}
                </span>
              );
            },
          },
        ]}
      />
      {(preview.refusedColumns.length > 0 || unused.length > 0) && (
        <Section title="Left out" fact="nothing of these columns is kept" level={3}>
          <ul className="import-left-out">
            {preview.refusedColumns.map(({ heading, reason }) => (
              <li key={heading}>
                <span className="type-name">{heading}</span> {reason}
              </li>
            ))}
            {unused.length > 0 && (
              <li>
                <span className="type-name">{unused.join(', ')}</span> Not matched to anything.
              </li>
            )}
          </ul>
        </Section>
      )}
    </div>
  );
}

function orList(labels: readonly string[]): string {
  const named = labels.map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  const plain = named.map((label, index) => (/^(uPN|nHS)/.test(label) ? (labels[index] ?? label) : label));
  return plain.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
