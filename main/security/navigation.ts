import type { App } from 'electron';

/** Threat answered: a page that walks away from the app, opens a window, or hosts another page. All are refused. */
export function refuseNavigation(app: App): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // Calls of WebRTC are no requests, and would go out past the session.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
