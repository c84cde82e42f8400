import { Copy, Ellipsis, Package, Pin, Plus, Printer, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../renderer/ui/Button.tsx';
import { Disclosure } from '../../renderer/ui/Disclosure.tsx';
import { IconButton } from '../../renderer/ui/IconButton.tsx';
import { LinkButton } from '../../renderer/ui/LinkButton.tsx';
import { MenuButton, type MenuGroup } from '../../renderer/ui/Menu.tsx';
import { Page, PageBody, PageHead } from '../../renderer/ui/Page.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { Segmented } from '../../renderer/ui/Segmented.tsx';
import { Tabs } from '../../renderer/ui/Tabs.tsx';

const nothing = () => undefined;

const groups: readonly MenuGroup[] = [
  {
    entries: [
      { id: 'move', label: 'Move...', keys: 'M', onPress: nothing },
      { id: 'pin', label: 'Pin', icon: Pin, isChecked: true, onPress: nothing },
      { id: 'copy', label: 'Duplicate', icon: Copy, keys: 'Ctrl D', onPress: nothing },
      { id: 'pub', label: 'Publish', unavailable: '2 clashes are still open', onPress: nothing },
    ],
  },
  {
    title: 'Remove',
    entries: [{ id: 'del', label: 'Delete...', icon: Trash2, tone: 'bad', onPress: nothing }],
  },
];

/** Buttons, menus, tabs and segments in every state. */
export function ButtonsPage() {
  const [day, setDay] = useState('tue');
  const [view, setView] = useState('day');
  const [isPinned, setPinned] = useState(true);
  return (
    <Page>
      <PageHead
        title="Buttons and menus"
        fact="Every kind, size and state"
        actions={
          <>
            <MenuButton label="Columns: inspectors" groups={groups} />
            <Button kind="primary" icon={Plus}>
              Add meeting...
            </Button>
            <MenuButton label="More" icon={Ellipsis} iconOnly groups={groups} />
          </>
        }
        ruled
      />
      <PageBody>
        <Section title="Buttons">
          <div className="stack">
            <div className="row row-wrap">
              <Button kind="primary">Unlock</Button>
              <Button>Place anyway...</Button>
              <Button kind="quiet">Mark as told</Button>
              <Button kind="primary" keys="Ctrl Enter">
                Save
              </Button>
              <Button icon={Printer}>One-page profile</Button>
              <Button icon={Pin} aria-pressed={isPinned} onClick={() => setPinned(!isPinned)}>
                Pinned
              </Button>
              <Button tone="bad" kind="quiet" icon={X}>
                Withdraw...
              </Button>
              <Button tone="bad" kind="primary">
                Delete file
              </Button>
              <Button kind="primary" size="large">
                Unlock
              </Button>
            </div>
            <div className="row row-wrap">
              <Button kind="primary" size="small">
                Use 1
              </Button>
              <Button size="small" icon={Copy}>
                Copy
              </Button>
              <Button size="small" kind="quiet">
                Mark as told
              </Button>
              <IconButton icon={Ellipsis} label="More" kind="outlined" />
              <IconButton icon={X} label="Close" keys="Esc" />
              <IconButton icon={Plus} label="Add" size="small" />
              <LinkButton>See what changed</LinkButton>
              <span>
                A sentence with <LinkButton inSentence>a link in it</LinkButton> and more.
              </span>
            </div>
            <div className="row row-wrap">
              <Button
                icon={Package}
                unavailable="Waits for 1 leak and 2 reasons. Nothing has been written yet."
              >
                Make pack
              </Button>
              <Button kind="primary" size="small" unavailable="2 clashes are still open" hideReason>
                Publish version 7
              </Button>
            </div>
          </div>
        </Section>
        <Section title="Segments">
          <div className="row row-wrap">
            <Segmented
              label="View"
              value={view}
              onChange={setView}
              options={['day', 'week', '3 weeks', 'list'].map((value) => ({ value, label: sentence(value) }))}
            />
            <Segmented
              label="Small view"
              size="small"
              value={view}
              onChange={setView}
              options={['day', 'week'].map((value) => ({ value, label: sentence(value), count: 3 }))}
            />
          </div>
        </Section>
        <Section title="Tabs">
          <Tabs
            label="Days"
            selected={day}
            onSelect={setDay}
            tabs={[
              { id: 'mon', label: 'Mon 23' },
              { id: 'tue', label: 'Tue 24' },
              { id: 'wed', label: 'Wed 25', badCount: 1, badLabel: '1 clash' },
              { id: 'fri', label: 'Fri 27', count: 12 },
            ]}
          >
            <p className="text-2">The meetings of {day}.</p>
          </Tabs>
        </Section>
        <Section title="More when asked">
          <Disclosure summary="84 meetings are the same as in version 6">They have not moved.</Disclosure>
          <Disclosure summary="How this date is worked out" startsOpen>
            8 working days before Monday 21 September; bank holiday 31 August skipped.
          </Disclosure>
        </Section>
      </PageBody>
    </Page>
  );
}

function sentence(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
