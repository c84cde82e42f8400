import { isOpenRequest } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, Sector } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Meter } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** What each sector still owes, what is due today and what is overdue. */
export function RequestsBySector({ today }: { readonly today: IsoDate }) {
  const requests = useStore((state) => state.data.requests?.requests);
  const goTo = useStore((state) => state.goTo);
  if (!requests || requests.length === 0) return null;
  const rows = [...Sector.options, null]
    .map((sector) => {
      const own = requests.filter((request) => request.ownerSector === sector);
      const open = own.filter(isOpenRequest);
      return {
        label: sector === null ? 'No owner yet' : SECTOR_LABELS[sector],
        all: own.length,
        open: open.length,
        dueToday: open.filter((request) => request.dueOn === today).length,
        overdue: open.filter((request) => request.dueOn !== null && request.dueOn < today).length,
      };
    })
    .filter((row) => row.all > 0);
  return (
    <Section
      title="Requests by sector"
      action={<LinkButton onClick={() => goTo({ name: 'requests' })}>Open requests</LinkButton>}
    >
      <table className="home-table">
        <thead>
          <tr>
            <th scope="col">Sector</th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num">
              Due today
            </th>
            <th scope="col">Overdue</th>
            <th scope="col">Answered</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row" className="type-name">
                {row.label}
              </th>
              <td className="num">{row.open}</td>
              <td className="num">{row.dueToday}</td>
              <td>
                {row.overdue > 0 ? (
                  <StatusMark status="bad">{row.overdue} overdue</StatusMark>
                ) : (
                  <span className="text-3">None</span>
                )}
              </td>
              <td>
                <Meter label={`Answered by ${row.label}`} value={row.all - row.open} total={row.all} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
