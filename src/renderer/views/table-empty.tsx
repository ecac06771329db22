import { setState, useStore } from '../store';
import { setTable, useTable } from './table-store';

/** What stands where rows would: nothing is tagged yet, or nothing meets the filter. */
export function TableEmpty() {
  const any = useStore((state) => (state.project?.annotations.size ?? 0) > 0);
  const filtered = useTable(({ selection }) => Object.keys(selection).length > 0);
  return (
    <div className="table-empty">
      {any && filtered ? (
        <>
          <p>No annotation meets all of these conditions.</p>
          <button type="button" className="button outlined" onClick={() => setTable({ selection: {} })}>
            Clear the filter
          </button>
        </>
      ) : (
        <>
          <p>
            Whatever you tag in an article becomes a row here, to be filtered, sorted, edited and exported.
          </p>
          <button type="button" className="button outlined" onClick={() => setState({ view: 'library' })}>
            Go to the library
          </button>
        </>
      )}
    </div>
  );
}
