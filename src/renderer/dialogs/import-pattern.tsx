import { useRef } from 'react';
import type { FileSeen } from '../../core/import/file-seen';
import { labelKey } from '../../core/import/split/labels';
import type { SplitRule } from '../../core/import/split/rule';
import { SPLIT_PRESETS } from '../../core/import/split/rule';
import { useStore } from '../store';
import { FieldRow } from './article-field-row';
import { UseTable } from './import-table';
import { FIELD_USES } from './import-uses';

interface Props {
  readonly seen: FileSeen;
  readonly rule: SplitRule;
  readonly onRule: (rule: SplitRule) => void;
}

/** What parts a file into articles, and what becomes of the lines with labels in them. */
export function ImportPattern({ seen, rule, onRule }: Props) {
  const remembered = useStore(({ settings }) => settings.reading?.splits);
  const own = useRef<HTMLInputElement>(null);
  const before = (remembered ?? []).filter(
    ({ pattern }) => !SPLIT_PRESETS.some((preset) => preset.pattern === pattern),
  );
  const named = [
    ...SPLIT_PRESETS.map(({ id, name, pattern, line, cover }) => ({
      id,
      name,
      pattern,
      line,
      cover,
      fields: {},
    })),
    ...before.map((one) => ({ ...one, id: one.pattern, name: `As before: ${one.pattern.slice(0, 40)}` })),
  ];
  const chosen = named.find(({ pattern }) => pattern === rule.pattern)?.id ?? 'own';
  const choose = (id: string) => {
    const next = named.find((one) => one.id === id);
    if (!next) return own.current?.focus();
    const { pattern, line, cover, fields } = next;
    onRule({ pattern, line, cover, fields: { ...rule.fields, ...fields } });
  };
  const labels = seen.fields ?? [];
  return (
    <>
      <div className="file-fields">
        <FieldRow label="Parted by" wide>
          {(id) => (
            <select
              id={id}
              className="field narrow"
              value={chosen}
              onChange={(event) => choose(event.target.value)}
            >
              {named.map(({ id: value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
              <option value="own">A pattern of my own</option>
            </select>
          )}
        </FieldRow>
        <FieldRow label="Pattern" wide>
          {(id) => (
            <input
              id={id}
              ref={own}
              className="field pattern"
              spellCheck={false}
              autoComplete="off"
              aria-describedby="pattern-help"
              value={rule.pattern}
              onChange={(event) => onRule({ ...rule, pattern: event.target.value })}
            />
          )}
        </FieldRow>
        <p className="field-note" id="pattern-help">
          A regular expression that one line of the file fits. Upper and lower case are alike.
          {seen.format === 'html' &&
            ' Of a web page lines are as they are read; headings begin with #, rules are ---.'}
        </p>
        <FieldRow label="That line" wide>
          {(id) => (
            <select
              id={id}
              className="field narrow"
              value={rule.line}
              onChange={(event) => onRule({ ...rule, line: event.target.value as SplitRule['line'] })}
            >
              <option value="between">stands between two articles and is left out</option>
              <option value="begins">begins an article and belongs to it</option>
            </select>
          )}
        </FieldRow>
        <label className="check-row">
          <input
            type="checkbox"
            checked={rule.cover}
            onChange={(event) => onRule({ ...rule, cover: event.target.checked })}
          />
          Leave out what stands before the first such line
          {seen.cover && <small title={seen.cover}>“{seen.cover.replace(/\s+/g, ' ').slice(0, 70)}…”</small>}
        </label>
      </div>
      {labels.length > 0 && (
        <>
          <h4>Lines that begin with a label</h4>
          <UseTable
            head="Label"
            rows={labels.map(({ label, sample, count, use }) => ({
              name: label,
              sample,
              share:
                count < seen.count ? `in ${count.toLocaleString()} of ${seen.count.toLocaleString()}` : null,
              use: rule.fields[labelKey(label)] ?? use,
            }))}
            uses={FIELD_USES}
            onUse={(label, use) => onRule({ ...rule, fields: { ...rule.fields, [labelKey(label)]: use } })}
          />
        </>
      )}
    </>
  );
}
