import type { ReactNode } from 'react';
import { useState } from 'react';
import { ArticleFields } from './article-fields';
import { ArticleParts } from './article-parts';
import type { Edit, EditableText, Field } from './import-fields';

interface Props {
  readonly text: EditableText;
  readonly onField: (field: Field, value: string) => void;
  /** An edit of the blocks; edits in a row with the same tag are one step. */
  readonly onEdit: (tag: string, edit: Edit) => void;
  readonly readOnly?: boolean;
  /** Do its parts follow what is known about it? */
  readonly withText?: boolean;
  readonly after?: (field: Field) => ReactNode;
  /** What must be read first: that it is a duplicate, that it cannot be changed. */
  readonly warning?: ReactNode;
  /** Further rows of fields. */
  readonly children?: ReactNode;
}

/** An article as a page to be mended: what is known about it, then its parts. */
export function ArticleEditor({
  text,
  onField,
  onEdit,
  readOnly = false,
  withText = true,
  after,
  warning,
  children,
}: Props) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  return (
    <div
      className="article-editor"
      ref={setScroller}
      role="group"
      aria-label={text.title}
      tabIndex={readOnly ? 0 : undefined}
    >
      {warning}
      <ArticleFields text={text} onField={onField} readOnly={readOnly} after={after}>
        {children}
      </ArticleFields>
      <div className="parts-head">
        <h3>Text</h3>
        <p>
          {readOnly ? (
            'The words of an article never change.'
          ) : (
            <>
              <kbd>↑</kbd> <kbd>↓</kbd> move, a letter changes what a part is: <kbd>T</kbd> title,{' '}
              <kbd>P</kbd> paragraph… <kbd>J</kbd> joins it with the next
            </>
          )}
        </p>
      </div>
      {withText && scroller && (
        <ArticleParts key={text.sha256} text={text} onEdit={onEdit} readOnly={readOnly} scroller={scroller} />
      )}
    </div>
  );
}
