import type { ReactNode } from 'react';
import { FieldRow } from './article-field-row';
import type { EditableText, Field } from './import-fields';
import { languageName, languages } from './import-words';

interface Props {
  readonly text: EditableText;
  readonly onField: (field: Field, value: string) => void;
  readonly readOnly: boolean;
  /** What stands after a field, such as a button to use its value for all articles. */
  readonly after?: ((field: Field) => ReactNode) | undefined;
  /** Rows of whoever shows the fields: the encoding, a note. */
  readonly children?: ReactNode;
}

/** What is known about an article, to be mended: title, author, outlet, date, language, address. */
export function ArticleFields({ text, onField, readOnly, after, children }: Props) {
  const shared = { text, onField, readOnly, after };
  return (
    <div className="article-fields">
      <TitleField {...shared} />
      <TextField {...shared} field="byline" label="Author" />
      <TextField {...shared} field="outlet" label="Outlet" />
      <TextField {...shared} field="publishedAt" label="Published" type="date" />
      <LanguageField {...shared} />
      <TextField {...shared} field="url" label="Address" type="url" wide />
      {children}
    </div>
  );
}

type FieldProps = Omit<Props, 'children'>;

/** A title may be longer than a line, but has no line ends. */
function TitleField({ text, onField, readOnly }: FieldProps) {
  return (
    <FieldRow label="Title" wide>
      {(id) => (
        <textarea
          id={id}
          className="field title-field"
          rows={1}
          readOnly={readOnly}
          lang={text.language}
          dir="auto"
          value={text.title}
          onChange={(event) => onField('title', event.target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
    </FieldRow>
  );
}

interface TextFieldProps extends FieldProps {
  readonly field: Exclude<Field, 'title' | 'language'>;
  readonly label: string;
  readonly type?: 'text' | 'date' | 'url';
  readonly wide?: boolean;
}

function TextField({
  text,
  onField,
  readOnly,
  after,
  field,
  label,
  type = 'text',
  wide = false,
}: TextFieldProps) {
  return (
    <FieldRow label={label} wide={wide}>
      {(id) => (
        <>
          <input
            id={id}
            className="field"
            type={type}
            readOnly={readOnly}
            value={text[field] ?? ''}
            data-empty={text[field] === undefined}
            spellCheck={false}
            onChange={(event) => onField(field, event.target.value)}
          />
          {after?.(field)}
        </>
      )}
    </FieldRow>
  );
}

function LanguageField({ text: { language }, onField, readOnly, after }: FieldProps) {
  const known = languages().some(([tag]) => tag === language);
  return (
    <FieldRow label="Language">
      {(id) =>
        readOnly ? (
          <input id={id} className="field" readOnly value={languageName(language)} />
        ) : (
          <>
            <select
              id={id}
              className="field"
              value={language}
              onChange={(event) => onField('language', event.target.value)}
            >
              {!known && <option value={language}>{languageName(language)}</option>}
              {languages().map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
            {after?.('language')}
          </>
        )
      }
    </FieldRow>
  );
}
