import { useDeferredValue, useMemo, useState } from 'react';
import { planImport } from '../../core/import-annotations/plan-import';
import { useStore } from '../store';
import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { addAnnotations, requestOf } from './annotations-add';
import { ReadAs } from './annotations-as';
import { AnnotationsFacts } from './annotations-facts';
import { layersListed, ManyLayers } from './annotations-many';
import { cancelAnnotations, leaveAnnotations } from './annotations-read';
import { AnnotationsRow } from './annotations-row';
import { type Incoming, useIncoming } from './annotations-store';
import { isLossy, outcome, placeInWords, reasons, whatWasRead } from './annotations-words';
import { WorkFrame } from './import-frame';

/** Annotations of another tool: what was read, where it goes, and what would come of it. */
export function AnnotationsDialog() {
  const incoming = useIncoming((state) => state.incoming);
  const refused = useIncoming((state) => state.refused);
  if (refused !== null) return <Refused why={refused} />;
  return incoming ? <Mapping incoming={incoming} /> : <Reading />;
}

/** Nothing was read; the files may be of another format than they look. */
function Refused({ why }: { why: string }) {
  const leave = () => {
    leaveAnnotations();
    return false;
  };
  return (
    <Modal title="The annotations could not be read" onClose={leave}>
      <ul className="report">
        <li>{placeInWords(why)}</li>
        <li>Nothing was changed.</li>
      </ul>
      <div className="annotations-refused annotations-facts">
        <ReadAs />
      </div>
      <div className="modal-foot">
        <button type="button" className="button solid" autoFocus onClick={leave}>
          Close
        </button>
      </div>
    </Modal>
  );
}

function Reading() {
  const cancel = () => {
    cancelAnnotations();
    return false;
  };
  return (
    <Modal title="Reading annotations" size="small" onClose={cancel}>
      <div className="import-progress">
        <progress aria-label="Reading annotations" />
        <p>Nothing is in the project before you have seen it.</p>
      </div>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={cancel}>
          Cancel
        </button>
      </div>
    </Modal>
  );
}

function Mapping({ incoming }: { incoming: Incoming }) {
  const project = useStore((state) => state.project)!;
  const opened = useIncoming((state) => state.opened);
  const adding = useIncoming((state) => state.adding);
  const failure = useIncoming((state) => state.failure);
  const reading = useIncoming((state) => state.reading);
  const { part, files, layers, mapping, why } = incoming;
  // Tens of thousands of annotations take a moment; the choice itself is shown at once.
  const later = useDeferredValue(incoming);
  const plan = useMemo(() => {
    try {
      return planImport(project, requestOf(later));
    } catch {
      return null;
    }
  }, [project, later]);
  const told = plan ? reasons(plan.counts, part) : [];
  const [filter, setFilter] = useState('');
  const listed = layersListed(layers, filter);
  const leave = () => {
    const filtering = document.activeElement?.matches('.annotations-many input') && filter !== '';
    if (filtering) setFilter('');
    else if (!adding) leaveAnnotations();
    return false;
  };
  const count = plan?.counts.added ?? 0;
  const articles = plan?.articles.length ?? 0;
  const action =
    count > 0
      ? `Import ${plural(count, 'annotation')}`
      : articles > 0
        ? `Add ${plural(articles, 'article')}`
        : 'Nothing to import';
  return (
    <WorkFrame onSubmit={() => void addAnnotations()} onUndo={() => {}} noDrop>
      <Modal title="Import annotations" description={whatWasRead(part, files)} size="large" onClose={leave}>
        <div className="annotations" inert={adding}>
          <AnnotationsFacts incoming={incoming} />
          {told.length > 0 && (
            <details
              className={plan && isLossy(plan.counts) ? 'annotations-told warn' : 'annotations-told'}
              open={told.length < 4}
            >
              <summary>{plural(told.length, 'thing')} to know</summary>
              <ul>
                {told.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          <section aria-label="Layers of the file">
            <h3>Layers in the file, and what they become here</h3>
            <ManyLayers
              layers={layers}
              listed={listed}
              filter={filter}
              onFilter={setFilter}
              codebook={project.codebook}
            />
            <ul>
              {listed.map((foreign) => (
                <AnnotationsRow
                  key={foreign.layer.id}
                  foreign={foreign}
                  mapping={mapping[foreign.layer.id]!}
                  why={why.get(foreign.layer.id)!}
                  codebook={project.codebook}
                  shown={opened.has(foreign.layer.id)}
                />
              ))}
            </ul>
            {layers.length === 0 && <p className="aside">There are no annotations to import.</p>}
          </section>
        </div>
        <div className="modal-foot ruled">
          {failure ? (
            <p className="foot-words failed" role="alert">
              Not imported: {failure}
            </p>
          ) : (
            <p className="foot-words" role="status">
              {plan ? `${outcome(plan.counts)}.` : 'An article is no longer here.'}
            </p>
          )}
          <button type="button" className="button outlined" disabled={adding} onClick={leave}>
            Cancel
          </button>
          <button
            type="button"
            className="button solid"
            autoFocus
            disabled={adding || reading || count + articles === 0}
            onClick={() => void addAnnotations()}
          >
            {adding ? 'Importing…' : action}
          </button>
        </div>
      </Modal>
    </WorkFrame>
  );
}
