import type { ReactNode } from 'react';

interface Props {
  readonly onSubmit: () => void;
  readonly onUndo: () => void;
  /** Are dropped files turned away, since reading them would replace this dialog? */
  readonly noDrop?: boolean;
  readonly children: ReactNode;
}

/**
 * Stands around a dialog that holds unsaved work: Ctrl Enter and Ctrl Z mean this work, and no other key of
 * the window may take its place.
 */
export function WorkFrame({ onSubmit, onUndo, noDrop, children }: Props) {
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.stopPropagation();
    const typing = (event.target as Element).closest('textarea, input:not([type="checkbox"])');
    if (event.key === 'Enter') onSubmit();
    else if (event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) onUndo();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the controls in it
    <div onKeyDown={onKeyDown} onDragOver={noDrop ? (event) => event.stopPropagation() : undefined}>
      {children}
    </div>
  );
}
