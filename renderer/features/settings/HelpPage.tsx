import { Kbd } from '../../ui/Kbd.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Search, or do anything'],
  ['F8', 'Log feedback'],
  ['F9', 'Add a request'],
  ['Ctrl Z', 'Undo'],
  ['Ctrl Y', 'Do again'],
  ['Ctrl L', 'Lock'],
  ['M', 'Move the chosen meeting with the arrow keys; Enter drops it, Esc puts it back'],
];

/** Help and accessibility: what the keys do, where the data is, and how far the app meets WCAG 2.2. */
export function HelpPage() {
  return (
    <Page>
      <PageHead title="Help and accessibility" />
      <PageBody>
        <Section title="Keys">
          <dl className="help-keys">
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <Kbd keys={key} />
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title="Where your data is" ruled>
          <p className="help-text">
            Everything is in one encrypted file, where you chose to keep it. The app opens no network
            connection. Documents leave it only when you save an original or make a pack. Everything you type
            may have to be disclosed, to a family who asks for their records or under freedom of information,
            so write it so that it could be read by the person it is about.
          </p>
        </Section>
        <Section title="Accessibility" ruled>
          <p className="help-text">
            LANO Desk is built to WCAG 2.2 level AA. Everything can be reached and done by keyboard, and
            whatever can be dragged can also be moved with the Move... button. It follows the computer’s
            settings for contrast and motion, and reflows to one column at 400% zoom, where the timetable
            becomes a list.
          </p>
        </Section>
      </PageBody>
    </Page>
  );
}
