import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import type { DesktopApi, DesktopEvents } from '../shared/api';
import { API_METHODS } from '../shared/api';
import { ORIGIN } from './protocol';

/** A parser of one method's arguments; throws when they are not what the contract says. */
export type Parsers = {
  readonly [M in keyof DesktopApi]: (args: readonly unknown[]) => Parameters<DesktopApi[M]>;
};

/** Did the call come from the top frame of one of our pages? Anything else is refused. */
export function isOurFrame(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  devOrigin: string | undefined,
): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  return frame.url.startsWith(`${ORIGIN}/`) || (devOrigin !== undefined && frame.url.startsWith(devOrigin));
}

/**
 * Answers every method of the contract: checks the sender's frame, parses the arguments, and calls the
 * implementation that belongs to the sender's window. The only user of ipcMain.
 */
export function serve(
  implementationOf: (sender: WebContents) => DesktopApi | undefined,
  parsers: Parsers,
  devOrigin: string | undefined,
): void {
  for (const method of Object.keys(API_METHODS) as (keyof DesktopApi)[]) {
    ipcMain.handle(`desktop:${method}`, async (event, ...args: unknown[]) => {
      if (!isOurFrame(event, devOrigin))
        throw new Error(`${method}: refused, the call is not from the app's page`);
      const implementation = implementationOf(event.sender);
      if (!implementation) throw new Error(`${method}: refused, no such window`);
      const call = implementation[method] as (...parsed: readonly unknown[]) => Promise<unknown>;
      return call(...parsers[method](args));
    });
  }
}

/** Sends an event to one window; a window that has gone is passed over. */
export function send<E extends keyof DesktopEvents>(
  contents: WebContents,
  event: E,
  value: DesktopEvents[E],
): void {
  if (!contents.isDestroyed()) contents.send(`desktop:${event}`, value);
}
