import { useCallback } from 'react';
import type { Format } from '../../core/formats/format';
import type { Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import { isSmall } from './export-sample';
import type { Extent } from './export-scope';
import { useSoon } from './export-soon';
import { lossInWords } from './export-words';

interface Props {
  readonly format: Format;
  readonly project: Project;
  readonly scope: Scope;
  readonly extent: Extent;
}

/** What the format cannot carry of the scope, counted at once where that is quick. */
export function ExportLoss({ format, project, scope, extent }: Props) {
  const lossless = format.fidelity === 'lossless';
  const small = isSmall(format, extent);
  const count = useCallback(
    () => (lossless || !small ? null : lossInWords(format.losses(project, scope))),
    [format, project, scope, lossless, small],
  );
  const loss = useSoon(count);
  if (lossless || (small && loss.value === '')) {
    return <p className={`export-box good${loss.stale && !lossless ? ' stale' : ''}`}>Carries everything.</p>;
  }
  if (!small) {
    return <p className="export-box plain">What {format.label} cannot carry is counted while exporting.</p>;
  }
  if (loss.error !== null) {
    return <p className="export-box warn">What is lost cannot be counted. {loss.error}</p>;
  }
  if (loss.value === null) {
    return <p className="export-box plain">Counting what {format.label} cannot carry…</p>;
  }
  return (
    <p className={`export-box warn${loss.stale ? ' stale' : ''}`} role="status">
      <b>{format.label} cannot carry:</b> {loss.value}. This list goes into <i>losses.json</i> beside the
      files.
    </p>
  );
}
