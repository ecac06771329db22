import { useVirtualizer } from '@tanstack/react-virtual';
import { Copy, ListFilter } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Note, NoteKind } from '../../core/project/notes';
import { NOTE_KINDS, noteHolds, notesAsText, notesOf } from '../../core/project/notes';
import { openArticle, setState, useStore } from '../store';
import { Chips } from '../ui/chips';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { copyText } from './memo-copy';
import { openMemo } from './memo-store';

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

function NotesList({ notes }: { notes: readonly Note[] }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: notes.length,
    getScrollElement: () => box.current,
    estimateSize: () => 88,
    overscan: 6,
  });
  const step = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = Number((document.activeElement as HTMLElement | null)?.dataset.at);
    if (by === 0 || Number.isNaN(at) || !notes[at + by]) return;
    event.preventDefault();
    rows.scrollToIndex(at + by);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-at="${at + by}"]`)?.focus());
  };
  if (notes.length === 0) return <p className="notes-empty">No note holds these words.</p>;
  return (
    <div className="memo-notes" ref={box}>
      <ul aria-label="Notes" style={{ height: rows.getTotalSize(), position: 'relative' }} onKeyDown={step}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            data-index={index}
            ref={rows.measureElement}
            className="row-place"
            style={{ transform: `translateY(${start}px)` }}
          >
            <NoteEntry note={notes[index]!} at={index} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoteEntry({ note, at }: { note: Note; at: number }) {
  const { label, about, where, text } = note;
  return (
    <button type="button" className="memo-entry" data-at={at} onClick={() => goTo(note)}>
      <small>
        <b>{label}</b>
        <span className={note.kind === 'annotation' || note.kind === 'claim' ? 'about quoted' : 'about'}>
          {about}
        </span>
        {where !== '' && <span className="where">{where}</span>}
      </small>
      <span className="memo-entry-text">{text}</span>
    </button>
  );
}

/** Opens what the note is a note to. */
function goTo({ kind, id, articleId }: Note): void {
  setState({ dialog: null });
  if (kind === 'annotation') openArticle(articleId!, id);
  else if (kind === 'speaker') setState({ view: 'speakers', speakerId: id });
  else if (kind === 'claim') setState({ view: 'claims', claimId: id });
  else {
    if (kind === 'article') openArticle(id);
    openMemo(kind);
  }
}
