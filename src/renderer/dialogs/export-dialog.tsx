import { useMemo, useRef, useState } from 'react';
import type { OptionValues } from '../../core/formats/options';
import { formatWith, optionProblem, valuesFor } from '../../core/formats/options';
import { FORMATS } from '../../core/formats/registry';
import type { ExportChosen } from '../../shared/api';
import { setState, useStore } from '../store';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { chooseFor, chosenFor, rememberFor, withValues } from './export-chosen';
import { ExportDoneNote } from './export-done';
import { ExportFoot } from './export-foot';
import { FormatList } from './export-formats';
import { ExportLoss } from './export-loss';
import { OptionFields } from './export-options';
import { ExportPreview } from './export-preview';
import { ExportRow } from './export-row';
import { useExportRun } from './export-run';
import { EVERYTHING, extentOf, scopeOf } from './export-scope';
import { ScopeFields } from './export-scope-fields';
import { unitInWords } from './export-words';

const NONE: OptionValues = {};

/** Choose what, how, and see what it will look like and what is lost. */
export function ExportDialog({ annotations }: { annotations: readonly string[] | undefined }) {
  const project = useStore((state) => state.project)!;
  const articleId = useStore((state) => state.articleId);
  const projectId = project.info.id;
  const [chosen, setChosen] = useState(() => chosenFor(projectId));
  const [choice, setChoice] = useState({ ...EVERYTHING, annotations: annotations ?? null });
  const scope = useMemo(() => scopeOf(project, choice, articleId), [project, choice, articleId]);
  const extent = useMemo(() => extentOf(project, scope), [project, scope]);
  const run = useExportRun();
  const forgetQuery = useRef<(() => void) | null>(null);
  const plain = FORMATS.find(({ id }) => id === chosen.format)!;
  const values = chosen.options[plain.id] ?? NONE;
  // While something is typed that cannot be taken, the rest of the dialog keeps to what can.
  const format = useMemo(() => formatWith(plain, valuesFor(plain, values)), [plain, values]);
  const wrong = Object.entries(plain.options ?? {}).some(
    ([name, option]) => values[name] !== undefined && optionProblem(option, values[name]) !== null,
  );
  const any = extent.articles > 0;
  const busy = run.now.kind === 'running';
  const choose = (next: ExportChosen) => {
    chooseFor(projectId, next);
    setChosen(next);
    run.forget();
  };
  const start = () => {
    rememberFor(projectId, chosen);
    void run.start({ formatId: plain.id, options: valuesFor(plain, values), scope });
  };
  return (
    <Modal
      title="Export"
      size="large"
      onClose={() => {
        if (forgetQuery.current && document.activeElement?.closest('.export-formats')) {
          forgetQuery.current();
          return false;
        }
        if (busy) run.cancel();
        return !busy;
      }}
    >
      <div className="export">
        <FormatList
          chosen={plain.id}
          onPick={(id) => choose({ ...chosen, format: id })}
          disabled={busy}
          onQuery={(forget) => {
            forgetQuery.current = forget;
          }}
        />
        {run.now.kind === 'done' ? (
          <ExportDoneNote
            format={format}
            done={run.now.done}
            onAgain={() => {
              run.forget();
              // The button that was pressed goes away; the choice begins with the format.
              document.querySelector<HTMLElement>('.export-formats :checked')?.focus();
            }}
          />
        ) : (
          <div className="export-main">
            <div className="export-scroll">
              <fieldset className="export-rows" inert={busy} aria-label="What to export">
                <ScopeFields project={project} articleId={articleId} choice={choice} onChoice={setChoice} />
                <ExportRow label="In all">
                  <span role="status">
                    {plural(extent.articles, 'article')} · {plural(extent.annotations, 'annotation')}
                  </span>
                </ExportRow>
              </fieldset>
              <OptionFields
                key={plain.id}
                format={format}
                project={project}
                scope={scope}
                values={values}
                onValues={(next) => choose(withValues(chosen, next))}
                disabled={busy}
              />
              <ExportRow label="Counts in">{unitInWords(format)}</ExportRow>
              {any && <ExportPreview format={format} project={project} scope={scope} extent={extent} />}
            </div>
            {any && (
              <ExportLoss key={plain.id} format={format} project={project} scope={scope} extent={extent} />
            )}
            <ExportFoot
              now={run.now}
              extent={extent}
              wrong={wrong}
              onCancel={busy ? run.cancel : () => setState({ dialog: null })}
              onExport={start}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}
