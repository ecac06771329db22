import { apply } from '../../core/change/change';
import { replaceCodebook } from '../../core/commands/codebook';
import type { Codebook } from '../../core/project/codebook';
import { differences } from '../../core/project/codebook-difference';
import { now, perform, setState, useStore } from '../store';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { Differences } from './codebook-differences';
import { showLayer } from './codebook-store';

interface Props {
  readonly title: string;
  /** What the step is called: "import codebook". */
  readonly label: string;
  readonly codebook: Codebook;
  readonly warnings: readonly string[];
}

/** What another codebook would change, before it takes the place of the present one. */
export function CodebookImport({ title, label, codebook, warnings }: Props) {
  const project = useStore((state) => state.project)!;
  const found = differences(project, codebook);
  const name = `${codebook.name} ${codebook.version}`;
  const what = `took the codebook “${name}” in place of ${project.codebook.name} ${project.codebook.version}`;
  const change = replaceCodebook(project, { codebook, what, at: now() });
  const after = apply(project, change).codebook;
  const same = after === project.codebook;
  const touched = found.filter((next) => next.change === 'gone').reduce((sum, { used }) => sum + used, 0);
  const take = () => {
    setState({ dialog: null });
    if (perform(label, (current) => replaceCodebook(current, { codebook, what, at: now() }))) showLayer(null);
  };
  return (
    <Modal
      title={title}
      description={
        same
          ? 'This is the codebook the project has already.'
          : `“${codebook.name}” with ${plural(codebook.layers.length, 'layer')} takes the place of the present codebook and becomes version ${after.version}. No annotation changes.`
      }
      size="medium"
    >
      <div className="codebook-import">
        {warnings.map((warning) => (
          <p key={warning} className="aside">
            {warning}
          </p>
        ))}
        <Differences found={found} />
        {touched > 0 && (
          <p>
            What is missing in it stays on the annotations that have it, and is listed among the hints. Undo
            brings the present codebook back.
          </p>
        )}
      </div>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={() => setState({ dialog: null })}>
          {same ? 'Close' : 'Cancel'}
        </button>
        {!same && (
          <button type="button" className="button solid" onClick={take}>
            Use this codebook
          </button>
        )}
      </div>
    </Modal>
  );
}
