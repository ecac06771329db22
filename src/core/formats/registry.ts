import type { Format } from './format';

/** Every format the app knows, in the order of the export dialog. */
export const FORMATS: readonly Format[] = [];

/** The format with this id, if there is one. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
