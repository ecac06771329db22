import { useEffect, useMemo, useRef } from 'react';
import { findMentions, namesOf } from '../../core/project/find-mentions';
import type { Speaker } from '../../core/project/model';
import { isEditable, useStore } from '../store';
import { linkFound, whereOf } from './speakers-actions';
import type { Finding } from './speakers-desk';
import { setPage } from './speakers-desk';
import { FoundList } from './speakers-find-list';
import { countNames, groupsOf, isTicked, linesOf, ticking } from './speakers-found';
import { TickAll } from './speakers-tick';

/** Every place that names the speaker and is not linked yet, to be looked through and linked at once. */
export function FindMentions({ speaker, finding }: { speaker: Speaker; finding: Finding }) {
  const project = useStore((state) => state.project)!;
  const editable = useStore(isEditable);
  const button = useRef<HTMLButtonElement>(null);
  const { articles, annotations, speakers, codebook } = project;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const found = useMemo(
    () => findMentions(project, speaker),
    [articles, annotations, speakers, codebook, speaker],
  );
  const groups = useMemo(() => groupsOf(project, found, finding), [project, found, finding]);
  const lines = useMemo(() => linesOf(groups), [groups]);
  const places = useMemo(() => groups.flatMap((group) => group.places), [groups]);
  const ticked = useMemo(() => places.filter((place) => isTicked(place, finding)), [places, finding]);
  const names = countNames(found, namesOf(speaker));
  const set = (next: Finding) => setPage(speaker.id, { finding: next });
  const leave = () => setPage(speaker.id, { finding: null });
  useEffect(() => {
    // The lines are drawn once the list has been measured.
    const frame = requestAnimationFrame(() => {
      const sheet = button.current?.closest('.sheet');
      (sheet?.querySelector<HTMLElement>('.found-line[tabindex="0"]') ?? button.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <section
      className="sheet finding"
      aria-label={`Mentions of ${speaker.name}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <header className="sheet-head">
        <div className="speaker-name">
          <h1>Mentions of {speaker.name}</h1>
          <p className="sheet-sub">
            {found.length === 0
              ? `Every place that says ${namesOf(speaker)
                  .map((name) => `“${name}”`)
                  .join(', ')} is linked already.`
              : `${whereOf(found)} ${found.length === 1 ? 'is' : 'are'} not linked yet. Doubtful ones are not ticked.`}
          </p>
        </div>
      </header>
      {found.length > 0 && (
        <div className="found-bar">
          <TickAll
            label={`All ${places.length.toLocaleString()}`}
            count={places.length}
            ticked={ticked.length}
            onTick={(on) => set(ticking(finding, places, on))}
          />
          {names.length > 1 && (
            <fieldset className="chips" aria-label="Names">
              {names.map(([name, count]) => (
                <button
                  key={name}
                  type="button"
                  className="chip"
                  aria-pressed={!finding.off.has(name)}
                  onClick={() => {
                    const off = new Set(finding.off);
                    if (!off.delete(name)) off.add(name);
                    set({ ...finding, off, at: 0 });
                  }}
                >
                  {name} {count.toLocaleString()}
                </button>
              ))}
            </fieldset>
          )}
        </div>
      )}
      <FoundList lines={lines} speakerId={speaker.id} finding={finding} onChange={set} />
      <footer className="found-foot">
        <button type="button" className="button outlined" onClick={leave}>
          {found.length === 0 ? 'Back' : 'Cancel'}
        </button>
        <button
          ref={button}
          type="button"
          className="button solid"
          disabled={!editable || ticked.length === 0}
          onClick={() => linkFound(speaker, ticked)}
        >
          {ticked.length === 0 ? 'Link mentions' : `Link ${whereOf(ticked)}`}
        </button>
      </footer>
    </section>
  );
}
