import { useMemo, useState } from 'react';
import { layerOf } from '../../core/project/codebook';
import type { Speaker } from '../../core/project/model';
import { isEditable, useStore } from '../store';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { plural } from '../ui/words';
import { rename } from './speakers-actions';
import type { Register } from './speakers-data';
import { NO_TALLY } from './speakers-data';
import { DeleteSpeaker } from './speakers-delete';
import { SpeakerDetails } from './speakers-details';
import { Key } from './speakers-empty';
import { Entries } from './speakers-entries';
import { MergeInto } from './speakers-merge-into';
import { countsOf } from './speakers-words';

interface Props {
  readonly speaker: Speaker;
  readonly register: Register;
  /** Who is shown when this one is deleted. */
  readonly next: string | null;
}

const ALL = '';

/** One speaker: the name, what points at it, and what is known about it, all to be edited in place. */
export function SpeakerPage({ speaker, register, next }: Props) {
  const codebook = useStore((state) => state.project!.codebook);
  const disabled = !useStore(isEditable);
  const [only, setOnly] = useState(ALL);
  const tally = register.tallies.get(speaker.id) ?? NO_TALLY;
  const { standings } = tally;
  const kinds = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { annotation } of standings)
      counts.set(annotation.layer, (counts.get(annotation.layer) ?? 0) + 1);
    const known = codebook.layers.map(({ id }) => id).filter((id) => counts.has(id));
    const order = [...known, ...[...counts.keys()].filter((id) => !known.includes(id))];
    return order.map((id) => ({
      value: id,
      label: kindLabel(counts.get(id)!, layerOf(codebook, id)?.label ?? id, id),
    }));
  }, [standings, codebook]);
  const filter = kinds.some(({ value }) => value === only) ? only : ALL;
  const shown = useMemo(
    () => (filter === ALL ? standings : standings.filter(({ annotation }) => annotation.layer === filter)),
    [standings, filter],
  );
  return (
    <section className="sheet" aria-label={speaker.name}>
      <header className="sheet-head">
        <div className="speaker-name">
          <h1 className="visually-hidden">{speaker.name}</h1>
          <CommitField
            label="Name"
            required
            value={speaker.name}
            disabled={disabled}
            onCommit={(name) => rename(speaker, name)}
          />
          <p className="sheet-sub">
            {countsOf(tally)}
            {tally.articles > 0 && ` in ${plural(tally.articles, 'article')}`}
          </p>
        </div>
        <MergeInto speaker={speaker} disabled={disabled} />
        <DeleteSpeaker speaker={speaker} named={tally.named} next={next} disabled={disabled} />
      </header>
      <div className="sheet-body">
        <div className="sheet-main">
          {kinds.length > 1 && (
            <Chips
              label="Show"
              options={[{ value: ALL, label: `All ${standings.length.toLocaleString()}` }, ...kinds]}
              chosen={[filter]}
              onPress={setOnly}
            />
          )}
          {standings.length === 0 ? (
            <p className="sheet-empty">
              Nothing points here yet. Select a name in an article, press <Key action="tag-speaker" /> and
              then <Key action="ask-speaker" /> to say that {speaker.name} is meant.{' '}
              <Key action="ask-speaker" /> also sets the source of a quote.
            </p>
          ) : (
            <Entries
              key={filter}
              standings={shown}
              speakerId={speaker.id}
              label={`What points at ${speaker.name}`}
            />
          )}
        </div>
        <SpeakerDetails speaker={speaker} disabled={disabled} />
      </div>
    </section>
  );
}

/** "9 quotes"; annotations of the speaker layer are mentions, as everywhere in the window. */
function kindLabel(count: number, label: string, id: string): string {
  return plural(count, id === 'speaker' ? 'mention' : label.toLowerCase());
}
