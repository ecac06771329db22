import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import type { BlockKind } from '../../core/project/model';
import { moveTo } from './import-focus';

/** The kinds of parts, what they are called and the letter that sets them. */
const KINDS: readonly { readonly kind: BlockKind; readonly label: string; readonly key: string }[] = [
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
  const content = useRef<HTMLDivElement>(null);
  const set = (wanted: BlockKind) => {
    setOpen(false);
    onKind(index, wanted);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const wanted = kindOfKey(event);
    const choices = [...(content.current?.querySelectorAll('button') ?? [])];
    const to = moveTo(event.key, choices.indexOf(event.target as HTMLButtonElement), choices.length);
    if (to !== null) choices[to]?.focus();
    else if (wanted) set(wanted);
    else return;
    event.preventDefault();
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
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
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover kind-menu"
          aria-label="What this part is"
          align="end"
          sideOffset={4}
          collisionPadding={12}
          ref={content}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
          }}
          onKeyDown={onKeyDown}
        >
          {KINDS.map((choice) => (
            <button
              key={choice.kind}
              type="button"
              className="kind-item"
              aria-pressed={choice.kind === kind}
              aria-keyshortcuts={choice.key}
              onClick={() => set(choice.kind)}
            >
              {choice.label}
              <kbd>{choice.key.toUpperCase()}</kbd>
            </button>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
