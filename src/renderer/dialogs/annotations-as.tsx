import { useId } from 'react';
import type { Reader } from '../../core/formats/format';
import { READERS } from '../../core/formats/registry';
import { Pick } from './annotations-pick';
import { readAgain } from './annotations-read';
import { useIncoming } from './annotations-store';

/** How the files are read: as what they look like, or as the person says. */
export function ReadAs() {
  const as = useIncoming((state) => state.as);
  const recognised = useIncoming((state) => state.recognised);
  const reading = useIncoming((state) => state.reading);
  const misread = useIncoming((state) => state.misread);
  const said = useId();
  const option = ({ id, label }: Reader) => [id, label] as const;
  const found = READERS.filter(({ id }) => id === recognised);
  const others = READERS.filter(({ id }) => id !== recognised).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <span className="label">Read as</span>
      <div className="annotations-as">
        <Pick
          label="Read as"
          value={as ?? ''}
          describedBy={misread ? said : undefined}
          groups={[
            { options: as === null ? [['', 'Choose a format']] : [] },
            { label: 'What they look like', options: found.map(option) },
            { label: found.length > 0 ? 'Other formats' : 'Formats', options: others.map(option) },
          ]}
          onPick={(format) => void readAgain(format)}
        />
        {reading && <span className="aside">Reading…</span>}
        {as !== null && as !== recognised && !reading && <span className="aside">your choice</span>}
        {misread && (
          <p id={said} role="alert">
            {misread}
          </p>
        )}
      </div>
    </>
  );
}
