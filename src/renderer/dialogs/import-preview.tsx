import { useEffect, useMemo, useState } from 'react';
import { setState, useStore } from '../store';
import { Modal } from '../ui/modal';
import { useInParts } from '../ui/use-in-parts';
import { plural } from '../ui/words';
import { AnnotationsOffer } from './annotations-offer';
import { addPicked } from './import-commit';
import { ImportFile } from './import-file';
import { focusSoon } from './import-focus';
import { ImportFoot } from './import-foot';
import { WorkFrame } from './import-frame';
import { ImportList } from './import-list';
import { duplicateMarks } from './import-marks';
import { ImportPage } from './import-page';
import { ImportProblems } from './import-problems';
import { clearPreview, itemsOf, setPreview, sourcesOf, undoEdit, usePreview } from './import-store';
import { dropTrial, takeTrial, useTrial } from './import-trial';

const FIRST = '.import-preview [aria-current], .import-preview.alone [data-part="0"]';

/** What was read, to be looked over and mended before it is added. */
export function ImportPreview() {
  const items = usePreview(itemsOf);
  const file = usePreview((preview) => sourcesOf(preview).find(({ source }) => source === preview.current));
  const files = usePreview((preview) => sourcesOf(preview).length);
  const problems = usePreview((preview) => preview.problems);
  const mended = usePreview((preview) => preview.work.past.length > 0);
  const trying = useTrial(({ trial }) => trial !== null);
  const adding = usePreview((preview) => preview.adding);
  const filter = usePreview((preview) => preview.filter);
  const articles = useStore((state) => state.project?.articles);
  // What was just added is not said to be there already while this goes away.
  const [known, setKnown] = useState(articles);
  if (!adding && known !== articles) setKnown(articles);
  const marks = useMemo(() => duplicateMarks(items, known), [items, known]);
  const [leaving, setLeaving] = useState(false);
  const alone = items.length === 1 && files === 0 && problems.length === 0 && marks.size === 0;
  // The frame of the dialog comes first, then the list, then what it shows beside it, then the text of that.
  const parts = useInParts(4) + (alone ? 1 : 0);
  // The arrows work at once; the close button, which comes first, is not what one came for.
  useEffect(() => focusSoon(document.body, FIRST), []);

  const leave = () => {
    clearPreview();
    setState({ dialog: null });
  };
  const onClose = () => {
    const filtering = document.activeElement?.matches('.filter input') && filter !== '';
    if (filtering) setPreview({ filter: '' });
    else if (adding) return false;
    else if (mended || trying) setLeaving(!leaving);
    else leave();
    return false;
  };
  if (items.length === 0 && files === 0) {
    return (
      <Modal title={`${plural(problems.length, 'file')} could not be read`} onClose={onClose}>
        <AnnotationsOffer />
        <ImportProblems problems={problems} folded={false} />
        <div className="modal-foot">
          <button type="button" className="button solid" autoFocus onClick={leave}>
            Close
          </button>
        </div>
      </Modal>
    );
  }
  return (
    <WorkFrame
      onSubmit={() => void (useTrial.getState().trial ? takeTrial() : addPicked())}
      onUndo={() => (useTrial.getState().trial ? dropTrial() : undoEdit())}
    >
      <Modal
        title={items.length === 1 ? 'Add this article' : 'Add articles'}
        description="Nothing is in the project yet. Look over what was read, mend what is wrong, then add it."
        size="large"
        onClose={onClose}
      >
        <AnnotationsOffer />
        <div className={alone ? 'import-preview alone' : 'import-preview'} inert={adding}>
          {!alone && parts > 1 && <ImportList marks={marks} />}
          {parts > 2 &&
            (file ? (
              <ImportFile key={file.source} file={file} />
            ) : (
              <ImportPage marks={marks} withText={parts > 3} />
            ))}
        </div>
        <ImportFoot leaving={leaving} onStay={() => setLeaving(false)} onLeave={leave} onCancel={onClose} />
      </Modal>
    </WorkFrame>
  );
}
