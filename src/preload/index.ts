import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { API_EVENTS, API_METHODS } from '../shared/api';

/** Exposes exactly the methods and events of the contract as `window.desktop`; never edited by hand. */
const methods = Object.keys(API_METHODS).map((name) => [
  name,
  (...args: unknown[]) => ipcRenderer.invoke(`desktop:${name}`, ...args),
]);

contextBridge.exposeInMainWorld('desktop', {
  ...Object.fromEntries(methods),
  on(event: string, listener: (value: unknown) => void) {
    if (!Object.hasOwn(API_EVENTS, event)) throw new Error(`no event ${event}`);
    const forward = (_: unknown, value: unknown) => listener(value);
    ipcRenderer.on(`desktop:${event}`, forward);
    return () => ipcRenderer.off(`desktop:${event}`, forward);
  },
  pathForFile: (file: File) => webUtils.getPathForFile(file),
});
