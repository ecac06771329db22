import type { FormatFile, LossReport } from './format';

/** The loss report as a file beside those of an export. */
export function lossFile(loss: LossReport): FormatFile {
  return { path: 'losses.json', data: `${JSON.stringify(loss, null, 2)}\n` };
}
