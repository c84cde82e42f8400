import { FileText, Link2, Pin } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '../../renderer/ui/Banner.tsx';
import { Button } from '../../renderer/ui/Button.tsx';
import { Chip, ToggleChip } from '../../renderer/ui/Chip.tsx';
import { DropZone } from '../../renderer/ui/DropZone.tsx';
import { EmptyState } from '../../renderer/ui/EmptyState.tsx';
import { Kbd } from '../../renderer/ui/Kbd.tsx';
import { LetterTiles } from '../../renderer/ui/LetterTiles.tsx';
import { LinkButton } from '../../renderer/ui/LinkButton.tsx';
import { Page, PageBody, PageHead } from '../../renderer/ui/Page.tsx';
import { Meter, Progress } from '../../renderer/ui/Progress.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { type Status, StatusMark } from '../../renderer/ui/StatusMark.tsx';

const states: readonly (readonly [Status, string])[] = [
  ['bad', 'Overdue'],
  ['warn', 'Link not tested'],
  ['ok', 'Ready'],
  ['waiting', 'Asked'],
  ['received', 'Received'],
  ['none', 'Nothing heard yet'],
  ['not-applicable', 'Not applicable'],
  ['held', 'Held'],
  ['acknowledged', 'Acknowledged'],
];
const nothing = () => undefined;

/** Marks, chips, banners, progress and empty places. */
export function MarksPage() {
  const [isOn, setOn] = useState(true);
  return (
    <Page>
      <PageHead
        title="Marks and notices"
        beside={<Chip>Child C, JT</Chip>}
        fact="State as shape, word and colour"
        ruled
      />
      <PageBody>
        <Section title="States">
          <div className="row row-wrap stack-loose">
            {states.map(([status, word]) => (
              <StatusMark key={status} status={status}>
                {word}
              </StatusMark>
            ))}
            <StatusMark status="ok" size="small">
              Told 10:20am
            </StatusMark>
          </div>
        </Section>
        <Section title="Chips, tiles and keys">
          <div className="row row-wrap">
            <Chip tone="info" icon={Link2}>
              Moved
            </Chip>
            <Chip tone="ok">Consent given</Chip>
            <Chip tone="warn">1 unanswered</Chip>
            <Chip tone="bad">Stopped</Chip>
            <Chip icon={Pin}>Pinned</Chip>
            <ToggleChip isOn={isOn} onChange={setOn}>
              Documents 29
            </ToggleChip>
            <ToggleChip isOn={!isOn} onChange={setOn} icon={FileText}>
              Feedback 6
            </ToggleChip>
            <LetterTiles
              label="Education and social care heard, health and families not"
              tiles={[
                { letter: 'E', name: 'Education', isOn: true },
                { letter: 'H', name: 'Health', isOn: false },
                { letter: 'C', name: 'Social care', isOn: true },
                { letter: 'F', name: 'Families', isOn: false },
              ]}
            />
            <span className="number-tile">3</span>
            <Kbd keys="Ctrl Shift Enter" />
            <mark>waiting</mark>
            <mark className="mark-current">short breaks</mark>
          </div>
        </Section>
        <Section title="Banners">
          <div className="stack">
            <Banner
              tone="bad"
              title="2 clashes are still open."
              actions={<LinkButton>Settle them</LinkButton>}
            >
              Version 7 can be published once they are settled or overridden with a reason.
            </Banner>
            <Banner tone="warn" title="May identify another child.">
              Child B’s surname, page 3, twice. Kept out of packs until checked.
            </Banner>
            <Banner tone="ok" title="Leak check passed," actions={<Button size="small">Open folder</Button>}>
              18 pages.
            </Banner>
            <Banner tone="info">Nothing you do in the sample is kept unless you save it.</Banner>
          </div>
        </Section>
        <Section title="Progress">
          <div className="gallery-columns">
            <Progress label="Adding evidence" value={0.3} valueText="12 of 40 files" onCancel={nothing} />
            <Progress label="Reading text" onCancel={nothing} cancelLabel="Stop" />
            <Meter label="Documents ready" value={8} total={13} />
            <Meter label="Documents ready, Child A" value={16} total={16} />
          </div>
        </Section>
        <Section title="Files">
          <DropZone
            buttonLabel="Choose files..."
            dropLabel="Drop to add to evidence"
            onChoose={nothing}
            onDrop={nothing}
          />
        </Section>
        <EmptyState
          icon={FileText}
          title="No evidence yet"
          action={<Button kind="primary">Add documents...</Button>}
        >
          Documents added here are copied into the file, checked and numbered. The originals stay as they are.
        </EmptyState>
      </PageBody>
    </Page>
  );
}
