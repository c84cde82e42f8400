import type { EvidenceView } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/** That the reading of scans was stopped, what waits for it, and the way to go on. */
export function ReadingStopped({ view }: { readonly view: EvidenceView }) {
  const act = useStore((state) => state.act);
  const waiting = view.items.map((item) => item.scan?.waiting ?? 0).filter((pages) => pages > 0);
  const pages = waiting.reduce((sum, count) => sum + count, 0);
  if (!view.isReadingStopped || pages === 0) return null;
  return (
    <div className="evidence-outcome">
      <Banner
        tone="warn"
        role="status"
        title="The reading of scans was stopped."
        actions={
          <Button size="small" onClick={() => void act('evidence:resumeReading', {})}>
            Go on reading
          </Button>
        }
      >
        {pages === 1 ? '1 page' : `${pages} pages`} in{' '}
        {waiting.length === 1 ? '1 document' : `${waiting.length} documents`} still to be read. Until then
        their words are not searched, and not checked for other children’s names.
      </Banner>
    </div>
  );
}
