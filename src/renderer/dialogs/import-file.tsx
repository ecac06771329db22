import { hasOpenEncoding } from '../../core/import/file-format';
import type { FileSeen, ReadingWay } from '../../core/import/file-seen';
import type { SplitRule } from '../../core/import/split/rule';
import { isSplittable, SPLIT_PRESETS } from '../../core/import/split/rule';
import type { StagedSource } from '../../shared/api';
import { plural } from '../ui/words';
import { FieldRow } from './article-field-row';
import { ImportColumns } from './import-columns';
import { EncodingSelect } from './import-encoding';
import { ImportPattern } from './import-pattern';
import { ImportSeen } from './import-seen';
import { tryWay, useTrial } from './import-trial';

/** A file that may hold several articles: how it is read, and what its articles would be. */
export function ImportFile({ file }: { file: StagedSource }) {
  const trial = useTrial((now) => (now.trial?.source === file.source ? now.trial : null));
  const seen = trial?.seen ?? file.seen;
  const way = trial?.way ?? file.seen.way;
  const name = file.fileName ?? 'Pasted text';
  const onWay = (next: ReadingWay) => tryWay(file, next);
  return (
    <div className="article-editor file-page" role="group" aria-label={`How ${name} is read`}>
      <div className="file-head">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <output className={trial?.failure ? 'field-said failed' : 'field-said'} aria-live="polite">
          {trial?.failure ?? (trial?.busy ? 'Looking…' : saidOf(seen, way))}
        </output>
      </div>
      <div className="file-fields">
        {isSplittable(seen.format) && <WayField file={file} way={way} />}
        {file.fileName !== null && hasOpenEncoding(seen.format) && (
          <FieldRow label="Encoding" wide>
            {(id) => (
              <>
                <EncodingSelect
                  id={id}
                  value={trial?.encoding ?? seen.encoding}
                  busy={trial?.busy ?? false}
                  onChange={(encoding) => tryWay(file, way, encoding)}
                />
                {!seen.encodingCertain && !trial?.encoding && (
                  <span className="field-said guessed">a guess: check the text</span>
                )}
              </>
            )}
          </FieldRow>
        )}
      </div>
      {way.kind === 'columns' && (
        <ImportColumns
          seen={seen}
          choice={way.choice}
          onChoice={(choice) => onWay({ kind: 'columns', choice })}
        />
      )}
      {way.kind === 'parts' && (
        <ImportPattern seen={seen} rule={way.rule} onRule={(rule) => onWay({ kind: 'parts', rule })} />
      )}
      {seen.count > 0 && (
        <>
          <h4>{seen.count === 1 ? 'The article as it would be' : 'The first articles as they would be'}</h4>
          <ImportSeen seen={seen} busy={trial?.busy ?? false} />
        </>
      )}
      {seen.problems.length > 0 && <Problems problems={seen.problems} count={seen.problemCount} />}
    </div>
  );
}

function saidOf({ count, problemCount }: FileSeen, way: ReadingWay): string {
  if (way.kind === 'parts' && count === 0) return 'No line of the file fits this pattern.';
  if (way.kind === 'parts' && count === 1) return 'Only one article is found.';
  const odd = way.kind === 'columns' ? 'row' : 'part';
  const more = problemCount > 0 ? ` · ${plural(problemCount, odd)} to look at, below` : '';
  return `${plural(count, 'article')}${more}`;
}

/** Is the file one article or several? */
function WayField({ file, way }: { file: StagedSource; way: ReadingWay }) {
  const { offer } = file.seen;
  const { pattern, line, cover } = SPLIT_PRESETS[0]!;
  const first: SplitRule = offer?.rule ?? { pattern, line, cover, fields: {} };
  const before = file.seen.way;
  const parts: ReadingWay = before.kind === 'parts' ? before : { kind: 'parts', rule: first };
  return (
    <FieldRow label="Holds" wide>
      {(id) => (
        <>
          <fieldset className="way" id={id}>
            <legend className="visually-hidden">How many articles this file holds</legend>
            <label>
              <input
                type="radio"
                name="way"
                checked={way.kind === 'one'}
                onChange={() => tryWay(file, { kind: 'one' })}
              />
              one article
            </label>
            <label>
              <input
                type="radio"
                name="way"
                checked={way.kind === 'parts'}
                onChange={() => tryWay(file, parts)}
              />
              several articles
            </label>
          </fieldset>
          {offer && way.kind === 'one' && (
            <span className="field-said guessed">It may hold {plural(offer.count, 'article')}</span>
          )}
        </>
      )}
    </FieldRow>
  );
}

function Problems({ problems, count }: { problems: readonly string[]; count: number }) {
  return (
    <>
      <h4>To look at</h4>
      <ul className="row-problems">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {count > problems.length && <li>There are {(count - problems.length).toLocaleString()} more.</li>}
      </ul>
    </>
  );
}
