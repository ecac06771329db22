import { chordsOf } from '../keys';
import type { State } from '../store';
import { labelOf } from './action';
import { actionTable } from './table';

/** Actions that a layer's own key makes. */
const OF_LAYERS = /^(?:tag|relayer)-/;

/**
 * Why a layer cannot have this key, in words, or null when it can: each letter means one thing, alone and
 * with Shift, whatever is switched on just now. `layerId` is the layer itself; null for a new one.
 */
export function keyClash(key: string, layerId: string | null, state: State): string | null {
  if (!/^[a-z]$/.test(key)) return 'A key is one letter from a to z.';
  const codebook = state.project?.codebook;
  const other = codebook?.layers.find((layer) => layer.key === key && layer.id !== layerId);
  if (other) return `“${key}” is the key of ${other.label}${other.on ? '' : ', which is switched off'}.`;
  for (const action of actionTable(codebook)) {
    if (OF_LAYERS.test(action.id)) continue;
    const chord = chordsOf(action, state.settings.keys).find(
      (next) => next === key || next === `Shift+${key}`,
    );
    if (chord) return `“${chord.replace('+', ' ')}” does “${labelOf(action, state)}”.`;
  }
  return null;
}

/** A letter for a new layer: the first of its name that is free, or of the alphabet; null when all are taken. */
export function freeKey(label: string, state: State): string | null {
  const letters = [...label.toLowerCase(), ...'abcdefghijklmnopqrstuvwxyz'];
  return letters.find((letter) => keyClash(letter, null, state) === null) ?? null;
}
