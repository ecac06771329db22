import type { ReactNode } from 'react';
import type { Speaker } from '../../core/project/model';
import { SPEAKER_KINDS } from '../../core/project/model';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { edit } from './speakers-actions';
import { Aliases } from './speakers-aliases';

const NAMINGS = ['named', 'partly identified', 'anonymous'] as const;

/** The usual affiliations (PolNeAR's source types); any other may be written. */
const AFFILIATIONS = [
  'government',
  'corporate',
  'NGO',
  'academic',
  'other group',
  'actor',
  'witness',
  'victim',
  'other individual',
];

const options = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }));

/** What is known about a speaker; every field is one step of undo. */
export function SpeakerDetails({ speaker, disabled }: { speaker: Speaker; disabled: boolean }) {
  const { id, kind, naming, affiliation, role, externalId, note } = speaker;
  const text = (value: string) => value.trim() || undefined;
  return (
    <aside className="details" aria-label="Details">
      <Field label="Also called">
        <Aliases speaker={speaker} disabled={disabled} />
      </Field>
      <Field label="Kind">
        <Chips
          label="Kind"
          disabled={disabled}
          options={options(SPEAKER_KINDS)}
          chosen={[kind]}
          onPress={(next) => edit(id, { kind: next })}
        />
      </Field>
      <Field label="Role">
        <CommitField
          label="Role"
          placeholder="head of the harbour branch"
          value={role ?? ''}
          disabled={disabled}
          onCommit={(next) => edit(id, { role: text(next) })}
        />
      </Field>
      <Field label="Affiliation">
        <CommitField
          label="Affiliation"
          placeholder="one of these, or your own words"
          value={affiliation ?? ''}
          disabled={disabled}
          onCommit={(next) => edit(id, { affiliation: text(next) })}
        />
        <Chips
          label="Usual affiliations"
          disabled={disabled}
          options={options(AFFILIATIONS)}
          chosen={affiliation === undefined ? [] : [affiliation]}
          onPress={(next) => edit(id, { affiliation: next === affiliation ? undefined : next })}
        />
      </Field>
      <Field label="Naming">
        <Chips
          label="Naming"
          disabled={disabled}
          options={options(NAMINGS)}
          chosen={naming === undefined ? [] : [naming]}
          onPress={(next) => edit(id, { naming: next === naming ? undefined : next })}
        />
      </Field>
      <Field label="External id">
        <CommitField
          label="External id"
          placeholder="a Wikidata number, a URL"
          value={externalId ?? ''}
          disabled={disabled}
          onCommit={(next) => edit(id, { externalId: text(next) })}
        />
      </Field>
      <Field label="Note">
        <CommitField
          label="Note"
          kind="area"
          value={note}
          disabled={disabled}
          onCommit={(next) => edit(id, { note: next })}
        />
      </Field>
    </aside>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="detail">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
