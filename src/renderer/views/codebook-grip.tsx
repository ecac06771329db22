import { GripVertical } from 'lucide-react';

/** What a row is drawn by; with the keyboard Alt and the arrows do it. */
export function Grip(props: React.HTMLAttributes<HTMLSpanElement> & { readonly draggable: boolean }) {
  if (!props.draggable) return null;
  return (
    <span className="grip" title="Drag, or Alt ↑ ↓" aria-hidden="true" {...props}>
      <GripVertical aria-hidden="true" />
    </span>
  );
}
