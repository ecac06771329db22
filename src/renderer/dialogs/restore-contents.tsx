import type { BackupItem } from '../../shared/api';
import { useStore } from '../store';
import { plural } from '../ui/words';
import type { Looked } from './restore-run';
import { RestoreSummaryView } from './restore-summary';
import { reasonInWords, whenInWords } from './restore-words';

/** What the chosen backup holds, and what restoring it in place would do. */
export function RestoreContents({
  backup,
  looked,
}: {
  readonly backup: BackupItem;
  readonly looked: Looked;
}) {
  const here = useStore((state) => state.open?.folder);
  const moved = backup.folder !== null && backup.folder !== here;
  return (
    <div className="restore-scroll">
      <h3>{whenInWords(backup.at)}</h3>
      <p className="restore-why">
        {reasonInWords(backup)}
        {moved && ` · the project stood in ${backup.folder}`}
      </p>
      {looked.kind === 'reading' && <p role="status">Reading the backup…</p>}
      {looked.kind === 'damaged' && (
        <p className="export-box warn" role="alert">
          This backup cannot be used: {looked.message} It was left as it is; choose another.
        </p>
      )}
      {looked.kind === 'read' && <Holds {...looked.contents} />}
      {looked.kind === 'read' && looked.contents.summary && (
        <section aria-label="Against the project as it is now">
          <h4>Against the project as it is now</h4>
          <RestoreSummaryView summary={looked.contents.summary} />
        </section>
      )}
    </div>
  );
}

function Holds({
  name,
  articles,
  annotations,
  speakers,
  claims,
  setAside,
}: Extract<Looked, { kind: 'read' }>['contents']) {
  return (
    <p className="restore-holds" role="status">
      <b>{name}</b>: {plural(articles, 'article')}, {plural(annotations, 'annotation')},{' '}
      {plural(speakers, 'speaker')}, {plural(claims, 'claim')}
      {setAside > 0 && `, and ${plural(setAside, 'record')} kept aside`}. Every byte was checked.
    </p>
  );
}
