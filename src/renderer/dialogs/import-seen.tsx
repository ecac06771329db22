import { useId, useRef, useState } from 'react';
import type { FileSeen, SeenArticle } from '../../core/import/file-seen';
import { plural, shortDate } from '../ui/words';
import { moveTo } from './import-focus';

/** The first articles of a file as they would be: their titles, and the beginning of the one that is chosen. */
export function ImportSeen({ seen, busy }: { seen: FileSeen; busy: boolean }) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(chosen, seen.first.length - 1);
  const article = seen.first[at];
  if (!article) return null;
  if (seen.first.length === 1) {
    return (
      <div className="seen alone" aria-busy={busy}>
        <Beginning article={article} />
      </div>
    );
  }
  const more = seen.count - seen.first.length;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = moveTo(event.key, at, seen.first.length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    setChosen(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
    event.preventDefault();
  };
  return (
    <div className="seen" aria-busy={busy}>
      <div
        className="seen-list"
        ref={list}
        role="listbox"
        aria-label="The first articles"
        tabIndex={0}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
      >
        {seen.first.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: an article is its place in the file
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => setChosen(index)}
          >
            <span className="number">{index + 1}</span>
            <span className="words">{one.title}</span>
          </div>
        ))}
        {more > 0 && (
          <p role="presentation" className="more">
            and {more.toLocaleString()} more
          </p>
        )}
      </div>
      <Beginning article={article} />
    </div>
  );
}

function Beginning({ article }: { article: SeenArticle }) {
  const { title, standfirst, byline, outlet, publishedAt, url, language, text, length, metadata } = article;
  const head = [outlet, publishedAt && shortDate(publishedAt), byline].filter(Boolean).join(' · ');
  // The headline stands over it already.
  const words = text.startsWith(title) ? text.slice(title.length).trimStart() : text;
  const facts = Object.entries({ ...(url ? { address: url } : {}), ...metadata });
  return (
    <section className="seen-article" aria-label="The article as it would be" lang={language} dir="auto">
      <p className="seen-head">{head || 'No outlet, date or author'}</p>
      <h4>{title}</h4>
      {standfirst && !text.includes(standfirst) && <p className="seen-standfirst">{standfirst}</p>}
      <div className="seen-text">
        {words}
        {length > text.length && '…'}
      </div>
      <p className="seen-head">{plural(length, 'character')}</p>
      {facts.length > 0 && (
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
