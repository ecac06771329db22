import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Felt } from '../../core/project/feelings';
import { setPage } from './speakers-desk';
import { mean } from './speakers-words';

interface Props {
  readonly felt: Felt;
  readonly title: string;
  /** What stands between the value and the other side: "toward", "by". */
  readonly verb: string;
  readonly nameOf: (who: string) => string;
  readonly speakerId: string;
  /** The kind of row that shows these feelings. */
  readonly kind: string;
  readonly children: ReactNode;
}

/** The label of a figure that opens the list behind it: the mean and the number for each other side. */
export function FeltList({ felt, title, verb, nameOf, speakerId, kind, children }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="text-button">
          {children}
          <ChevronDown aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover felt"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={title}
        >
          <p>{title}</p>
          <ul>
            {felt.parties.map(({ who, count, mean: value }) => (
              <li key={who}>
                <span
                  className="pill"
                  style={
                    {
                      '--k': `var(--${sideOf(value)})`,
                      '--t': `var(--${sideOf(value)}-tint)`,
                    } as React.CSSProperties
                  }
                >
                  {mean(value)}
                </span>
                <span className="who">
                  {verb} {nameOf(who)}
                </span>
                <span className="count">{count.toLocaleString()}</span>
              </li>
            ))}
          </ul>
          <div className="ask-foot">
            <Popover.Close
              className="button outlined"
              onClick={() => setPage(speakerId, { kind, about: null })}
            >
              Show them
            </Popover.Close>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The side of the diverging pair a value is on. */
export function sideOf(value: number | null): 'neg' | 'neu' | 'pos' {
  return value === null || value === 0 ? 'neu' : value < 0 ? 'neg' : 'pos';
}
