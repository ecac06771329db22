import { useState } from 'react';
import { ENCODINGS } from '../../core/import/encodings';
import { hasOpenEncoding } from '../../core/import/file-format';
import { FieldRow } from './article-field-row';
import { readAgain } from './import-again';
import type { Item } from './import-store';

const SAID: Readonly<Record<Item['encoding'], string>> = {
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
  const change = async (id: string) => {
    setPending(id);
    setFailure(await readAgain(item.stage, { encoding: id }));
    setPending(null);
  };
  return (
    <FieldRow label="Encoding" wide>
      {(id) => (
        <>
          <EncodingSelect
            id={id}
            value={pending ?? encoding}
            busy={pending !== null}
            onChange={(chosen) => void change(chosen)}
          />
          <output className={`field-said ${failure ? 'failed' : item.encoding}`} htmlFor={id}>
            {failure ?? (pending ? 'reading again…' : SAID[item.encoding])}
          </output>
        </>
      )}
    </FieldRow>
  );
}

/** The encodings to choose from, with the present one if it is another. */
export function EncodingSelect({
  id,
  value,
  busy,
  onChange,
}: {
  id: string;
  value: string;
  busy: boolean;
  onChange: (encoding: string) => void;
}) {
  return (
    <select
      id={id}
      className="field encoding"
      value={value}
      aria-busy={busy}
      onChange={(event) => onChange(event.target.value)}
    >
      {!ENCODINGS.some((choice) => choice.id === value) && <option value={value}>{value}</option>}
      {ENCODINGS.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
