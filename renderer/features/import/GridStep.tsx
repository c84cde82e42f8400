import { counted } from '../../../shared/domain/counted.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import type { GridMatch, GridPart, GridPreview, ImportPreview } from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { GridTable } from './GridTable.tsx';
import type { Import } from './useImport.ts';

const words: Readonly<
  Record<GridPart, { readonly title: string; readonly head: string; readonly added: string }>
> = {
  strands: { title: 'Columns', head: 'Heading', added: 'A new strand' },
  people: { title: 'Names', head: 'Name in the grid', added: 'A new person' },
  places: { title: 'Rooms', head: 'Room in the grid', added: 'A new place' },
};

/** A hand-made grid: how it was read, who and what its words mean, and what of it is in no meeting. */
export function GridStep({
  run,
  preview,
  grid,
}: {
  readonly run: Import;
  readonly preview: ImportPreview;
  readonly grid: GridPreview;
}) {
  const areCoded = useStore((state) => state.namesAsCodes);
  const [first] = preview.sheets;
  return (
    <div className="stack stack-loose import-part">
      <Banner tone="info" title={`Read as a grid: ${counted(grid.meetings.length, 'meeting', 'meetings')}.`}>
        Times are down the side and strands across.{' '}
        {first !== undefined && (
          <LinkButton inSentence onClick={() => void run.remap(first, {})}>
            Read it as a list instead
          </LinkButton>
        )}
      </Banner>
      <GridTable grid={grid} areCoded={areCoded} />
      {(['strands', 'places', 'people'] as const).map((part) => (
        <Matches key={part} part={part} grid={grid} run={run} areCoded={areCoded} />
      ))}
      <Unread run={run} grid={grid} />
    </div>
  );
}

function Matches({
  part,
  grid,
  run,
  areCoded,
}: {
  readonly part: GridPart;
  readonly grid: GridPreview;
  readonly run: Import;
  readonly areCoded: boolean;
}) {
  const { title } = words[part];
  const open = grid[part].filter(({ isSure }) => !isSure);
  const sure = grid[part].filter(({ isSure }) => isSure);
  if (grid[part].length === 0) return null;
  const table = (matches: readonly GridMatch[], label: string) => (
    <MatchTable {...{ part, grid, run, areCoded, matches, label }} />
  );
  return (
    <Section
      title={title}
      fact={open.length === 0 ? 'all known' : `${open.length} of ${grid[part].length} to confirm`}
      level={3}
    >
      {open.length > 0 && table(open, `${title} to confirm`)}
      {sure.length > 0 && (
        <Disclosure summary={`${counted(sure.length, 'is', 'are')} known by name`}>
          {table(sure, `${title} that are known`)}
        </Disclosure>
      )}
    </Section>
  );
}

function MatchTable({
  part,
  grid,
  run,
  areCoded,
  matches,
  label,
}: {
  readonly part: GridPart;
  readonly grid: GridPreview;
  readonly run: Import;
  readonly areCoded: boolean;
  readonly matches: readonly GridMatch[];
  readonly label: string;
}) {
  const { head, added } = words[part];
  const shown = (name: string) => (part === 'people' && areCoded ? initialsOf(name) : name);
  return (
    <DataTable
      label={label}
      rows={matches}
      rowKey={({ text }) => text}
      columns={[
        {
          id: 'text',
          head,
          name: true,
          cell: ({ text, second }) => (
            <>
              {shown(text)}
              {second && <span className="table-second">{second}</span>}
            </>
          ),
        },
        { id: 'count', head: 'Meetings', number: true, width: '6rem', cell: ({ count }) => count },
        {
          id: 'choice',
          head: 'Is',
          width: '20rem',
          cell: ({ text, choice }) => (
            <Select
              label={`What ${shown(text)} is`}
              labelHidden
              size="small"
              value={choice}
              options={[
                { value: 'new', label: added },
                { value: 'notes', label: 'Only words: keep in the notes' },
                ...grid.options[part].map(({ id, name }) => ({ value: id, label: shown(name) })),
              ]}
              onChange={(next) => void run.settle(part, text, next)}
            />
          ),
        },
      ]}
    />
  );
}

function Unread({ run, grid }: { readonly run: Import; readonly grid: GridPreview }) {
  if (grid.unread.length === 0) return null;
  return (
    <Section title="Left out" fact="in no meeting" tone="warn" level={3}>
      <ul className="import-unread">
        {grid.unread.map(({ text, where }) => (
          <li key={text}>
            {text} <span className="text-3">{where.join('; ')}</span>
          </li>
        ))}
      </ul>
      <Checkbox
        label="I have looked at what is left out"
        isChecked={run.hasSeenUnread}
        onChange={run.setSeenUnread}
      />
    </Section>
  );
}
