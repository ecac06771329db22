import type { Layer } from '../../core/project/codebook';
import { Marked } from '../ui/marked';

/** Does the codebook explain the layer at all? */
export const hasHelp = ({ description, examples, rules }: Layer): boolean =>
  Boolean(description || rules) || (examples?.length ?? 0) > 0;

/** What a layer means, as the codebook explains it: definition, examples, rules. */
export function LayerHelp({
  layer: { label, description, examples = [], rules = '', colour },
}: {
  layer: Layer;
}) {
  const lines = rules.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      <p className={colour}>
        <b>{label}</b> {description}
      </p>
      {examples.length > 0 && (
        <ul className="help-examples">
          {examples.map((example) => (
            <li key={example}>
              <Marked text={example} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <ul className="help-rules">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
