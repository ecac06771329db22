import { X } from 'lucide-react';
import { AS_ADDED } from '../../core/project/article-order';
import type { ArticleFilter } from '../../core/project/library';
import { isUnfiltered } from '../../core/project/library';
import { shortDate } from '../ui/words';
import { filterBy, showInLibrary, useLibrary } from './library-store';
import { orderInWords } from './library-words';

/** What the list leaves out and how it is sorted, each to be taken back by a click; nothing when it is all as added. */
export function Conditions({ shown, total }: { shown: number; total: number }) {
  const { filter, order } = useLibrary();
  const sorted = order.by !== AS_ADDED.by || order.descending !== AS_ADDED.descending;
  const filtered = !isUnfiltered(filter);
  if (!sorted && !filtered) return <span role="status" />;
  return (
    <div className="library-conditions">
      {conditionsOf(filter).map(([key, words, without]) => (
        <Condition key={key} words={words} onRemove={() => filterBy(without)} />
      ))}
      {sorted && (
        <Condition words={orderInWords(order)} onRemove={() => showInLibrary({ order: AS_ADDED })} />
      )}
      <span role="status">
        {filtered ? `${shown.toLocaleString()} of ${total.toLocaleString()} shown` : ''}
      </span>
    </div>
  );
}

function Condition({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <button type="button" className="library-condition" aria-label={`Take back: ${words}`} onClick={onRemove}>
      <span>{words}</span>
      <X aria-hidden="true" />
    </button>
  );
}

/** A key of its own, the condition in words, and what takes it back. */
type Given = readonly [key: string, words: string, without: Parameters<typeof filterBy>[0]];

/** Each condition in words, and the filter's fields without it. The words typed stand in their own field. */
function conditionsOf(filter: ArticleFilter): readonly Given[] {
  const { statuses, outlets, annotated, noted, from, to } = filter;
  const found: Given[] = [];
  for (const status of statuses ?? []) {
    const rest = statuses!.filter((next) => next !== status);
    found.push([`status ${status}`, status, { statuses: rest.length > 0 ? rest : undefined }]);
  }
  for (const outlet of outlets ?? []) {
    const rest = outlets!.filter((next) => next !== outlet);
    const words = outlet === '' ? 'no outlet' : outlet;
    found.push([`outlet ${outlet}`, words, { outlets: rest.length > 0 ? rest : undefined }]);
  }
  if (annotated !== undefined)
    found.push(['annotated', annotated ? 'annotated' : 'no annotations', { annotated: undefined }]);
  if (noted !== undefined) found.push(['noted', noted ? 'with a memo' : 'no memo', { noted: undefined }]);
  if (from || to) {
    const words = [from ? `from ${shortDate(from)}` : '', to ? `until ${shortDate(to)}` : ''];
    found.push(['date', words.filter(Boolean).join(' '), { from: undefined, to: undefined }]);
  }
  return found;
}
