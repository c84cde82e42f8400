import type { Session } from 'electron';

/** Threat answered: anything that leaves the machine. Every permission is refused and every request but our own is cancelled. */
export function closeSessionToTheWorld(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = /^(app|evidence|devtools|data|blob):/.test(details.url);
    decide({ cancel: !isOurs });
  });
  session.on('will-download', (event) => event.preventDefault());
}
