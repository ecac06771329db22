import { useEffect, useRef } from 'react';
import { setAttribute, setCertainty, setNote, setStatus } from '../../core/commands/edit-annotation';
import { SAME_CLAIM } from '../../core/project/claim-links';
import type { Attribute, Layer } from '../../core/project/codebook';
import { signed } from '../../core/project/codebook';
import type { Annotation, AttributeValue } from '../../core/project/model';
import { CERTAINTIES, STATUSES } from '../../core/project/model';
import { isEditable, now, perform, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { RoleField } from './role-field';

/** Everything about the focused annotation, to be edited in place of its card. */
export function Inspector({ annotation, layer }: { annotation: Annotation; layer: Layer | undefined }) {
  const disabled = !useStore(isEditable);
  const top = useRef<HTMLDivElement>(null);
  const { id } = annotation;
  useEffect(() => {
    // A short window may not show all of it: bring it in view, but only as far as needed.
    top.current?.closest('.card')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    if (document.activeElement?.closest('.inspector')) return;
    const first = (selector: string) => top.current?.querySelector<HTMLElement>(selector);
    (first('.chip[aria-pressed="true"]') ?? first('.chip, .add'))?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="inspector" ref={top}>
      <h2>
        {layer?.label ?? annotation.layer}
        <span className="grow" />
        <ActionButton action="escape" className="text-button">
          Done
        </ActionButton>
      </h2>
      {layer === undefined && (
        <p className="aside">The codebook no longer has this layer; its values are kept.</p>
      )}
      {layer?.attributes.map((attribute) => (
        <AttributeRow key={attribute.id} annotation={annotation} attribute={attribute} disabled={disabled} />
      ))}
      {layer?.roles.map((role) => (
        <RoleField key={role.id} annotation={annotation} role={role} disabled={disabled} />
      ))}
      <div className="row">
        <span className="label">certainty</span>
        <Chips
          label="Certainty"
          disabled={disabled}
          options={CERTAINTIES.map((value) => ({ value, label: value.replace('uncertain', 'unsure') }))}
          chosen={[annotation.certainty]}
          onPress={(certainty) =>
            perform('set certainty', (project) => setCertainty(project, { id, certainty, at: now() }))
          }
        />
      </div>
      <div className="row">
        <span className="label">status</span>
        <Chips
          label="Status"
          disabled={disabled}
          options={STATUSES.map((value) => ({ value, label: value }))}
          chosen={[annotation.status]}
          onPress={(status) =>
            perform(`mark ${status}`, (project) => setStatus(project, { id, status, at: now() }))
          }
        />
      </div>
      <CommitField
        label="Note"
        kind="area"
        field="note"
        placeholder="Note"
        value={annotation.note}
        disabled={disabled}
        onCommit={(note) => perform('write note', (project) => setNote(project, { id, note, at: now() }))}
      />
      <footer>
        <ActionButton action="duplicate" className="text-button">
          Duplicate
        </ActionButton>
        <ActionButton action="delete" className="text-button">
          Remove
        </ActionButton>
        {layer?.roles.some((role) => role.id === SAME_CLAIM) && (
          <ActionButton action="go-to-claim" className="text-button">
            Show everywhere
          </ActionButton>
        )}
      </footer>
    </div>
  );
}

interface AttributeProps {
  readonly annotation: Annotation;
  readonly attribute: Attribute;
  readonly disabled: boolean;
}

function AttributeRow({ annotation, attribute, disabled }: AttributeProps) {
  const value = annotation.attributes[attribute.id];
  const set = (next: AttributeValue | null) =>
    perform(`set ${attribute.label.toLowerCase()}`, (project) =>
      setAttribute(project, { id: annotation.id, attribute: attribute.id, value: next, at: now() }),
    );
  return (
    <div className="row">
      <span className="label" title={attribute.description}>
        {attribute.label.toLowerCase()}
      </span>
      <AttributeControl attribute={attribute} value={value} set={set} disabled={disabled} />
    </div>
  );
}

interface ControlProps {
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  readonly set: (value: AttributeValue | null) => void;
  readonly disabled: boolean;
}

function AttributeControl({ attribute, value, set, disabled }: ControlProps) {
  const common = { label: attribute.label, disabled };
  if (attribute.kind === 'choice') {
    const options = attribute.values.map(({ id, label, description }) => ({ value: id, label, description }));
    // Pressing the chosen value again unsets it, where there is no default to fall back to.
    const press = (id: string) => set(id === value && attribute.default === undefined ? null : id);
    return (
      <Chips
        {...common}
        options={options}
        chosen={typeof value === 'string' ? [value] : []}
        onPress={press}
      />
    );
  }
  if (attribute.kind === 'multiple') {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    const options = attribute.values.map(({ id, label, description }) => ({ value: id, label, description }));
    const press = (id: string) => {
      const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
      set(next.length === 0 ? null : next);
    };
    return <Chips {...common} options={options} chosen={chosen} onPress={press} />;
  }
  if (attribute.kind === 'scale') {
    const steps = Array.from(
      { length: attribute.max - attribute.min + 1 },
      (_, index) => attribute.min + index,
    );
    const options = steps.map((step) => ({
      value: step,
      label: attribute.diverging ? signed(step) : String(step),
    }));
    return (
      <Chips
        {...common}
        className="scale"
        options={options}
        chosen={typeof value === 'number' ? [value] : []}
        onPress={set}
      />
    );
  }
  const commit = (text: string) => {
    if (text === '') set(null);
    else if (attribute.kind !== 'number') set(text);
    else if (Number.isFinite(Number(text))) set(Number(text));
  };
  return (
    <CommitField
      {...common}
      kind={attribute.kind}
      value={value === undefined ? '' : String(value)}
      onCommit={commit}
    />
  );
}
