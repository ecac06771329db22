import { Check } from 'lucide-react';
import type { Format } from '../../core/formats/format';
import type { ExportDone } from '../../shared/api';
import { setState } from '../store';
import { plural } from '../ui/words';
import { ReadBackNote } from './export-read-back';
import { lossInWords } from './export-words';

interface Props {
  readonly format: Format;
  readonly done: ExportDone;
  readonly onAgain: () => void;
}

const SHOWN = 12;

/** What was written, where, and what did not fit. */
export function ExportDoneNote({ format, done: { folder, files, loss, readBack }, onAgain }: Props) {
  const lost = lossInWords(loss);
  const separator = folder.includes('\\') ? '\\' : '/';
  return (
    <div className="export-main">
      <div className="export-scroll" role="status">
        <h3 className="export-title">
          <Check aria-hidden="true" /> {plural(files.length, 'file')} written
        </h3>
        <p className="export-folder">{folder}</p>
        <ul className="export-written" aria-label="Files">
          {files.slice(0, SHOWN).map((file) => (
            <li key={file}>{file}</li>
          ))}
          {files.length > SHOWN && <li>and {plural(files.length - SHOWN, 'more', 'more')}</li>}
        </ul>
        {lost === '' ? (
          <p className="export-box good">Everything was carried over.</p>
        ) : (
          <p className="export-box warn">
            <b>{format.label} could not carry:</b> {lost}. This list is in <i>losses.json</i> beside the
            files.
          </p>
        )}
        <ReadBackNote readBack={readBack} reported={lost !== ''} />
      </div>
      <div className="export-foot">
        <button type="button" className="text-button" onClick={onAgain}>
          Export something else
        </button>
        <span className="grow" />
        <button
          type="button"
          className="button outlined"
          onClick={() => void window.desktop.showInFolder(files[0] ? folder + separator + files[0] : folder)}
        >
          Show in folder
        </button>
        <button type="button" className="button solid" autoFocus onClick={() => setState({ dialog: null })}>
          Done
        </button>
      </div>
    </div>
  );
}
