interface Props<Use extends string> {
  /** What is listed: "Column", "Label". */
  readonly head: string;
  readonly rows: readonly {
    readonly name: string;
    readonly sample: string;
    /** In how many of how many it is, when it is not in all. */
    readonly share: string | null;
    readonly use: Use;
  }[];
  readonly uses: readonly (readonly [Use, string])[];
  readonly onUse: (name: string, use: Use) => void;
  /** A row is about to be changed, perhaps by arrows that pass through uses which are not meant. */
  readonly onBegin?: () => void;
}

/** What each column or label is taken for, beside the first of its values. */
export function UseTable<Use extends string>({ head, rows, uses, onUse, onBegin }: Props<Use>) {
  return (
    <div className="use-scroll">
      <table className="use-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">First value</th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, sample, share, use }) => (
            <tr key={name} className={use === 'out' ? 'out' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
                {share && <small>{share}</small>}
              </th>
              <td title={sample}>
                <bdi>{sample}</bdi>
              </td>
              <td>
                <select
                  className="field"
                  aria-label={`${name} is`}
                  value={use}
                  onFocus={onBegin}
                  onChange={(event) => onUse(name, event.target.value as Use)}
                >
                  {uses.map(([id, words]) => (
                    <option key={id} value={id}>
                      {words}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
