import type { Speaker } from '../../core/project/model';
import type { Tally } from '../../core/project/register';
import { countsOf, whatIs } from './speakers-words';

interface Props {
  readonly speaker: Speaker;
  readonly tally: Tally;
  readonly selected: boolean;
  readonly active: boolean;
  readonly marking: boolean;
  readonly place: readonly [number, number];
  readonly onPress: (event: React.MouseEvent) => void;
  readonly onMark: () => void;
}

/** One speaker in the list: the name, what they are, how often they occur. */
export function SpeakerRow({ speaker, tally, selected, active, marking, place, onPress, onMark }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys
    <div
      id={`speaker-${speaker.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className={`item speaker-item${marking ? ' marking' : ''}${active ? ' active' : ''}`}
      onClick={onPress}
    >
      <b>{speaker.name}</b>
      <small>
        <span className="what">{whatIs(speaker)}</span>
        <span className="counts">{countsOf(tally)}</span>
      </small>
      {/* For the pointer only; with the keyboard Space does it. */}
      <span
        className={`mark${marking && selected ? ' on' : ''}`}
        aria-hidden="true"
        title="Choose several to merge them"
        onClick={(event) => {
          event.stopPropagation();
          onMark();
        }}
      />
    </div>
  );
}
