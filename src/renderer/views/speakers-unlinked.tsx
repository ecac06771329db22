import { useMemo } from 'react';
import type { Annotation } from '../../core/project/model';
import { isEditable, useStore } from '../store';
import { plural } from '../ui/words';
import { Entries } from './speakers-entries';
import { LinkTo } from './speakers-link-to';
import { wordsOf } from './speakers-same-words';

/** The mentions that belong to nobody yet: read on, or say at once who it is. */
export function UnlinkedPage({ mentions }: { mentions: readonly Annotation[] }) {
  const editable = useStore(isEditable);
  const rows = useMemo(
    () =>
      mentions.map((annotation) => {
        const standing = { annotation, ways: [], statement: false, named: false };
        return { annotation, standing, statement: null };
      }),
    [mentions],
  );
  const alike = useMemo(() => alikeIn(mentions), [mentions]);
  return (
    <section className="sheet" aria-label="Not linked yet">
      <header className="sheet-head">
        <div className="speaker-name">
          <h1>Not linked yet: {mentions.length.toLocaleString()}</h1>
          <p className="sheet-sub">
            {plural(mentions.length, 'mention is', 'mentions are')} tagged, but nobody has said who is meant.
          </p>
        </div>
      </header>
      <div className="sheet-body single">
        <div className="sheet-main">
          <Entries
            rows={rows}
            speakerId={null}
            label="Mentions not linked yet"
            beside={(mention, at) =>
              editable && <LinkTo mention={mention} alike={alike.get(wordsOf(mention)) ?? []} at={at} />
            }
          />
        </div>
      </div>
    </section>
  );
}

/** The mentions by their words. */
function alikeIn(mentions: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> {
  const found = new Map<string, Annotation[]>();
  for (const mention of mentions) {
    const alike = found.get(wordsOf(mention)) ?? [];
    found.set(wordsOf(mention), alike);
    alike.push(mention);
  }
  return found;
}
