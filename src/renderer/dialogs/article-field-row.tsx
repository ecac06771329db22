import type { ReactNode } from 'react';
import { useId } from 'react';

/** A label and what it names, in the grid of the fields. */
export function FieldRow({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? 'field-row wide' : 'field-row'}>
      <label htmlFor={id}>{label}</label>
      <div className="field-cell">{children(id)}</div>
    </div>
  );
}
