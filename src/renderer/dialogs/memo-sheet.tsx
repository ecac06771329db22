import { X } from 'lucide-react';
import { editArticle } from '../../core/commands/edit-article';
import { setProjectNote } from '../../core/commands/edit-project';
import { currentArticle, isEditable, perform, useStore } from '../store';
import { Chips } from '../ui/chips';
import { MemoField } from './memo-field';
import type { MemoKind } from './memo-store';
import { closeMemo, openMemo, useMemoSheet } from './memo-store';

const KINDS: readonly { value: MemoKind; label: string }[] = [
  { value: 'article', label: 'Article' },
  { value: 'project', label: 'Project' },
];

/** The memo of the open article or of the project, beside the text it is about. */
export function MemoSheet() {
  const wanted = useMemoSheet(({ kind }) => kind);
  const article = useStore((state) => (state.view === 'library' ? currentArticle(state) : null));
  const info = useStore((state) => state.project?.info);
  const editable = useStore(isEditable);
  // Away from the text only the project's memo has something beside it.
  const kind = wanted === 'article' && !article ? null : wanted;
  if (!kind || !info) return null;
  const about = kind === 'article' ? article! : null;
  const keep = (note: string, burst: string) => {
    if (about) {
      const fields = { note: note === '' ? undefined : note };
      perform('write article memo', (project) => editArticle(project, { id: about.id, fields }), burst);
    } else perform('write project memo', (project) => setProjectNote(project, { note }), burst);
  };
  return (
    <aside className="memo-sheet" aria-label="Memo">
      <header>
        <h2>Memo</h2>
        {article && <Chips label="Memo of" options={KINDS} chosen={[kind]} onPress={openMemo} />}
        <button
          type="button"
          className="icon-button"
          aria-label="Close the memo"
          title="Close (Esc)"
          onClick={closeMemo}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <p className="memo-about">{about ? about.title : info.name}</p>
      <MemoField
        key={about?.id ?? 'project'}
        label={about ? 'Memo of the article' : 'Memo of the project'}
        value={about ? (about.note ?? '') : info.note}
        placeholder={
          about
            ? 'What strikes you about this article? What is left to look up?'
            : 'What the project asks, how the articles were chosen, what was decided on the way.'
        }
        readOnly={!editable}
        onKeep={keep}
        onDone={closeMemo}
      />
      <footer>{editable ? 'Kept as you type' : 'Read-only'}</footer>
    </aside>
  );
}
