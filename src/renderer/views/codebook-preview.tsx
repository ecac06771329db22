import type { Layer } from '../../core/project/codebook';
import { signed } from '../../core/project/codebook';
import { Sample } from './codebook-sample';

const PLAIN = 'The harbour master said **the crane was fine until Easter**, and left.';

/** One line of text with a mark of the layer in it: its first example, where that says what would be marked. */
export function Preview({ layer }: { layer: Layer }) {
  const example = layer.examples?.find((text) => /\*\*.+\*\*/.test(text)) ?? PLAIN;
  const [before = '', marked = '', after = ''] = /^(.*?)\*\*(.+?)\*\*(.*)$/s.exec(example)?.slice(1) ?? [];
  const first = layer.attributes[0];
  const sign = first?.kind === 'scale' && first.diverging ? first.min : undefined;
  return (
    <figure className="codebook-preview" aria-label={`How a mark of ${layer.label} looks`}>
      <p>
        {before}
        <Sample
          form={layer.form}
          colour={sign === undefined ? layer.colour : sign < 0 ? 'neg' : 'pos'}
          sign={sign === undefined ? undefined : signed(sign)}
          below={8}
        >
          {marked}
        </Sample>
        {after.replaceAll('**', '')}
      </p>
    </figure>
  );
}
