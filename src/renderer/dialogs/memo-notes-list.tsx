import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Note } from '../../core/project/notes';
import { openArticle, setState } from '../store';
import { openMemo } from './memo-store';

/** The notes; the arrows go from one to the next, Enter to what it is a note to. */
export function NotesList({ notes }: { notes: readonly Note[] }) {
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
