import { useState } from 'react';
import { isSplittable } from '../../core/import/split/rule';
import { ArticleEditor } from './article-editor';
import { EncodingField } from './import-encoding';
import type { Edit, Field } from './import-fields';
import type { Marks } from './import-marks';
import { PagePartField } from './import-page-part';
import type { Item } from './import-store';
import {
  editBlocks,
  editField,
  editFieldOfAll,
  itemsOf,
  pickedCount,
  sourcesOf,
  usePreview,
} from './import-store';
import { openFile } from './import-trial';

const SHAREABLE: readonly Field[] = ['outlet', 'publishedAt', 'language'];

interface Props {
  readonly marks: Marks;
  /** Is its text shown, too, or only what is known about it? */
  readonly withText: boolean;
}

/** The article that is looked at, as it will stand in the project. */
export function ImportPage({ marks, withText }: Props) {
  const item = usePreview((preview) => itemsOf(preview).find(({ stage }) => stage === preview.current));
  const picked = usePreview((preview) => preview.picked);
  if (!item) return <div className="article-editor" />;
  const { stage, draft } = item;
  const mark = marks.get(stage);
  const advice = picked.has(stage) ? '' : ' Tick it in the list to add it all the same.';
  return (
    <ArticleEditor
      key={stage}
      text={draft}
      withText={withText}
      onField={(field, value) => editField(stage, field, value)}
      onEdit={(tag: string, edit: Edit) => editBlocks(stage, tag, edit)}
      after={(field) => <ForAll field={field} value={draft[field] ?? ''} />}
      warning={mark && <p className="import-warning">{`${mark}.${advice}`}</p>}
    >
      <EncodingField item={item} />
      <PagePartField item={item} />
      {draft.note && <p className="field-note">{draft.note}</p>}
      {draft.metadata && <Metadata metadata={draft.metadata} />}
      <SeveralArticles item={item} />
    </ArticleEditor>
  );
}

/** Offers a value to all articles that will be added, as long as some have another. */
function ForAll({ field, value }: { field: Field; value: string }) {
  const picked = usePreview((preview) => preview.picked);
  const items = usePreview(itemsOf);
  const all = usePreview(pickedCount);
  if (!SHAREABLE.includes(field) || value === '') return null;
  const others = items.filter(({ stage, draft }) => picked.has(stage) && draft[field] !== value).length;
  if (others === 0 || all < 2) return null;
  return (
    <button type="button" className="text-button for-all" onClick={() => editFieldOfAll(field, value)}>
      Use for all {all.toLocaleString()}
    </button>
  );
}

/** What its source says of it besides, by the source's own names. */
function Metadata({ metadata }: { metadata: NonNullable<Item['draft']['metadata']> }) {
  return (
    <dl className="metadata">
      {Object.entries(metadata).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Leads from a file that was read as one article to where it can be cut. */
function SeveralArticles({ item }: { item: Item }) {
  const [failure, setFailure] = useState<string | null>(null);
  const file = usePreview((preview) => sourcesOf(preview).find(({ source }) => source === item.source));
  const { format, fileName } = item.draft.origin;
  if (!isSplittable(format) || (file && file.seen.way.kind !== 'one')) return null;
  return (
    <p className="field-note">
      <button
        type="button"
        className="text-button for-all"
        onClick={async () => setFailure(await openFile(item.source, fileName))}
      >
        {fileName === null ? 'This text' : 'This file'} holds several articles…
      </button>
      {failure && <span role="alert"> {failure}</span>}
    </p>
  );
}
