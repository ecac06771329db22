import { Popover } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { Speaker } from '../../core/project/model';
import type { Voice } from '../../core/project/statements';
import { split } from './speakers-actions';
import { setPage } from './speakers-desk';
import type { Row } from './speakers-rows';
import { TickAll } from './speakers-tick';
import { WhoList } from './speakers-who';

interface Props {
  readonly speaker: Speaker;
  readonly voice: Voice;
  readonly rows: readonly Row[];
  readonly ticked: ReadonlySet<string>;
}

/** While a speaker is split: how many rows are ticked, and who gets them. */
export function SplitBar({ speaker, voice, rows, ticked }: Props) {
  useEffect(() => {
    document.querySelector<HTMLElement>('.speakers-view .entry[tabindex="0"]')?.focus();
  }, []);
  const ids = rows.map(({ annotation }) => annotation.id);
  const leave = () => setPage(speaker.id, { ticked: null });
  return (
    <div className="split-bar">
      <TickAll
        label={`All ${ids.length.toLocaleString()} shown`}
        count={ids.length}
        ticked={ids.filter((id) => ticked.has(id)).length}
        onTick={(on) => {
          const next = new Set(ticked);
          for (const id of ids) on ? next.add(id) : next.delete(id);
          setPage(speaker.id, { ticked: next });
        }}
      />
      <span className="grow" role="status">
        {ticked.size === 0 ? 'Tick what belongs to somebody else.' : `${ticked.size.toLocaleString()} ticked`}
      </span>
      <button type="button" className="button" onClick={leave}>
        Cancel
      </button>
      <GiveTo speaker={speaker} voice={voice} ticked={ticked} />
    </div>
  );
}

/** Who gets what is ticked, and which of the names go along. */
function GiveTo({ speaker, voice, ticked }: Omit<Props, 'rows'>) {
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="button solid" disabled={ticked.size === 0}>
          Move to another speaker…
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Move to another speaker"
        >
          <WhoList
            label="Move to another speaker"
            placeholder="Find or create a speaker"
            except={speaker.id}
            suggested={names[0] ?? ''}
            onPick={(who) => {
              setOpen(false);
              split(speaker, withWhatIsInside(voice, ticked), names, who);
            }}
          />
          {speaker.aliases.length > 0 && (
            <fieldset className="go-along">
              <legend>Names that go along</legend>
              {speaker.aliases.map((alias) => (
                <label key={alias}>
                  <input
                    type="checkbox"
                    checked={names.includes(alias)}
                    onChange={(event) =>
                      setNames(
                        event.target.checked ? [...names, alias] : names.filter((other) => other !== alias),
                      )
                    }
                  />
                  <span>{alias}</span>
                </label>
              ))}
            </fieldset>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a speaker claims and feels in a quote goes where the quote goes. */
function withWhatIsInside({ statements }: Voice, ticked: ReadonlySet<string>): readonly string[] {
  const inside = statements
    .filter(({ annotation }) => ticked.has(annotation.id))
    .flatMap(({ claims, feelings }) => [...claims, ...feelings].map(({ id }) => id));
  return [...new Set([...ticked, ...inside])];
}
