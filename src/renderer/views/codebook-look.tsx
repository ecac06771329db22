import { editLayer } from '../../core/commands/codebook-layers';
import type { Layer } from '../../core/project/codebook';
import { COLOURS, FORMS } from '../../core/project/codebook';
import { now, perform } from '../store';
import { Check, Named } from './codebook-field';
import { KeyField } from './codebook-key';
import { Sample } from './codebook-sample';
import { COLOUR_NAMES, FORM_NAMES } from './codebook-words';

/** How a layer looks and is reached: colour, form, key; and whether it may speak of whole articles. */
export function LayerLook({ layer, disabled }: { layer: Layer; disabled: boolean }) {
  const { id, colour, form, wholeArticle } = layer;
  const edit = (fields: Parameters<typeof editLayer>[1]['fields'], what: string) =>
    perform(what, (project) => editLayer(project, { layer: id, fields, at: now() }));
  return (
    <aside className="details" aria-label="Look and key">
      <Named label="Colour">
        <fieldset className="chips" aria-label="Colour" disabled={disabled}>
          {COLOURS.map((next) => (
            <button
              key={next}
              type="button"
              className="chip"
              aria-pressed={next === colour}
              onClick={() => edit({ colour: next }, 'change colour')}
            >
              <i className={`swatch ${next}`} aria-hidden="true" />
              {COLOUR_NAMES[next]}
            </button>
          ))}
        </fieldset>
      </Named>
      <Named label="Form">
        <fieldset className="chips forms" aria-label="Form" disabled={disabled}>
          {FORMS.map((next) => (
            <button
              key={next}
              type="button"
              className="chip"
              aria-pressed={next === form}
              title={FORM_NAMES[next]}
              onClick={() => edit({ form: next }, 'change form')}
            >
              <span aria-hidden="true">
                <Sample form={next} colour={colour}>
                  word
                </Sample>
              </span>
              <span className="visually-hidden">{FORM_NAMES[next]}</span>
            </button>
          ))}
        </fieldset>
      </Named>
      <Named label="Key">
        <KeyField layer={layer} disabled={disabled} />
      </Named>
      <Check
        checked={wholeArticle ?? false}
        disabled={disabled}
        onChange={(whole) =>
          edit({ wholeArticle: whole || undefined }, whole ? 'allow whole articles' : 'ask for passages')
        }
      >
        May speak of a whole article
        <small>Then its key also tags without a selection.</small>
      </Check>
      <p className="aside stored">
        Stored and exported as <code>{id}</code>, whatever it is called.
      </p>
    </aside>
  );
}
