import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './protocol';
import { wallContents } from './walls';
import type { WindowState } from './window-state';

/** The state moved onto a screen that exists: a monitor may have gone since. */
function onScreen(state: WindowState): WindowState {
  const { width, height } = state;
  if (state.x === undefined || state.y === undefined) return { width, height, maximised: state.maximised };
  const area = screen.getDisplayMatching({ x: state.x, y: state.y, width, height }).workArea;
  const visible =
    state.x < area.x + area.width - 80 &&
    state.x + width > area.x + 80 &&
    state.y >= area.y - 10 &&
    state.y < area.y + area.height - 80;
  return visible ? state : { width, height, maximised: state.maximised };
}

/** Opens a sandboxed window on the app's page. `remember` is told when the window was moved, sized or closed. */
export function openWindow(
  remembered: WindowState,
  devOrigin: string | undefined,
  remember: (state: WindowState) => void,
): BrowserWindow {
  const { maximised, ...bounds } = onScreen(remembered);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Marginalia',
    // Painted until the page is, so that a dark desk is not flashed white.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fffdf9',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  wallContents(window.webContents, devOrigin);
  const tell = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    remember({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('resized', tell);
  window.on('moved', tell);
  window.on('close', tell);
  void window.loadURL(devOrigin ?? `${ORIGIN}/`);
  return window;
}
