import { Check } from 'lucide-react';
import type { Finding } from '../../core/doctor/finding';
import type { CheckReport } from '../../shared/api';
import { setState } from '../store';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { useDoctor } from './doctor-run';

/** What is wrong with the project, what can be done about it, and the button that does it. */
export function DoctorDialog() {
  const { now, busy, repair, save } = useDoctor();
  const report = now.kind === 'found' ? now.report : null;
  const repairable = report?.findings.filter((finding) => finding.repairable).length ?? 0;
  return (
    <Modal title="Check this project" size="large" onClose={() => !busy}>
      <div className="doctor">
        {now.kind === 'looking' && <p role="status">Reading every file, and every backup to its end…</p>}
        {now.kind === 'failed' && (
          <p className="export-box warn" role="alert">
            {now.message}
          </p>
        )}
        {report && <Verdict report={report} repaired={now.kind === 'found' && now.repaired} />}
        {report && <Findings title="To look at" findings={report.findings.filter(({ grave }) => grave)} />}
        {report && <Findings title="To know of" findings={report.findings.filter(({ grave }) => !grave)} />}
      </div>
      <div className="export-foot">
        <p className="export-said">
          {repairable > 0 &&
            'A repair deletes nothing: what is in the way is set aside, and a backup is made first.'}
        </p>
        {report && report.findings.length > 0 && (
          <button type="button" className="button outlined" disabled={busy} onClick={() => void save()}>
            Save the report…
          </button>
        )}
        <button
          type="button"
          className={repairable > 0 ? 'button outlined' : 'button solid'}
          disabled={busy}
          onClick={() => setState({ dialog: null })}
        >
          Close
        </button>
        {repairable > 0 && (
          <button type="button" className="button solid" disabled={busy} onClick={() => void repair()}>
            {busy ? 'Repairing…' : `Repair ${repairable.toLocaleString()}`}
          </button>
        )}
      </div>
    </Modal>
  );
}

function Verdict({ report, repaired }: { readonly report: CheckReport; readonly repaired: boolean }) {
  const { articles, annotations, files, findings } = report;
  const grave = findings.filter((finding) => finding.grave).length;
  return (
    <div role="status">
      <p className={grave === 0 ? 'doctor-verdict good' : 'doctor-verdict'}>
        {grave === 0 && <Check aria-hidden="true" />}
        {grave > 0
          ? `${plural(grave, 'thing')} to look at`
          : repaired
            ? 'Repaired. Nothing is wrong.'
            : 'Nothing is wrong.'}
      </p>
      <p className="doctor-read">
        {plural(articles, 'article')} and {plural(annotations, 'annotation')}; {plural(files, 'file')} and
        backups were read to the last byte.
      </p>
    </div>
  );
}

/** At most this many of a kind are shown; the report has all. */
const SHOWN = 200;

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {findings.slice(0, SHOWN).map(({ where, what, can, repairable }) => (
          <li key={`${where} ${what}`}>
            <b>{where}</b>
            <span>{what}</span>
            <span className={repairable ? 'doctor-can repairable' : 'doctor-can'}>{can}</span>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p>and {plural(findings.length - SHOWN, 'more', 'more')}, in the report.</p>
      )}
    </section>
  );
}
