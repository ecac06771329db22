/** One part of a bar. */
interface Part {
  readonly label: string;
  readonly count: number;
  /** A CSS colour made of tokens. */
  readonly colour: string;
}

/** Counts as a thin bar of proportional parts; the same in words for who does not see it. */
export function Bar({ parts }: { parts: readonly Part[] }) {
  const words = parts.map(({ label, count }) => `${count.toLocaleString()} ${label}`).join(', ');
  return (
    <span className="proportion" role="img" aria-label={words} title={words}>
      {parts.map(({ label, count, colour }) => (
        <i key={label} style={{ flexGrow: count, background: colour }} />
      ))}
    </span>
  );
}
