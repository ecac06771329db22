import { useEffect, useState } from 'react';
import type { ArticleFields } from '../../core/commands/edit-article';
import { editArticle } from '../../core/commands/edit-article';
import type { Article } from '../../core/project/model';
import { isEditable, perform, setState, state } from '../store';
import { Modal } from '../ui/modal';
import { ArticleEditor } from './article-editor';
import { FieldRow } from './article-fields';
import { ArticleFoot } from './article-foot';
import { tidied, withField } from './import-fields';
import { focusSoon } from './import-focus';
import type { Undoable } from './import-undoable';
import { begun, edited, undone } from './import-undoable';
import { originFacts } from './import-words';

/** What is known about an article of the project; its words stay, all else can be mended. */
export function ArticleDialog({ articleId }: { articleId: string }) {
  // As it was when the dialog opened: nothing else can edit it meanwhile.
  const [article] = useState(() => state().project?.articles.get(articleId));
  return article ? <Details article={article} /> : null;
}

const EDITABLE = [
  'title',
  'standfirst',
  'byline',
  'outlet',
  'url',
  'publishedAt',
  'language',
  'note',
  'blocks',
] as const satisfies readonly (keyof ArticleFields)[];

function changedFields(before: Article, after: Article): ArticleFields {
  const changed = EDITABLE.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

function Details({ article }: { article: Article }) {
  const [edits, setEdits] = useState<Undoable<Article>>(() => begun(article));
  const [leaving, setLeaving] = useState(false);
  const readOnly = !isEditable(state());
  useEffect(() => focusSoon(document.body, '.title-field'), []);
  const mended = edits.past.length > 0;
  const change = (tag: string, edit: (before: Article) => Article) =>
    setEdits((before) => edited(before, tag, edit(before.now)));
  const close = () => setState({ dialog: null });
  const onClose = () => {
    if (mended) setLeaving(!leaving);
    return !mended;
  };
  const save = () => {
    const fields = changedFields(article, tidied(edits.now));
    if (Object.keys(fields).length > 0) {
      perform('edit article', (project) => editArticle(project, { id: article.id, fields }));
    }
    close();
  };
  const undo = () => setEdits(undone);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey;
    const typing = (event.target as Element).closest('textarea, input');
    if (mod && event.key === 'Enter' && !readOnly) save();
    else if (mod && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) undo();
    else return;
    event.preventDefault();
  };
  return (
    <Modal title="Article details" size="large" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that hold anywhere in the dialog */}
      <div
        className="import-preview of-project"
        onKeyDown={onKeyDown}
        // Files dropped here would replace the dialog, and what is typed in it.
        onDragOver={(event) => event.stopPropagation()}
      >
        <Facts article={article} />
        <ArticleEditor
          text={edits.now}
          readOnly={readOnly}
          onField={(field, value) => change(field, (before) => withField(before, field, value))}
          onEdit={change}
          warning={readOnly && <p className="import-warning">Read-only: {state().open?.readOnly}</p>}
        >
          <FieldRow label="Note" wide>
            {(id) => (
              <textarea
                id={id}
                className="field"
                rows={2}
                readOnly={readOnly}
                value={edits.now.note ?? ''}
                onChange={(event) =>
                  change('note', (before) => withField(before, 'note', event.target.value))
                }
              />
            )}
          </FieldRow>
        </ArticleEditor>
      </div>
      <ArticleFoot
        readOnly={readOnly}
        mended={mended}
        leaving={leaving}
        onUndo={undo}
        onSave={save}
        onStay={() => setLeaving(false)}
        onLeave={close}
        onCancel={() => onClose() && close()}
      />
    </Modal>
  );
}

/** Where it came from: what every export can say of it. */
function Facts({ article }: { article: Article }) {
  const annotations = state().project?.annotations.get(article.id)?.length ?? 0;
  const facts = [...originFacts(article), ['Annotations', annotations.toLocaleString()] as const];
  return (
    <dl className="article-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
