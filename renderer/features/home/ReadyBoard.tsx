import { useState } from 'react';
import { datedOn, type Submission, submissionOf } from '../../../shared/domain/submission.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Meter } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { GiveDate } from './GiveDate.tsx';

type Line = { readonly id: string; readonly words: string; readonly page: Page };
type Row = {
  readonly title: string;
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly missing: readonly Line[];
  readonly page: Page;
};

/** How many of the missing things are named. */
const named = 1;

/** Before any date is known: what we could submit if the phone rang tomorrow, and the one field to fill when it does. */
export function ReadyBoard({ today }: { readonly today: IsoDate }) {
  const [months, setMonths] = useState('12');
  const rows = useRows(today, Number(months));
  const expectedIn = useStore((state) => state.data.engagement?.engagement.expectedIn ?? '');
  const when = expectedIn === '' ? 'no date is known' : `expected in ${expectedIn}, no day is known`;
  return (
    <>
      <GiveDate />
      <FirstSteps />
      <Section title="What we could submit tomorrow" fact={`${when}, so nothing is counted yet`}>
        <table className="home-table home-ready">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Ready</th>
              <th scope="col">Missing</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.title}>
                <th scope="row" className="type-name">
                  {row.title}
                </th>
                <td>
                  {row.total === 0 ? (
                    <span className="text-3">None yet</span>
                  ) : (
                    <Meter label={row.label} value={row.value} total={row.total} />
                  )}
                </td>
                <td>
                  <Missing row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row">
          <Select
            label="Documents count as old after"
            fit
            value={months}
            options={['3', '6', '12', '18', '24'].map((value) => ({ value, label: `${value} months` }))}
            onChange={setMonths}
          />
        </div>
      </Section>
    </>
  );
}

function Missing({ row: { missing, page } }: { readonly row: Row }) {
  const goTo = useStore((state) => state.goTo);
  if (missing.length === 0) return <span className="text-3">Nothing</span>;
  const rest = missing.length - named;
  return (
    <ul className="home-missing">
      {missing.slice(0, named).map((line) => (
        <li key={line.id}>
          <LinkButton onClick={() => goTo(line.page)}>{line.words}</LinkButton>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <LinkButton onClick={() => goTo(page)}>And {rest} more</LinkButton>
        </li>
      )}
    </ul>
  );
}

function useRows(today: IsoDate, months: number): readonly Row[] {
  const requests = useStore((state) => state.data.requests);
  const engagement = useStore((state) => state.data.engagement);
  const evaluation = useStore((state) => state.data.evaluation);
  const evidence = useStore((state) => state.data.evidence);
  const people = useStore((state) => state.data.people);
  const feedback = useStore((state) => state.data.feedback);
  const plan = useStore((state) => state.data.plan);
  const names = useNames();
  const facts = {
    requests: requests?.requests ?? [],
    criteria: engagement?.criteria ?? [],
    assessments: evaluation?.assessments ?? [],
    items: evidence?.items ?? [],
    links: evidence?.links ?? [],
    people: people?.people ?? [],
    feedback: feedback?.entries ?? [],
    plan: plan ?? { findings: [], actions: [], findingProgress: [] },
  };
  const ready = submissionOf(facts, { today, months });
  const criteria = new Map(
    facts.criteria.map(({ id, code, title }) => [id, [code, title].filter(Boolean).join(' ')]),
  );
  const called = (id: string) => criteria.get(id as never) ?? '';
  return rowsOf(ready, {
    counts: {
      requests: facts.requests.length,
      criteria: facts.criteria.length,
      documents: facts.items.length,
      partners: facts.people.filter((one) => one.side === 'partnership').length,
    },
    called,
    safe: names.withoutNames,
    personName: (id) => names.personName(id as never),
  });
}

type Words = {
  readonly counts: Readonly<Record<'requests' | 'criteria' | 'documents' | 'partners', number>>;
  readonly called: (id: string) => string;
  readonly safe: (text: string) => string;
  readonly personName: (id: string) => string;
};

function rowsOf(ready: Submission, { counts, called, safe, personName }: Words): readonly Row[] {
  const evaluation: Page = { name: 'evaluation' };
  const criterion = (id: string): Line => ({
    id,
    words: called(id),
    page: { name: 'evaluation', criterionId: id },
  });
  const request = ({ id, reference, title }: Submission['requestsWithout'][number]): Line => ({
    id,
    words: safe(`${reference} ${title}`),
    page: { name: 'requests', requestId: id },
  });
  const row = (title: string, total: number, page: Page, missing: readonly Line[]): Row => ({
    ...{ title, label: title, total, page, missing },
    value: total - missing.length,
  });
  return [
    row(
      'Standing requests with a document',
      counts.requests,
      { name: 'requests' },
      ready.requestsWithout.map(request),
    ),
    row(
      'Standing requests with an owner',
      counts.requests,
      { name: 'requests' },
      ready.requestsWithoutOwner.map(request),
    ),
    row(
      'Criteria with something to show',
      counts.criteria,
      evaluation,
      ready.criteriaWithoutEvidence.map(criterion),
    ),
    row(
      'Criteria rated by ourselves',
      counts.criteria,
      evaluation,
      ready.criteriaWithoutRating.map(criterion),
    ),
    row(
      'Criteria without a gap in the data',
      counts.criteria,
      evaluation,
      ready.dataGaps.map(({ criterionId, words }) => ({
        ...criterion(criterionId),
        words: safe(`${called(criterionId).split(' ')[0]}: ${words}`).slice(0, 120),
      })),
    ),
    row(
      'Earlier findings answered',
      ready.findingsAsked.length,
      { name: 'plan', part: 'reviews' },
      ready.findingsUnanswered.map(({ id, text }) => ({
        id,
        words: safe(text).slice(0, 120),
        page: { name: 'plan', findingId: id },
      })),
    ),
    row(
      'Documents that are recent enough',
      counts.documents,
      { name: 'evidence' },
      ready.oldDocuments.map((item) => ({
        id: item.id,
        words: `${safe(item.title)}, ${formatDate(datedOn(item))}`,
        page: { name: 'evidence', evidenceId: item.id },
      })),
    ),
    row(
      'Partners who can be reached',
      counts.partners,
      { name: 'people' },
      ready.unreachable.map(({ id }) => ({
        id,
        words: personName(id),
        page: { name: 'people', personId: id },
      })),
    ),
  ];
}
