import { useDeferredValue } from 'react';
import type { Claim } from '../../core/project/model';
import { whereFound } from '../reader/same-as-list';
import { openArticle, setState, useStore } from '../store';
import { Emphasis } from '../ui/emphasis';
import { makeSame, suggestionsFor } from './claims-actions';
import { Key } from './speakers-empty';

/** Entries and passages that read alike: one key says that they are the same claim. */
export function LikelySame({ claim, disabled }: { claim: Claim; disabled: boolean }) {
  const project = useStore((state) => state.project)!;
  // The page is there first; looking through a large register may take a moment.
  const id = useDeferredValue(claim.id, '');
  const found = id === '' ? [] : suggestionsFor(project, claim.id);
  if (found.length === 0) return null;
  return (
    <section className="claim-section" aria-label="Likely the same">
      <header>
        <h2>Likely the same</h2>
      </header>
      <ul className="likely">
        {found.map(({ of, text, shared }, at) => (
          <li key={'claim' in of ? of.claim.id : of.annotation.id}>
            <button
              type="button"
              className="likely-text"
              title={'claim' in of ? 'Show this claim' : 'Open in the article'}
              onClick={() =>
                'claim' in of
                  ? setState({ claimId: of.claim.id })
                  : openArticle(of.annotation.articleId, of.annotation.id)
              }
            >
              <q>
                <Emphasis text={text} spans={shared} />
              </q>
              <small>
                {'claim' in of ? `an entry, ${whereFound(project, of)}` : whereFound(project, of)}
              </small>
            </button>
            <button
              type="button"
              className="button outlined"
              disabled={disabled}
              title={'claim' in of ? 'Merge that entry into this one' : 'Link that passage to this claim'}
              onClick={() => makeSame(claim.id, of)}
            >
              Same claim <Key action={`likely-${at + 1}`} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
