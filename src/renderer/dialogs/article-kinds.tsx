import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { BlockKind } from '../../core/project/model';

/** The kinds of parts, what they are called and the letter that sets them. */
export const KINDS: readonly { readonly kind: BlockKind; readonly label: string; readonly key: string }[] = [
  { kind: 'title', label: 'Title', key: 't' },
  { kind: 'standfirst', label: 'Standfirst', key: 's' },
  { kind: 'heading', label: 'Heading', key: 'h' },
  { kind: 'paragraph', label: 'Paragraph', key: 'p' },
  { kind: 'blockquote', label: 'Block quote', key: 'q' },
  { kind: 'post', label: 'Post', key: 'o' },
  { kind: 'caption', label: 'Caption', key: 'c' },
  { kind: 'byline', label: 'Byline', key: 'b' },
];

const LABELS = new Map(KINDS.map(({ kind, label }) => [kind, label]));
export const kindLabel = (kind: BlockKind): string => LABELS.get(kind) ?? kind;

/** The kind that a key press asks for, if any. */
export function kindOfKey(event: React.KeyboardEvent): BlockKind | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return KINDS.find(({ key }) => key === event.key.toLowerCase())?.kind;
}

interface Props {
  readonly kind: BlockKind;
  readonly index: number;
  /** The first words of the part, to tell one from another by ear. */
  readonly words: string;
  readonly tabIndex: number;
  readonly onKind: (index: number, kind: BlockKind) => void;
}

/** The kind of a part as a quiet label beside it that opens the list of kinds. */
export function KindMenu({ kind, index, words, tabIndex, onKind }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <DropdownMenu.Root open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="kind"
          data-part={index}
          tabIndex={tabIndex}
          aria-label={`${kindLabel(kind)}: ${words}`}
        >
          {kindLabel(kind)}
          <ChevronDown aria-hidden="true" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="popover kind-menu"
          align="end"
          sideOffset={4}
          collisionPadding={12}
          onKeyDown={(event) => {
            const wanted = kindOfKey(event);
            if (!wanted) return;
            event.preventDefault();
            setOpen(false);
            onKind(index, wanted);
          }}
        >
          <DropdownMenu.RadioGroup value={kind}>
            {KINDS.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.kind}
                value={choice.kind}
                aria-label={choice.label}
                aria-keyshortcuts={choice.key}
                className={`kind-item ${choice.kind === kind ? 'here' : ''}`}
                onSelect={() => onKind(index, choice.kind)}
              >
                {choice.label}
                <kbd>{choice.key.toUpperCase()}</kbd>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
