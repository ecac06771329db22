import type { Colour, Form } from '../../core/project/codebook';
import type { Mark } from '../reader/layout';
import { markStyle } from '../reader/mark-style';

interface Props {
  readonly form: Form;
  /** A colour of the tokens, without the dashes. */
  readonly colour: Colour | 'neg' | 'neu' | 'pos';
  readonly children: string;
  readonly sign?: string | undefined;
  /** Room under the line for rules (px). */
  readonly below?: number;
}

/** Words marked as the reader marks them, by the same means; a bracket stands before them. */
export function Sample({ form, colour, children, sign, below = 5 }: Props) {
  const end = children.length;
  // Drawing a mark asks for nothing of the annotation it is of.
  const mark = { form, colour, start: 0, end, lane: 0, depth: 0, ...(sign ? { sign } : {}) } as Mark;
  return (
    <>
      {form === 'bracket' && (
        <i className="sample-bracket" style={{ borderColor: `var(--${colour})` }} aria-hidden="true" />
      )}
      <span
        className="sample"
        data-sign={sign}
        style={markStyle([mark], [], sign ? mark : undefined, 0, end, { below, top: '0px' })}
      >
        {children}
      </span>
    </>
  );
}
