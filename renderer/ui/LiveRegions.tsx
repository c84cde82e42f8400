import { useSyncExternalStore } from 'react';
import { lastSaid, onAnnounce, type Politeness } from './announce.ts';

/** Where announcements are spoken from. Mounted once by UiProvider; dialogs leave it in reach. */
export function LiveRegions() {
  const said = useSyncExternalStore(onAnnounce, lastSaid);
  return (
    <div data-live-announcer="true" className="visually-hidden">
      <Region politeness="polite" {...said.polite} />
      <Region politeness="assertive" {...said.assertive} />
    </div>
  );
}

function Region({
  politeness,
  text,
  serial,
}: {
  readonly politeness: Politeness;
  readonly text: string;
  readonly serial: number;
}) {
  return (
    <div aria-live={politeness} role={politeness === 'polite' ? 'status' : 'alert'}>
      {/* A new element each time, so that the same words twice are said twice. */}
      {text && <span key={serial}>{text}</span>}
    </div>
  );
}
