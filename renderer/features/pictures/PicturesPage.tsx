import { ChartNoAxesColumn, FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { longestBar, type Picture } from '../../../shared/domain/picture.ts';
import { useNames } from '../../people/useNames.ts';
import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { PageBody, Page as PageFrame, PageHead } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';

/** Where we stand, one question to a picture, with the numbers beside the bars; all of them go out as one paper. */
export function PicturesPage() {
  const pictures = usePictures();
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  if (!pictures) return null;
  const save = (format: 'pdf' | 'docx') =>
    void act('pictures:exportPictures', { format }).then((done) => {
      if (done?.saved) showDone('Saved the pictures');
    });
  return (
    <PageFrame>
      <PageHead
        ruled
        title="Pictures"
        fact="Where we stand, one question to a picture"
        actions={
          pictures.length > 0 && (
            <MenuButton
              label="Export"
              icon={FileDown}
              entries={[
                { id: 'pdf', label: 'PDF...', icon: FileDown, onPress: () => save('pdf') },
                { id: 'docx', label: 'Word document...', icon: FileDown, onPress: () => save('docx') },
              ]}
            />
          )
        }
      />
      <PageBody>
        {pictures.length === 0 && (
          <EmptyState icon={ChartNoAxesColumn} title="Nothing to draw yet">
            Pictures appear as the timetable, the children’s files, requests and feedback fill.
          </EmptyState>
        )}
        {pictures.map(({ id, question, answer, what, parts, rows }) => (
          <Section key={id} title={question} action={<Behind id={id} />}>
            <p className="pictures-answer">{names.withoutNames(answer)}</p>
            <BarChart
              caption={question}
              what={what}
              parts={parts}
              rows={rows.map((row) => ({ ...row, label: names.withoutNames(row.label) }))}
              longest={longestBar(rows)}
            />
          </Section>
        ))}
      </PageBody>
    </PageFrame>
  );
}

/** Where the things are that a picture counts. */
const behind: Readonly<Record<string, readonly [string, Page]>> = {
  children: ['Open children', { name: 'children' }],
  sectors: ['Open children', { name: 'children' }],
  requests: ['Open requests', { name: 'requests' }],
  load: ['Open load', { name: 'people', part: 'load' }],
  themes: ['Open feedback', { name: 'feedback' }],
  ratings: ['Open evaluation', { name: 'evaluation' }],
  countdown: ['Open timetable', { name: 'timetable' }],
};

function Behind({ id }: { readonly id: string }) {
  const goTo = useStore((state) => state.goTo);
  const found = behind[id];
  return found ? <LinkButton onClick={() => goTo(found[1])}>{found[0]}</LinkButton> : null;
}

/** The pictures, read again whenever something was written. */
function usePictures(): readonly Picture[] | null {
  const act = useStore((state) => state.act);
  const history = useStore((state) => state.data.history);
  const [pictures, setPictures] = useState<readonly Picture[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a write shows in the history, and may change any of them
  useEffect(() => {
    let isCurrent = true;
    void act('pictures:readPictures', {}).then((answer) => {
      if (answer && isCurrent) setPictures(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, history]);
  return pictures;
}
