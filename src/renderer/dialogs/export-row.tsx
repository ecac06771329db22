import type { ReactNode } from 'react';

/** One line of the dialog: what it is about, and what there is to choose or to know. */
export function ExportRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="export-row">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </div>
  );
}
