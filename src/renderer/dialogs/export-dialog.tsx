import { useMemo, useState } from 'react';
import { FORMATS } from '../../core/formats/registry';
import { setState, useStore } from '../store';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { ExportDoneNote } from './export-done';
import { ExportFoot } from './export-foot';
import { FormatList } from './export-formats';
import { ExportLoss } from './export-loss';
import { ExportPreview } from './export-preview';
import { useExportRun } from './export-run';
import { EVERYTHING, extentOf, scopeOf } from './export-scope';
import { ScopeFields } from './export-scope-fields';
import { unitInWords } from './export-words';

/** The format chosen last, for as long as the window is open. */
let lastFormat = FORMATS[0]?.id ?? '';

/** Choose what, how, and see what it will look like and what is lost. */
export function ExportDialog({ annotations }: { annotations: readonly string[] | undefined }) {
  const project = useStore((state) => state.project)!;
  const articleId = useStore((state) => state.articleId);
  const [formatId, setFormatId] = useState(lastFormat);
  const [choice, setChoice] = useState({ ...EVERYTHING, annotations: annotations ?? null });
  const scope = useMemo(() => scopeOf(project, choice, articleId), [project, choice, articleId]);
  const extent = useMemo(() => extentOf(project, scope), [project, scope]);
  const run = useExportRun();
  const format = FORMATS.find(({ id }) => id === formatId);
  const any = extent.articles > 0;
  const busy = run.now.kind === 'running';
  const pick = (id: string) => {
    lastFormat = id;
    setFormatId(id);
    run.forget();
  };
  return (
    <Modal
      title="Export"
      size="large"
      onClose={() => {
        if (busy) run.cancel();
        return !busy;
      }}
    >
      <div className="export">
        <FormatList chosen={formatId} onPick={pick} disabled={busy} />
        {format === undefined ? (
          <p className="export-main">There is no format to export to.</p>
        ) : run.now.kind === 'done' ? (
          <ExportDoneNote format={format} done={run.now.done} onAgain={run.forget} />
        ) : (
          <div className="export-main">
            <div className="export-scroll">
              <fieldset className="export-rows" inert={busy} aria-label="What to export">
                <ScopeFields project={project} articleId={articleId} choice={choice} onChoice={setChoice} />
                <div className="export-row">
                  <span className="label">In all</span>
                  <span role="status">
                    {plural(extent.articles, 'article')} · {plural(extent.annotations, 'annotation')}
                  </span>
                </div>
                <div className="export-row">
                  <span className="label">Counts in</span>
                  <span>{unitInWords(format)}</span>
                </div>
              </fieldset>
              {any && <ExportPreview format={format} project={project} scope={scope} extent={extent} />}
            </div>
            {any && (
              <ExportLoss key={formatId} format={format} project={project} scope={scope} extent={extent} />
            )}
            <ExportFoot
              now={run.now}
              extent={extent}
              onCancel={busy ? run.cancel : () => setState({ dialog: null })}
              onExport={() => run.start({ formatId, scope })}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}
