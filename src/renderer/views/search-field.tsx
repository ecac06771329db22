import { History, Search } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Chips } from '../ui/chips';
import { focusLines } from './search-actions';
import { ask } from './search-run';
import { remember, useSearch } from './search-store';
import { MODES, queryWords } from './search-words';

/** What is asked, and how it is meant. */
export function SearchField() {
  const { query, problem, found, recent } = useSearch();
  const { mode, matchCase, wholeWord } = query;
  const wordwise = mode === 'words' || mode === 'phrase';
  const switches = [
    { value: 'matchCase' as const, label: 'Capitals', description: 'Capitals count', on: matchCase },
    {
      value: 'wholeWord' as const,
      label: 'Whole words',
      description: 'Not inside other words',
      on: wholeWord,
    },
  ].filter(({ value }) => wordwise || value === 'matchCase');
  return (
    <search className="search-ask">
      <div className="search-field">
        <Search aria-hidden="true" />
        <input
          id="search-everywhere"
          type="search"
          aria-label="Search all articles"
          placeholder="Search all articles"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'search-problem'}
          className={mode === 'regex' ? 'pattern' : ''}
          value={query.text}
          onChange={(event) => ask({ query: { text: event.target.value } })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query.text !== '') ask({ query: { text: '' } });
            else if ((event.key === 'Enter' || event.key === 'ArrowDown') && found.length > 0) {
              remember();
              focusLines();
            } else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        {recent.length > 0 && (
          <DropdownMenu.Root>
            <DropdownMenu.Trigger
              className="icon-button"
              aria-label="Recent searches"
              title="Recent searches"
            >
              <History aria-hidden="true" />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="popover recent-searches" align="end" sideOffset={6}>
                {recent.map((one) => (
                  <DropdownMenu.Item key={`${one.mode} ${one.text}`} onSelect={() => ask({ query: one })}>
                    <b>{one.text}</b> <small>{queryWords(one)}</small>
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        )}
      </div>
      <div className="search-how">
        <Chips
          label="How it is meant"
          options={MODES}
          chosen={[mode]}
          onPress={(next) => ask({ query: { mode: next } })}
        />
        <Chips
          label="What counts"
          options={switches}
          chosen={switches.filter(({ on }) => on).map(({ value }) => value)}
          onPress={(which) => ask({ query: { [which]: !query[which] } })}
        />
      </div>
    </search>
  );
}
