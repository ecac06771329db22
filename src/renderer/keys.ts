import type { Action } from './actions/action';

const MAC = /Mac/.test(navigator.platform);

/** The chord of a key event as actions write it: modifiers in the order Mod, Ctrl, Alt, Shift, then the key. */
export function chordOf(event: KeyboardEvent): string {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  // On a Mac, Option makes other characters of letters and digits; the chord names the key that was pressed.
  const plain = MAC && event.altKey ? /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] : undefined;
  const typed = plain ?? event.key;
  const key = typed.length === 1 && /\p{L}/u.test(typed) ? typed.toLowerCase() : typed;
  // Shift is part of a character like "{" or "?", so it is named only with letters and named keys.
  const shift = event.shiftKey && (key.length > 1 || /[\p{L}\s]/u.test(key));
  const parts = [mod && 'Mod', MAC && event.ctrlKey && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key];
  return parts.filter(Boolean).join('+').replace('+ ', '+Space').replace(/^ $/, 'Space');
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Mod: MAC ? '⌘' : 'Ctrl',
};

/** A chord as a person reads it: "Ctrl Z", "Shift →", "C". */
export function chordLabel(chord: string): string {
  return chord
    .split(/\+(?!$)/)
    .map((part) => SYMBOLS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** A chord as an Electron accelerator, or undefined where Electron has no name for it. */
export function accelerator(chord: string): string | undefined {
  const parts = chord.split(/\+(?!$)/).map((part) => {
    if (part === 'Mod') return 'CommandOrControl';
    if (part.startsWith('Arrow')) return part.slice(5);
    if (part === '+') return 'Plus';
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return /^[\x21-\x7e]+$/.test(parts.join('')) ? parts.join('+') : undefined;
}

/** The chords of an action after this person's own changes. */
export function chordsOf(
  action: Pick<Action, 'id' | 'keys'>,
  own: Readonly<Record<string, string>>,
): readonly string[] {
  const changed = own[action.id];
  return changed === undefined ? (action.keys ?? []) : changed === '' ? [] : [changed];
}

/** Chords that mean the same in every window of the system, or everywhere here, and are not given to anything else. */
const SPOKEN_FOR: Readonly<Record<string, string>> = {
  Escape: 'lets go of things everywhere',
  'Mod+c': 'copies',
  'Mod+x': 'cuts',
  'Mod+v': 'pastes',
  'Mod+a': 'selects everything',
};

/** Why this chord cannot be given to an action, as the end of a sentence that begins with it; or null. */
export function spokenFor(chord: string): string | null {
  if (/^[1-9]$/.test(chord)) return 'sets the first attribute of an annotation';
  return SPOKEN_FOR[chord] ?? null;
}

/** Is the event only a modifier, or a key on the way to a character? */
export function isHalfKey({ key }: Pick<KeyboardEvent, 'key'>): boolean {
  return /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified|Fn|NumLock)$/.test(key);
}

/** Is the event meant for a field that takes text? */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return (
    target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') != null
  );
}
