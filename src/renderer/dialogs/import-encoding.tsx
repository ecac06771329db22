import { useState } from 'react';
import { ENCODINGS } from '../../core/import/encodings';
import { hasOpenEncoding } from '../../core/import/file-format';
import { FieldRow } from './article-field-row';
import type { Item } from './import-store';
import { readAgain } from './import-store';

const VERDICTS: Readonly<Record<Item['encoding'], string>> = {
  certain: 'certain',
  guessed: 'a guess: check the text',
  chosen: 'chosen by you',
};

/** The encoding the bytes were read in; another choice reads them again. */
export function EncodingField({ item }: { item: Item }) {
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { encoding, fileName, format } = item.draft.origin;
  if (fileName === null || !hasOpenEncoding(format)) return null;
  const known = ENCODINGS.some(({ id }) => id === encoding);
  const change = async (id: string) => {
    setPending(id);
    setFailure(await readAgain(item.stage, id));
    setPending(null);
  };
  return (
    <FieldRow label="Encoding" wide>
      {(id) => (
        <>
          <select
            id={id}
            className="field encoding"
            value={pending ?? encoding}
            aria-busy={pending !== null}
            onChange={(event) => void change(event.target.value)}
          >
            {!known && <option value={encoding}>{encoding}</option>}
            {ENCODINGS.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.label}
              </option>
            ))}
          </select>
          <output className={`verdict ${failure ? 'failed' : item.encoding}`} htmlFor={id}>
            {failure ?? (pending ? 'reading again…' : VERDICTS[item.encoding])}
          </output>
        </>
      )}
    </FieldRow>
  );
}
