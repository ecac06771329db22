import { plural } from '../ui/words';
import type { Running } from './export-run';
import type { Extent } from './export-scope';
import { amountInWords } from './export-words';

interface Props {
  readonly now: Exclude<Running, { kind: 'done' }>;
  readonly extent: Extent;
  /** Is there a value that cannot be taken? */
  readonly wrong: boolean;
  readonly onCancel: () => void;
  readonly onExport: () => void;
}

/** What is going on, and the one thing to do. */
export function ExportFoot({ now, extent, wrong, onCancel, onExport }: Props) {
  const running = now.kind === 'running';
  return (
    <div className="export-foot">
      {running ? <Progress {...now} /> : <Said now={now} extent={extent} />}
      <button
        key={running ? 'stop' : 'close'}
        type="button"
        className="button outlined"
        autoFocus={running}
        disabled={running && now.stopping}
        onClick={onCancel}
      >
        Cancel
      </button>
      {!running && (
        <button
          type="button"
          className="button solid"
          autoFocus={now.said !== null}
          disabled={extent.articles === 0 || wrong}
          onClick={onExport}
        >
          Export {extent.articles > 0 && amountInWords(extent)}
        </button>
      )}
    </div>
  );
}

function Said({ now, extent }: { now: Extract<Running, { kind: 'choosing' }>; extent: Extent }) {
  if (now.said !== null) {
    return (
      <p className={now.failed ? 'export-said failed' : 'export-said'} role={now.failed ? 'alert' : 'status'}>
        {now.said}
      </p>
    );
  }
  return <p className="export-said">{extent.articles === 0 ? 'Choose at least one article.' : ''}</p>;
}

function Progress({ done, total, stopping }: Extract<Running, { kind: 'running' }>) {
  const text = stopping
    ? 'Stopping…'
    : total === 0
      ? 'Choose a folder for the files.'
      : `${done.toLocaleString()} of ${plural(total, 'article')}`;
  return (
    <div className="export-progress">
      <span role="status">{text}</span>
      {total > 0 && <progress value={done} max={total} aria-label="Exporting" />}
    </div>
  );
}
