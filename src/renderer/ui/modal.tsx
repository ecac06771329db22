import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { setState } from '../store';

interface Props {
  readonly title: string;
  /** One sentence under the title, also what a screen reader says on opening. */
  readonly description?: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children: ReactNode;
  /** Runs before the dialog closes; return false to keep it open. */
  readonly onClose?: () => boolean | undefined;
  /** The large dialogs draw their own heading. */
  readonly bare?: boolean;
}

/** The one frame of all dialogs: title, close button, Escape, focus kept inside. */
export function Modal({ title, description, size = 'medium', children, onClose, bare }: Props) {
  const close = () => {
    if (onClose?.() !== false) setState({ dialog: null });
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className={`modal ${size}${bare ? ' bare' : ''}`}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header>
            <Dialog.Title>{title}</Dialog.Title>
            {description && <Dialog.Description>{description}</Dialog.Description>}
            <Dialog.Close className="icon-button" aria-label="Close">
              <X aria-hidden="true" />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
