import { CircleAlert, ShieldCheck } from 'lucide-react';
import type { ExportDone } from '../../shared/api';
import { plural } from '../ui/words';

interface Props {
  readonly readBack: ExportDone['readBack'];
  /** Has the report of losses said something above? */
  readonly reported: boolean;
}

/** What the app found when it read its own files again, after they were on the disk. */
export function ReadBackNote({ readBack, reported }: Props) {
  if (!readBack) return null;
  if ('problem' in readBack) {
    return (
      <p className="export-box warn" data-read-back="problem">
        <CircleAlert aria-hidden="true" /> <b>The files could not be read again:</b> {readBack.problem} The
        project itself is not touched.
      </p>
    );
  }
  const { annotations, differences, rows } = readBack;
  const grave = differences.filter((each) => each.grave);
  if (differences.length === 0 && rows !== undefined) {
    return (
      <p className="export-box good" data-read-back="sound">
        <ShieldCheck aria-hidden="true" />{' '}
        <b>Read back: {plural(annotations, 'annotation')}, each in its place and with its words.</b> All{' '}
        {plural(rows, 'row')} of the tables say what the project says, and every checksum holds.
      </p>
    );
  }
  if (differences.length === 0) {
    return (
      <p className="export-box good" data-read-back="identical">
        <ShieldCheck aria-hidden="true" /> <b>Read back: identical.</b> {plural(annotations, 'annotation')}{' '}
        and everything around {annotations === 1 ? 'it' : 'them'} came back as{' '}
        {annotations === 1 ? 'it was' : 'they were'}.
      </p>
    );
  }
  const told = differences.map(({ count, label }) => `${count.toLocaleString()} ${label}`).join(', ');
  return (
    <p
      className={`export-box ${grave.length > 0 ? 'warn' : 'good'}`}
      data-read-back={grave.length > 0 ? 'grave' : 'sound'}
    >
      {grave.length > 0 ? <CircleAlert aria-hidden="true" /> : <ShieldCheck aria-hidden="true" />}{' '}
      <b>
        {grave.length > 0
          ? 'Read back: not all annotations came back as they were.'
          : `Read back: ${plural(annotations, 'annotation')}, each in its place and with its words.`}
      </b>{' '}
      What differs{reported ? ' is what the list above says' : ''}: {told}.
    </p>
  );
}
