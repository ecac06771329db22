import { SlidersHorizontal } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ArticleSort } from '../../core/project/article-order';
import { ARTICLE_SORTS } from '../../core/project/article-order';
import { isUnfiltered } from '../../core/project/library';
import { Chips } from '../ui/chips';
import { Choices } from './library-choices';
import { showInLibrary, useLibrary } from './library-store';
import { SORT_WORDS } from './library-words';

/** The button beside the filter field, and what it opens: sorting, and the conditions one can choose from. */
export function FilterMenu() {
  const filtered = useLibrary(({ filter: { text: _, ...rest } }) => !isUnfiltered(rest));
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={filtered ? 'icon-button on' : 'icon-button'}
          aria-label="Filter and sort"
          title="Filter and sort"
        >
          <SlidersHorizontal aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover library-filter"
          align="start"
          side="right"
          sideOffset={20}
          collisionPadding={12}
          aria-label="Filter and sort"
        >
          <Sorting />
          <Choices />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Sorting() {
  const order = useLibrary((library) => library.order);
  const { ways, words } = SORT_WORDS[order.by];
  const sort = (by: ArticleSort) => showInLibrary({ order: { by, descending: SORT_WORDS[by].ways[0] } });
  return (
    <div className="filter-row">
      <label htmlFor="sort-articles">Sort by</label>
      <div>
        <select
          id="sort-articles"
          className="field"
          value={order.by}
          onChange={(event) => sort(event.target.value as ArticleSort)}
        >
          {ARTICLE_SORTS.map((by) => (
            <option key={by} value={by}>
              {SORT_WORDS[by].label}
            </option>
          ))}
        </select>
        <Chips
          label="Direction"
          options={words.map((label, at) => ({ value: at, label }))}
          chosen={[ways.indexOf(order.descending)]}
          onPress={(at) => showInLibrary({ order: { by: order.by, descending: ways[at]! } })}
        />
      </div>
    </div>
  );
}
