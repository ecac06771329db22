/** The least that an Electron app can be: a window with one line. What it takes, any app takes. */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
