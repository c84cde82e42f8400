import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';

/** A copy for a colleague and the way back, and what went out and came back so far. */
export function HandOverSection() {
  const view = useStore((state) => state.data.handOvers);
  const clock = useStore((state) => state.settings.clock);
  const openHandOver = useStore((state) => state.openHandOver);
  const rows = [
    ...(view?.handOvers ?? []).map(({ id, at, to, handedBy }) => ({
      ...{ id, at, who: handedBy, what: `A copy was handed over to ${to}` },
    })),
    ...(view?.bringBacks ?? []).map(({ id, at, who, steps, conflicts }) => ({
      ...{ id, at, who },
      what: `Brought back: ${steps === 1 ? '1 step' : `${steps} steps`}${conflicts > 0 ? `, ${conflicts === 1 ? '1 thing' : `${conflicts} things`} changed on both sides` : ''}`,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Section title="Working with a colleague" ruled>
      <div className="stack">
        <p className="help-text">
          Hand over a sealed copy, and bring back what was done in it: field by field, as often as you like,
          while you go on yourself. Where you both changed the same thing, you see both and choose.
        </p>
        <div className="row row-wrap">
          <Button onClick={() => openHandOver('hand-over')}>Hand over a copy...</Button>
          <Button onClick={() => openHandOver('bring-back')}>Bring back a copy...</Button>
        </div>
        {rows.length > 0 && (
          <DataTable
            label="Copies handed over and brought back"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'at',
                head: 'When',
                cell: (row) => <span className="num nowrap">{formatInstantShort(row.at, clock)}</span>,
              },
              { id: 'what', head: 'What', name: true, cell: (row) => row.what },
              { id: 'who', head: 'Who', cell: (row) => row.who },
            ]}
          />
        )}
      </div>
    </Section>
  );
}
