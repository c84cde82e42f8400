import { counted } from '../../../shared/domain/counted.ts';
import { profileLabels, type RedactionProfile } from '../../../shared/domain/redaction/redaction.ts';
import type { FoundPlace, RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { placeWords } from './redaction-words.ts';
import { marksFor, type useRedaction } from './useRedaction.ts';

/** What was found and is to be decided: each place taken out or left as it is, one by one or all at once. */
export function FoundSection({
  redaction,
  work: { found, isStopped, read },
  onPage,
}: {
  readonly redaction: RedactionSummary;
  readonly work: Pick<ReturnType<typeof useRedaction>, 'found' | 'isStopped' | 'read'>;
  readonly onPage: (page: number) => void;
}) {
  const act = useStore((state) => state.act);
  const decide = (places: readonly FoundPlace[], isLeft: boolean) =>
    void act('redactions:addMarks', {
      id: redaction.id,
      marks: places.flatMap((place) => marksFor(place, isLeft)),
    });
  const lookFor = (
    <Select<RedactionProfile>
      label="Look for"
      beside
      size="small"
      value={redaction.profile}
      options={profileOptions}
      onChange={(profile) =>
        void act('redactions:editRedaction', { id: redaction.id, profile, childId: redaction.childId })
      }
    />
  );
  if (!found) {
    return (
      <Section title="Found on the pages">
        {lookFor}
        <p className="text-2" role="status">
          {isStopped ? 'Not every page was read.' : 'The pages are being read.'}
        </p>
        {isStopped && (
          <Button size="small" onClick={() => void read()}>
            Read the pages
          </Button>
        )}
      </Section>
    );
  }
  const { places, pictures, blank } = found;
  return (
    <Section
      title="Found on the pages"
      fact={places.length > 0 ? `${counted(places.length, 'place')} to decide` : undefined}
      action={
        places.length > 0 && (
          <Button size="small" kind="primary" onClick={() => decide(places.slice(0, 2000), false)}>
            Take all out
          </Button>
        )
      }
    >
      {lookFor}
      {places.length === 0 && <StatusMark status="ok">Everything that was found is decided</StatusMark>}
      {pictures.length > 0 && (
        <p className="text-2">Read from pictures, so look for yourself: {pagesWords(pictures)}.</p>
      )}
      {blank.length > 0 && <StatusMark status="warn">No words could be read: {pagesWords(blank)}</StatusMark>}
      <ul className="redaction-list" aria-label="Found on the pages">
        {places.slice(0, mostShown).map((place) => (
          <li key={`${place.page} ${place.what} ${JSON.stringify(place.boxes[0])}`}>
            <span className="redaction-list-text">
              <span className="redaction-list-what">{placeWords(place)}</span>
              <LinkButton onClick={() => onPage(place.page)}>Page {place.page}</LinkButton>
            </span>
            <Button size="small" onClick={() => decide([place], false)}>
              Take out<span className="visually-hidden">: {placeWords(place)}</span>
            </Button>
            <Button size="small" kind="quiet" onClick={() => decide([place], true)}>
              Leave<span className="visually-hidden">: {placeWords(place)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {places.length > mostShown && (
        <p className="text-2">
          And {counted(places.length - mostShown, 'place')} more, shown as these are decided.
        </p>
      )}
    </Section>
  );
}

const mostShown = 60;

const profileOptions = choicesOf(profileLabels);

const pagesWords = (pages: readonly number[]): string =>
  pages.length === 1
    ? `page ${pages[0]}`
    : `pages ${pages.slice(0, 12).join(', ')}${pages.length > 12 ? ' and others' : ''}`;
