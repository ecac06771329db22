import type { EntryWords } from './speakers-entry-words';

/** What is said of a row: what it claims and what became of it, what it feels, to whom, and the note. */
export function EntrySide({ words, note }: { words: EntryWords; note: string }) {
  const { claims, feelings, relations } = words;
  if (claims.length + feelings.length + relations.length === 0 && note === '') return null;
  return (
    <span className="entry-side">
      {claims.slice(0, MOST).map(({ id, kind, verdict, others, against }) => (
        <span key={id} className="relation">
          <span className="tag">{kind}</span> {verdict}
          {others !== '' && (
            <>
              {verdict !== '' && ' · '}
              also by <b>{others}</b>
            </>
          )}
          {against !== '' && (
            <>
              {verdict + others !== '' && ' · '}
              contradicted by <b>{against}</b>
            </>
          )}
        </span>
      ))}
      {feelings.slice(0, MOST).map(({ id, value, side, verb, who }) => (
        <span
          key={id}
          className="relation"
          style={{ '--k': `var(--${side})`, '--t': `var(--${side}-tint)` } as React.CSSProperties}
        >
          <span className="pill">{value}</span> {who !== '' && `${verb} `}
          <b>{who}</b>
        </span>
      ))}
      {claims.length + feelings.length > 2 * MOST && <span className="relation">and more</span>}
      {relations.map(({ label, text }) => (
        <span key={label} className="relation">
          {label} <b>{text}</b>
        </span>
      ))}
      {note !== '' && <span className="entry-note">{note}</span>}
    </span>
  );
}

/** So many claims, and so many feelings, are told of one row. */
const MOST = 3;
