import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { sharedWords } from '../../core/project/claim-likeness';
import { claimRegister } from '../../core/project/claim-register';
import type { Claim } from '../../core/project/model';
import { whereFound } from '../reader/same-as-list';
import { useStore } from '../store';
import { Emphasis } from '../ui/emphasis';
import { suggestionsFor } from './claims-actions';
import { claimsListed } from './claims-data';

interface Props {
  /** The claim whose page it is; it is not offered itself. */
  readonly claim: Claim;
  readonly label: string;
  readonly placeholder: string;
  readonly without: readonly string[];
  readonly onPick: (claim: Claim) => void;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

const SHOWN = 60;

/** A button (`children`) that opens the register to choose another entry: likely ones first, then the widest made. */
export function ClaimPicker({
  claim,
  label,
  placeholder,
  without,
  onPick,
  children,
  align = 'start',
}: Props) {
  const project = useStore((state) => state.project)!;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const offered = useMemo(() => {
    if (!open) return [];
    const gone = new Set([claim.id, ...without]);
    const likely = suggestionsFor(project, claim.id).flatMap(({ of }) => ('claim' in of ? of.claim.id : []));
    const all = claimsListed(project.claims, claimRegister(project), query, 'articles');
    const first = all.filter(({ id }) => likely.includes(id));
    const rest = all.filter(({ id }) => !likely.includes(id));
    return [...first, ...rest].filter(({ id }) => !gone.has(id)).slice(0, SHOWN);
  }, [open, project, query, claim.id, without]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover claim-picker"
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
        >
          <Command className="command" shouldFilter={false} loop label={label}>
            <Command.Input autoFocus placeholder={placeholder} value={query} onValueChange={setQuery} />
            <Command.List>
              {offered.length === 0 && (
                <Command.Item disabled value="none">
                  No other claim in the register says that.
                </Command.Item>
              )}
              {offered.map((other) => (
                <Command.Item
                  className="long claim-option"
                  key={other.id}
                  value={other.id}
                  onSelect={() => {
                    setOpen(false);
                    setQuery('');
                    onPick(other);
                  }}
                >
                  <span>
                    <Emphasis text={other.wording} spans={sharedWords(other.wording, claim.wording)} />
                  </span>
                  <small>{whereFound(project, { claim: other })}</small>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
