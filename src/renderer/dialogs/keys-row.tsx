import { RotateCcw } from 'lucide-react';
import { chordLabel, chordOf, isHalfKey } from '../keys';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly chords: readonly string[];
  /** Differs from the built-in one. */
  readonly changed: boolean;
  /** Is a question about it open in the foot? */
  readonly asked: boolean;
  /** Does the next key pressed become its key? */
  readonly waiting: boolean;
  readonly onAsk: () => void;
  readonly onChord: (chord: string) => void;
  readonly onLeave: () => void;
  readonly onReset: () => void;
}

/** Esc leads out of everything, whatever else was changed. */
const FIXED: ReadonlySet<string> = new Set(['escape']);

/** An action and its keys; pressed, it waits for another. */
export function KeyRow(props: Props) {
  const { id, label, chords, changed, asked, waiting, onAsk, onChord, onLeave, onReset } = props;
  return (
    <li className={`key-row${changed ? ' changed' : ''}${asked ? ' asked' : ''}`}>
      <span>{label}</span>
      {changed && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Built-in key of ${label}`}
          title="Built-in key again"
          onClick={onReset}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="key-change"
        data-key-of={id}
        disabled={FIXED.has(id)}
        onClick={onAsk}
        onBlur={() => waiting && onLeave()}
        onKeyDown={(event) => {
          if (!waiting) return;
          event.preventDefault();
          event.stopPropagation();
          const { nativeEvent } = event;
          if (event.repeat || isHalfKey(nativeEvent)) return;
          if (event.key === 'Escape') onLeave();
          else onChord(chordOf(nativeEvent));
        }}
      >
        <span className="visually-hidden">
          {waiting ? `Press the new key for ${label} ` : `Change the key of ${label}: `}
        </span>
        {waiting ? <kbd>…</kbd> : chords.map((chord) => <kbd key={chord}>{chordLabel(chord)}</kbd>)}
        {!waiting && chords.length === 0 && <span className="no-key">–</span>}
      </button>
    </li>
  );
}
