import { useMemo } from 'react';
import { figuresOf } from '../../core/project/figures';
import type { Speaker } from '../../core/project/model';
import type { Register } from '../../core/project/register';
import { NO_TALLY } from '../../core/project/register';
import { voiceOf } from '../../core/project/statements';
import { isEditable, useStore } from '../store';
import { setPage, useDesk, usePage } from './speakers-desk';
import { SpeakerDetails } from './speakers-details';
import { Key } from './speakers-empty';
import { Entries } from './speakers-entries';
import { FigureRow } from './speakers-figures';
import { Filters } from './speakers-filters';
import { FindMentions } from './speakers-find';
import { SpeakerHead } from './speakers-head';
import type { Row } from './speakers-rows';
import { rowsOf } from './speakers-rows';
import { SplitBar } from './speakers-split';

interface Props {
  readonly speaker: Speaker;
  readonly register: Register;
  /** Who is shown when this one is deleted. */
  readonly next: string | null;
}

/** One speaker: who it is, the figures, and everything that is said by, of and to them. */
export function SpeakerPage({ speaker, register, next }: Props) {
  const project = useStore((state) => state.project)!;
  const disabled = !useStore(isEditable);
  const page = usePage(speaker.id);
  const newest = useDesk((desk) => desk.newest);
  const details = useDesk((desk) => desk.details);
  const tally = register.tallies.get(speaker.id) ?? NO_TALLY;
  const { standings } = tally;
  const { articles, annotations, codebook } = project;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const voice = useMemo(
    () => voiceOf(project, speaker.id, standings),
    [annotations, codebook, speaker.id, standings],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const figures = useMemo(
    () => figuresOf(project, speaker.id, voice, standings),
    [annotations, codebook, speaker.id, voice, standings],
  );
  const { kind, about, article } = page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const shown = useMemo(
    () => rowsOf(project, voice, { kind, about, article, newest }),
    [articles, codebook, voice, kind, about, article, newest],
  );
  if (page.finding) return <FindMentions speaker={speaker} finding={page.finding} />;
  const { rows, kinds } = shown;
  return (
    <section className="sheet" aria-label={speaker.name}>
      <SpeakerHead speaker={speaker} tally={tally} next={next} disabled={disabled} />
      <div className={details ? 'sheet-body' : 'sheet-body single'}>
        <div className="sheet-main">
          {standings.length === 0 ? (
            <p className="sheet-empty">
              Nothing points here yet. “Find mentions…” looks for {speaker.name} in every article. Or select a
              name in an article, press <Key action="tag-speaker" /> and then <Key action="ask-speaker" /> to
              say who is meant; <Key action="ask-speaker" /> also sets the source of a quote.
            </p>
          ) : (
            <>
              <FigureRow speaker={speaker} figures={figures} />
              <Filters
                speaker={speaker}
                voice={voice}
                articles={figures.articles}
                kinds={kinds}
                kind={shown.kind}
              />
              {page.ticked && <SplitBar speaker={speaker} voice={voice} rows={rows} ticked={page.ticked} />}
              <Entries
                key={[shown.kind, about, article, newest].join(' ')}
                rows={rows}
                speakerId={speaker.id}
                label={`What points at ${speaker.name}`}
                ticked={page.ticked}
                onEscape={() => setPage(speaker.id, { ticked: null })}
                onTick={(id, reach) =>
                  page.ticked && setPage(speaker.id, { ticked: afterTick(rows, page.ticked, id, reach) })
                }
              />
            </>
          )}
        </div>
        {details && <SpeakerDetails speaker={speaker} disabled={disabled} />}
      </div>
    </section>
  );
}

/** One more or one fewer; with `reach` all rows from the last ticked one to this. */
function afterTick(
  rows: readonly Row[],
  ticked: ReadonlySet<string>,
  id: string,
  reach: boolean,
): ReadonlySet<string> {
  const next = new Set(ticked);
  const at = rows.findIndex(({ annotation }) => annotation.id === id);
  const last = [...ticked].at(-1);
  const from = rows.findIndex(({ annotation }) => annotation.id === last);
  if (reach && from >= 0) {
    const between = rows.slice(Math.min(from, at), Math.max(from, at) + 1);
    for (const { annotation } of between) if (annotation.id !== id) next.add(annotation.id);
    next.delete(id); // and put at the end: the next reach goes on from here
    next.add(id);
  } else if (!next.delete(id)) next.add(id);
  return next;
}
