import { lazy, Suspense } from 'react';
import { useStore } from '../../state/store.ts';
import { CaptureDialog } from '../feedback/CaptureDialog.tsx';

const ImportWizard = lazy(() =>
  import('../import/ImportWizard.tsx').then((m) => ({ default: m.ImportWizard })),
);
const CoverDialog = lazy(() => import('../cover/CoverDialog.tsx').then((m) => ({ default: m.CoverDialog })));
const HowItWentDialog = lazy(() =>
  import('../today/HowItWentDialog.tsx').then((m) => ({ default: m.HowItWentDialog })),
);
const MoveHeldAlert = lazy(() =>
  import('../today/MoveHeldAlert.tsx').then((m) => ({ default: m.MoveHeldAlert })),
);
const AvailabilityDialogs = lazy(() =>
  import('../availability/AvailabilityDialogs.tsx').then((m) => ({ default: m.AvailabilityDialogs })),
);
const RequestDialog = lazy(() =>
  import('../requests/RequestDialog.tsx').then((m) => ({ default: m.RequestDialog })),
);
const HandOverDialogs = lazy(() =>
  import('../hand-over/HandOverDialogs.tsx').then((m) => ({ default: m.HandOverDialogs })),
);

/** What may open over any page. */
export function DeskDialogs() {
  const capture = useStore((state) => state.capture);
  const newRequest = useStore((state) => state.newRequest);
  const closeRequest = useStore((state) => state.closeRequest);
  const cover = useStore((state) => state.cover);
  const markingId = useStore((state) => state.markingId);
  const heldMove = useStore((state) => state.heldMove);
  const importing = useStore((state) => state.importing);
  const handOver = useStore((state) => state.handOverOpen);
  const availability = useStore((state) => state.availabilityOpen);
  return (
    <Suspense fallback={null}>
      {capture && <CaptureDialog />}
      {newRequest && <RequestDialog request={null} start={newRequest} onClose={closeRequest} />}
      {cover && <CoverDialog key={cover.personId} start={cover} />}
      {markingId && <HowItWentDialog meetingId={markingId} />}
      {heldMove && <MoveHeldAlert meetingIds={heldMove.meetingIds} />}
      {importing && <ImportWizard start={importing} />}
      {handOver && <HandOverDialogs open={handOver} />}
      {availability && <AvailabilityDialogs open={availability} />}
    </Suspense>
  );
}
