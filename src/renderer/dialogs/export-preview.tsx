import { useCallback } from 'react';
import type { Format } from '../../core/formats/format';
import type { Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import { ExportRow } from './export-row';
import type { Sample } from './export-sample';
import { sampleOf } from './export-sample';
import type { Extent } from './export-scope';
import { useSoon } from './export-soon';

interface Props {
  readonly format: Format;
  readonly project: Project;
  readonly scope: Scope;
  readonly extent: Extent;
}

/** The files and the first rows of the one that holds the annotations. */
export function ExportPreview({ format, project, scope, extent }: Props) {
  const { articles } = extent;
  const sample = useSoon(
    useCallback(() => sampleOf(format, project, scope, articles), [format, project, scope, articles]),
  );
  return (
    <>
      <ExportRow label="Files">
        <span className="export-files">{sample.value?.files ?? '–'}</span>
      </ExportRow>
      {sample.error !== null ? (
        <p className="export-box warn">This cannot be shown. {sample.error}</p>
      ) : (
        <Rows sample={sample.value} stale={sample.stale} />
      )}
    </>
  );
}

function Rows({ sample, stale }: { sample: Sample | null; stale: boolean }) {
  const path = sample?.path ?? '';
  return (
    <section
      className={stale ? 'export-sample stale' : 'export-sample'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      aria-label={`First rows of ${path}`}
    >
      <pre className={sample?.wrap ? 'wrap' : undefined}>
        {sample?.cut && <span className="more">⋮{'\n'}</span>}
        {sample?.rows.join('\n')}
      </pre>
    </section>
  );
}
