import { useState } from 'react';
import { setAnnotator } from '../../core/commands/edit-project';
import { openedOrSaid } from '../opening';
import { newId, perform, setSettings, setState, state } from '../store';
import { Modal } from '../ui/modal';
import { waitingWords } from './import-read';

/** Asks for a name and makes a project in a folder that is then chosen. */
export function NewProjectDialog() {
  const [name, setName] = useState('');
  const create = async () => {
    setState({ dialog: null });
    await openedOrSaid(() => window.desktop.createProject({ name: name.trim(), sample: false }));
  };
  return (
    <Modal
      title="New project"
      description={waitingWords() ?? 'A project is a folder of plain files. You choose where it stands next.'}
      size="small"
    >
      <OneField
        label="Name of the project"
        value={name}
        onChange={setName}
        action="Choose a folder…"
        onDone={create}
      />
    </Modal>
  );
}

/** Who is annotating: the name that stands on every annotation made from now on. */
export function AnnotatorDialog() {
  const { annotator } = state().settings;
  const [name, setName] = useState(annotator.name);
  const done = () => {
    const known = [...(state().project?.annotators.values() ?? [])].find(
      (other) => other.name === name.trim(),
    );
    const next = known ?? { id: newId('r'), name: name.trim() };
    if (next.name !== annotator.name) {
      if (state().project)
        perform('change annotator', (project) => setAnnotator(project, { annotator: next }));
      setSettings({ annotator: next });
    }
    setState({ dialog: null });
  };
  return (
    <Modal
      title="Annotator"
      description="Your name or initials stand on every annotation you make from now on. Earlier ones keep theirs."
      size="small"
    >
      <OneField label="Name" value={name} onChange={setName} action="Use this name" onDone={done} />
    </Modal>
  );
}

/** Says at length what happened, in sentences. */
export function ReportDialog({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Modal title={title} size="medium">
      <ul className="report">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="modal-foot">
        <button type="button" className="button solid" onClick={() => setState({ dialog: null })}>
          Close
        </button>
      </div>
    </Modal>
  );
}

interface OneFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly action: string;
  readonly onDone: () => void;
}

function OneField({ label, value, onChange, action, onDone }: OneFieldProps) {
  return (
    <form
      className="one-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onDone();
      }}
    >
      <label>
        {label}
        <input className="field" autoFocus value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={() => setState({ dialog: null })}>
          Cancel
        </button>
        <button type="submit" className="button solid" disabled={value.trim() === ''}>
          {action}
        </button>
      </div>
    </form>
  );
}
