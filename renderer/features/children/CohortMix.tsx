import { type CohortFacts, mixOf } from '../../../shared/domain/cohort.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

const shown = 6;

/** How the ticked children are spread beside how the whole list is, and what the choice still lacks. */
export function CohortMix({
  all,
  chosen,
  advice,
  today,
}: {
  readonly all: readonly CohortFacts[];
  readonly chosen: readonly CohortFacts[];
  readonly advice: readonly string[];
  readonly today: IsoDate;
}) {
  const own = mixOf(chosen, today);
  return (
    <aside
      aria-label="Mix of the chosen children"
      className="side-panel side-panel-plain child-panel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing that takes the focus
      tabIndex={0}
    >
      <Section title="Mix" fact={chosen.length === 0 ? 'Of the whole list' : `${chosen.length} ticked`}>
        {chosen.length > 0 && advice.length === 0 && (
          <StatusMark status="ok">The usual mix is there</StatusMark>
        )}
        <ul className="cohort-advice">
          {advice.map((line) => (
            <li key={line}>
              <StatusMark status="warn">{line}</StatusMark>
            </li>
          ))}
        </ul>
      </Section>
      {mixOf(all, today).map((facet, at) => (
        <Section key={facet.title} title={facet.title} ruled level={3}>
          <table className="cohort-mix">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{facet.title}</span>
                </th>
                <th scope="col" className="num">
                  Ticked
                </th>
                <th scope="col" className="num">
                  List
                </th>
              </tr>
            </thead>
            <tbody>
              {facet.counts.slice(0, shown).map(([word, count]) => (
                <tr key={word}>
                  <th scope="row">{word}</th>
                  <td className="num">{own[at]?.counts.find(([one]) => one === word)?.[1] ?? 0}</td>
                  <td className="num text-3">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {facet.counts.length > shown && (
            <p className="text-3 type-small">{facet.counts.length - shown} more, rarer</p>
          )}
        </Section>
      ))}
    </aside>
  );
}
