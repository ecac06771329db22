import { useMemo } from 'react';
import type { Figures } from '../../core/project/figures';
import type { Speaker } from '../../core/project/model';
import type { Voice } from '../../core/project/statements';
import { useStore } from '../store';
import { plural } from '../ui/words';
import { setDesk, setPage, useDesk, usePage } from './speakers-desk';
import { PickChip } from './speakers-pick';
import type { Kind } from './speakers-rows';
import { aboutWhom } from './speakers-rows';

interface Props {
  readonly speaker: Speaker;
  readonly voice: Voice;
  readonly articles: Figures['articles'];
  readonly kinds: readonly Kind[];
  readonly kind: string;
}

/** Which of a speaker's rows are shown: what kind, about whom, in which article, and in which order. */
export function Filters({ speaker, voice, articles, kinds, kind }: Props) {
  const project = useStore((state) => state.project)!;
  const { about, article } = usePage(speaker.id);
  const newest = useDesk((desk) => desk.newest);
  const nameOf = (id: string) => project.speakers.get(id)?.name ?? 'a speaker no longer there';
  const whom = useMemo(() => aboutWhom(voice), [voice]);
  const own = kinds.find(({ id }) => id === kind)?.own ?? true;
  return (
    <div className="speaker-filters">
      <fieldset className="chips" aria-label="Show">
        {kinds.map(({ id, label, count, own: speaks }, index) => (
          <button
            key={id}
            type="button"
            className={`chip${!speaks && (kinds[index - 1]?.own ?? false) ? ' apart' : ''}`}
            aria-pressed={id === kind}
            title={TITLES[id]?.replace('%', speaker.name)}
            onClick={() => setPage(speaker.id, { kind: id })}
          >
            {label} {count.toLocaleString()}
          </button>
        ))}
      </fieldset>
      <div className="chips">
        {whom.length > 0 && (own || about !== null) && (
          <PickChip
            label="About whom?"
            none="About anyone"
            chosen={about}
            options={whom.map(([id, count]) => ({
              value: id,
              label: nameOf(id),
              aside: plural(count, 'statement'),
            }))}
            onPick={(value) => setPage(speaker.id, { about: value, kind: own ? kind : 'all' })}
          >
            {about === null ? (
              'About…'
            ) : (
              <>
                About <b className="clip">{nameOf(about)}</b>
              </>
            )}
          </PickChip>
        )}
        {articles.length > 1 && (
          <PickChip
            label="In which article?"
            none="In every article"
            chosen={article}
            options={articles.map(({ id, count }) => ({
              value: id,
              label: project.articles.get(id)?.title ?? id,
              aside: count.toLocaleString(),
            }))}
            onPick={(value) => setPage(speaker.id, { article: value })}
          >
            {article === null ? (
              `In ${plural(articles.length, 'article')}`
            ) : (
              <>
                In <b className="clip">{project.articles.get(article)?.title}</b>
              </>
            )}
          </PickChip>
        )}
        <button
          type="button"
          className="chip"
          aria-pressed={newest}
          title={newest ? 'Show the oldest first' : 'Show the newest first'}
          onClick={() => setDesk({ newest: !newest })}
        >
          Newest first
        </button>
      </div>
    </div>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  all: 'What % says and feels',
  claims: 'Where % claims something',
  feelings: 'Where % feels something',
  mentions: 'Where the text names %',
  toward: 'What others feel toward %',
  other: 'Where % stands in another role',
};
