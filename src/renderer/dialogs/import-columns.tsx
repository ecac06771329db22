import { useRef } from 'react';
import type { ColumnChoice } from '../../core/import/corpus/choice';
import { columnUse, withUse } from '../../core/import/corpus/choice';
import type { DateOrder } from '../../core/import/corpus/dates';
import type { FileSeen } from '../../core/import/file-seen';
import { FieldRow } from './article-field-row';
import { UseTable } from './import-table';
import { COLUMN_USES, datesWords } from './import-uses';

interface Props {
  readonly seen: FileSeen;
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
}

/** What each column of a table or a list holds, and how its dates are read. */
export function ImportColumns({ seen, choice, onChoice }: Props) {
  const columns = (seen.columns ?? []).filter(({ filled }) => filled > 0);
  const most = Math.max(0, ...columns.map(({ filled }) => filled));
  const { dates } = seen;
  // A use that the arrows only pass through must not take its field from another column for good.
  const begun = useRef(choice);
  const order = choice.dates ?? dates?.order ?? '';
  return (
    <>
      <UseTable
        head="Column"
        rows={columns.map(({ name, sample, filled }) => ({
          name,
          sample,
          share: filled < most ? `in ${filled.toLocaleString()} of ${most.toLocaleString()}` : null,
          use: columnUse(choice, name),
        }))}
        uses={COLUMN_USES}
        onBegin={() => {
          begun.current = choice;
        }}
        onUse={(name, use) => onChoice(withUse(begun.current, name, use))}
      />
      {choice.fields.text === undefined && (
        <p className="import-warning">Nothing is read yet: say which column holds the texts.</p>
      )}
      {dates && choice.fields.publishedAt !== undefined && (
        <div className="file-fields">
          <FieldRow label="Dates" wide>
            {(id) => (
              <>
                {(dates.open || choice.dates) && (
                  <select
                    id={id}
                    className="field narrow"
                    value={order}
                    onChange={(event) => onChoice({ ...choice, dates: event.target.value as DateOrder })}
                  >
                    {order === '' && <option value="">Which comes first?</option>}
                    <option value="day">Day first</option>
                    <option value="month">Month first</option>
                  </select>
                )}
                <output htmlFor={id} className="field-said">
                  {datesWords(dates)}
                </output>
              </>
            )}
          </FieldRow>
        </div>
      )}
    </>
  );
}
