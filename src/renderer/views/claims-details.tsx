import type { ReactNode } from 'react';
import type { Claim } from '../../core/project/model';
import { VERDICTS } from '../../core/project/model';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { editEntry } from './claims-actions';
import { VERDICT_COLOURS } from './claims-words';

/** The verdict and what it rests on; every field is one step of undo. */
export function ClaimDetails({ claim, disabled }: { claim: Claim; disabled: boolean }) {
  const { id, verdict = 'unchecked', evidence, note } = claim;
  const colour = VERDICT_COLOURS[verdict];
  return (
    <aside className="details" aria-label="Verdict and notes">
      <Field label="Verdict">
        <div
          className="verdicts"
          style={{ '--k': `var(--${colour})`, '--t': `var(--${colour}-tint)` } as React.CSSProperties}
        >
          <Chips
            label="Verdict"
            disabled={disabled}
            options={VERDICTS.map((value) => ({ value, label: value }))}
            chosen={[verdict]}
            onPress={(next) => editEntry(id, { verdict: next }, 'set verdict')}
          />
        </div>
      </Field>
      <Field label="Evidence">
        <CommitField
          label="Evidence"
          kind="area"
          placeholder="what the verdict rests on"
          value={evidence ?? ''}
          disabled={disabled}
          onCommit={(next) => editEntry(id, { evidence: next.trim() || undefined }, 'write evidence')}
        />
      </Field>
      <Field label="Note">
        <CommitField
          label="Note"
          kind="area"
          value={note}
          disabled={disabled}
          onCommit={(next) => editEntry(id, { note: next }, 'write note')}
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
