import { useState } from 'react';
import { plural } from '../ui/words';
import { FieldRow } from './article-field-row';
import { readAgain, readPagesAgain } from './import-again';
import type { Item } from './import-store';
import { itemsOf, usePreview } from './import-store';

/** Of a web page: is only what seems to be the article taken, or all of its text? */
export function PagePartField({ item }: { item: Item }) {
  const picked = usePreview((preview) => preview.picked);
  const items = usePreview(itemsOf);
  const busy = usePreview((preview) => preview.rereading !== null);
  const [pending, setPending] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { page, stage } = item;
  if (!page) return null;
  const others = items.filter(
    (other) => picked.has(other.stage) && other.page !== undefined && other.page.whole !== page.whole,
  ).length;
  const left = page.leftOut > 0 ? `${plural(page.leftOut, 'character')} of the page left out` : '';
  const whole = pending ?? page.whole;
  const set = async (wanted: boolean) => {
    setPending(wanted);
    setFailure(await readAgain(stage, { whole: wanted }));
    setPending(null);
  };
  return (
    <FieldRow label="Page" wide>
      {(id) => (
        <>
          <fieldset className="way" id={id} disabled={busy} aria-busy={pending !== null}>
            <legend className="visually-hidden">How much of the page is taken</legend>
            <label>
              <input type="radio" name="page" checked={!whole} onChange={() => void set(false)} />
              Main text
            </label>
            <label>
              <input type="radio" name="page" checked={whole} onChange={() => void set(true)} />
              Use the whole page
            </label>
          </fieldset>
          <output className={failure ? 'field-said failed' : 'field-said'} htmlFor={id}>
            {failure ?? (pending === null ? left : 'reading again…')}
          </output>
          {others > 0 && (
            <button
              type="button"
              className="text-button for-all"
              disabled={busy}
              onClick={() => void readPagesAgain(page.whole)}
            >
              Use for all {plural(others + 1, 'page')}
            </button>
          )}
        </>
      )}
    </FieldRow>
  );
}
