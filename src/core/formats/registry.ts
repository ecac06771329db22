import { CSV } from './csv';
import type { Format } from './format';
import { JSONL } from './jsonl';
import { MARGINALIA_JSON } from './marginalia-json';
import { WEB_ANNOTATION } from './web-annotation';

/** Every format the app knows, in the order of the export dialog. */
export const FORMATS: readonly Format[] = [MARGINALIA_JSON, JSONL, CSV, WEB_ANNOTATION];

/** The format with this id, or undefined. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
