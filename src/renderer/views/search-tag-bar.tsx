import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { tagChosen } from './search-actions';
import type { Lines } from './search-lines-shown';
import { setSearch, useSearch } from './search-store';
import { Key } from './speakers-empty';

/** What can be done with the chosen lines: tag them all; and where the review of them stands. */
export function SearchTagBar({ lines }: { lines: Lines }) {
  const { chosen, skipped, reviewing, tab } = useSearch();
  const editable = useStore(isEditable);
  const layers = useStore((state) => state.project!.codebook.layers);
  if (tab !== 'text' || (chosen.size === 0 && !reviewing)) return null;
  const count = plural(chosen.size, 'match', 'matches');
  const decided = lines.shown.filter(({ key }) => chosen.has(key) || skipped.has(key)).length;
  return (
    <section className="tag-bar" aria-label="Chosen matches">
      {reviewing && (
        <div className="tag-bar-review">
          <span>
            Review: {decided.toLocaleString()} of {lines.shown.length.toLocaleString()}
          </span>
          <ActionButton action="take-match" className="button outlined" withKey>
            Take
          </ActionButton>
          <ActionButton action="skip-match" className="button outlined" withKey>
            Skip
          </ActionButton>
          <button type="button" className="button" onClick={() => setSearch({ reviewing: false })}>
            Done
          </button>
        </div>
      )}
      {chosen.size > 0 && (
        <div className="tag-bar-tags">
          <span>
            Tag {count} as… <Key action="tag-matches" />
          </span>
          {layers
            .filter(({ on }) => on)
            .map((layer) => (
              <button
                key={layer.id}
                type="button"
                className={`button layer ${layer.colour}`}
                disabled={!editable}
                aria-label={`Tag ${count} as ${layer.label.toLowerCase()}`}
                onClick={() => void tagChosen(layer)}
              >
                <i className="swatch" aria-hidden="true" />
                {layer.label}
              </button>
            ))}
          <button
            type="button"
            className="text-button"
            onClick={() => setSearch({ chosen: new Set(), skipped: new Set() })}
          >
            Let go
          </button>
        </div>
      )}
    </section>
  );
}
