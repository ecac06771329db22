import type { Session, WebContents } from 'electron';
import { ORIGIN } from './protocol';

/** Denies what no page of ours ever asks for: permissions, devices, downloads, requests beyond the app. */
export function wallSession(session: Session, devOrigin: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${ORIGIN}/`) ||
      /^(?:devtools|data|blob):/.test(details.url) ||
      (devOrigin !== undefined && /^(?:http|ws):\/\/localhost:/.test(details.url));
    answer({ cancel: !allowed });
  });
}

/** Keeps a window on its page: no navigation, no new windows, no webviews. */
export function wallContents(contents: WebContents, devOrigin: string | undefined): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (devOrigin === undefined || !url.startsWith(devOrigin)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
