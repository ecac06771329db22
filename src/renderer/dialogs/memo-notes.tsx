import { Copy, ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { NoteKind } from '../../core/project/notes';
import { NOTE_KINDS, noteHolds, notesAsText, notesOf } from '../../core/project/notes';
import { useStore } from '../store';
import { Chips } from '../ui/chips';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { copyText } from './memo-copy';
import { NotesList } from './memo-notes-list';

const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  project: 'Project',
  article: 'Articles',
  annotation: 'Annotations',
  speaker: 'Speakers',
  claim: 'Claims',
};

/** All notes of the project in one place; each leads to what it is a note to. */
export function NotesDialog() {
  const project = useStore((state) => state.project)!;
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<NoteKind | null>(null);
  const [copied, setCopied] = useState(false);
  const notes = useMemo(() => notesOf(project), [project]);
  const found = useMemo(() => notes.filter((note) => noteHolds(note, query.trim())), [notes, query]);
  const shown = kind === null ? found : found.filter((note) => note.kind === kind);
  const count = (of: NoteKind) => found.filter((note) => note.kind === of).length;
  const kinds = NOTE_KINDS.filter((of) => notes.some((note) => note.kind === of));
  return (
    <Modal title="All notes" size="large">
      {notes.length === 0 ? (
        <p className="notes-empty">
          No notes yet. Press N on an annotation, or write a memo for an article or the project.
        </p>
      ) : (
        <>
          <div className="notes-head">
            <label className="filter">
              <ListFilter aria-hidden="true" />
              <input
                type="search"
                autoFocus
                aria-label="Filter notes"
                placeholder={`Filter ${plural(notes.length, 'note')}`}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown') return;
                  document.querySelector<HTMLElement>('.memo-notes .memo-entry')?.focus();
                  event.preventDefault();
                }}
              />
            </label>
            <Chips
              label="Notes to"
              options={kinds.map((value) => ({ value, label: `${KIND_WORDS[value]} ${count(value)}` }))}
              chosen={kind === null ? [] : [kind]}
              onPress={(pressed) => setKind(pressed === kind ? null : pressed)}
            />
          </div>
          <NotesList key={`${query} ${kind}`} notes={shown} />
          <div className="modal-foot notes-foot">
            <span role="status">
              {copied ? `Copied ${plural(shown.length, 'note')}.` : `${plural(shown.length, 'note')} shown`}
            </span>
            <button
              type="button"
              className="button outlined"
              disabled={shown.length === 0}
              onClick={() => setCopied(copyText(notesAsText(shown)))}
            >
              <Copy aria-hidden="true" /> Copy as text
            </button>
          </div>
        </>
      )}
    </Modal>
  );
}
