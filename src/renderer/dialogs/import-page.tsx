import { ArticleEditor } from './article-editor';
import { EncodingField } from './import-encoding';
import type { Edit, Field } from './import-fields';
import type { Marks } from './import-marks';
import { editBlocks, editField, editFieldOfAll, usePreview } from './import-store';

const SHAREABLE: readonly Field[] = ['outlet', 'publishedAt', 'language'];

/** The article that is looked at, as it will stand in the project. */
export function ImportPage({ marks }: { marks: Marks }) {
  const item = usePreview(({ items, current }) => items.now.find(({ stage }) => stage === current));
  const picked = usePreview((preview) => preview.picked);
  if (!item) return <div className="article-editor" />;
  const { stage, draft } = item;
  const mark = marks.get(stage);
  const advice = picked.has(stage) ? '' : ' Tick it in the list to add it all the same.';
  return (
    <ArticleEditor
      key={stage}
      text={draft}
      onField={(field, value) => editField(stage, field, value)}
      onEdit={(tag: string, edit: Edit) => editBlocks(stage, tag, edit)}
      after={(field) => <ForAll field={field} value={draft[field] ?? ''} />}
      warning={mark && <p className="import-warning">{`${mark}.${advice}`}</p>}
    >
      <EncodingField item={item} />
      {draft.note && <p className="field-note">{draft.note}</p>}
    </ArticleEditor>
  );
}

/** Offers a value to all articles that will be added, as long as some have another. */
function ForAll({ field, value }: { field: Field; value: string }) {
  const picked = usePreview((preview) => preview.picked);
  const items = usePreview((preview) => preview.items.now);
  if (!SHAREABLE.includes(field) || value === '') return null;
  const others = items.filter(({ stage, draft }) => picked.has(stage) && draft[field] !== value).length;
  if (others === 0 || picked.size < 2) return null;
  return (
    <button type="button" className="text-button for-all" onClick={() => editFieldOfAll(field, value)}>
      Use for all {picked.size.toLocaleString()}
    </button>
  );
}
