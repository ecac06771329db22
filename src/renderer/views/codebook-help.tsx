import { editLayer } from '../../core/commands/codebook-layers';
import type { Layer } from '../../core/project/codebook';
import { now, perform } from '../store';
import { CommitField } from '../ui/commit-field';
import { Examples } from './codebook-examples';
import { Named } from './codebook-field';

/** What a layer means: a definition, examples, rules. Shown to whoever tags with it. */
export function LayerHelp({ layer, disabled }: { layer: Layer; disabled: boolean }) {
  const { id, label, description, examples, rules } = layer;
  const edit = (fields: Parameters<typeof editLayer>[1]['fields'], what: string) =>
    perform(`edit ${what}`, (project) => editLayer(project, { layer: id, fields, at: now() }));
  const text = (words: string) => words.trim() || undefined;
  return (
    <section className="codebook-part help">
      <Named label="Definition">
        <CommitField
          label="Definition"
          kind="area"
          placeholder="What it is, in a sentence or two"
          value={description ?? ''}
          disabled={disabled}
          onCommit={(words) => edit({ description: text(words) }, 'definition')}
        />
      </Named>
      <Named label="Examples">
        <Examples
          of={label}
          examples={examples}
          disabled={disabled}
          onChange={(list) => edit({ examples: list }, 'examples')}
        />
      </Named>
      <Named label="Rules">
        <CommitField
          label="Rules"
          kind="area"
          placeholder="How to decide: what counts, what does not, where it begins and ends. One rule a line."
          value={rules ?? ''}
          disabled={disabled}
          onCommit={(words) => edit({ rules: text(words) }, 'rules')}
        />
      </Named>
    </section>
  );
}
