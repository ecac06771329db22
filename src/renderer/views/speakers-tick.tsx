interface Props {
  readonly label: string;
  /** How many there are, and how many of them are ticked. */
  readonly count: number;
  readonly ticked: number;
  readonly onTick: (on: boolean) => void;
}

/** The box that ticks all of some rows, or none. */
export function TickAll({ label, count, ticked, onTick }: Props) {
  const all = count > 0 && ticked === count;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={all ? true : ticked > 0 ? 'mixed' : false}
      className="tick-all"
      onClick={() => onTick(!all)}
    >
      <Tick on={all} some={ticked > 0} />
      {label}
    </button>
  );
}

/** A box drawn for rows that are boxes themselves. */
export function Tick({ on, some = false }: { on: boolean; some?: boolean }) {
  return <span className={`tick-box${on ? ' on' : some ? ' some' : ''}`} aria-hidden="true" />;
}
