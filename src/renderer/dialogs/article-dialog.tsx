import { useEffect, useState } from 'react';
import type { ArticleFields } from '../../core/commands/edit-article';
import { editArticle } from '../../core/commands/edit-article';
import type { Article } from '../../core/project/model';
import { isEditable, perform, setState, state } from '../store';
import { Modal } from '../ui/modal';
import { ArticleEditor } from './article-editor';
import { ArticleFacts } from './article-facts';
import { FieldRow } from './article-field-row';
import { ArticleFoot } from './article-foot';
import { tidied, withField } from './import-fields';
import { focusSoon } from './import-focus';
import { WorkFrame } from './import-frame';
import type { Undoable } from './import-undoable';
import { begun, edited, undone } from './import-undoable';

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
  return (
    <WorkFrame onSubmit={() => !readOnly && save()} onUndo={undo} noDrop>
      <Modal title="Article details" size="large" onClose={onClose}>
        <div className="import-preview of-project">
          <ArticleFacts article={article} />
          <ArticleEditor
            text={edits.now}
            readOnly={readOnly}
            onField={(field, value) => change(field, (before) => withField(before, field, value))}
            onEdit={change}
            warning={readOnly && <p className="import-warning">Read-only: {state().open?.readOnly}</p>}
          >
            <FieldRow label="Memo" wide>
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
    </WorkFrame>
  );
}
