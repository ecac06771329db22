import type { FormatFile } from '../format';
import { readJson } from '../read-json';
import { linesOfFile } from '../written-files';

/**
 * What `read` makes of the JSON on those lines of a file that match `telling`, before all of them are read. A line that
 * cannot be read is passed over: whoever reads them all says so.
 */
export function* tellingLines<Row>(
  file: FormatFile,
  telling: RegExp,
  read: (value: unknown) => Row,
): Generator<Row> {
  for (const [line, number] of linesOfFile(file)) {
    if (!telling.test(line)) continue;
    let row: Row;
    try {
      row = read(readJson(file.path, line, number).value);
    } catch {
      continue;
    }
    yield row;
  }
}
