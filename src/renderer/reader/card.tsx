import { memo } from 'react';
import type { Layer, Role } from '../../core/project/codebook';
import { layerOf, valueLabel } from '../../core/project/codebook';
import type { Annotation, Project } from '../../core/project/model';
import { resolveRole, speakerIdOf, targetLabel } from '../../core/project/query';
import { setState, useStore } from '../store';
import { Inspector } from './inspector';

/** One annotation beside its line: what it is, who is behind it, its note. Opens into the inspector. */
export const Card = memo(function Card({
  annotation,
  compact,
}: {
  annotation: Annotation;
  compact: boolean;
}) {
  const project = useStore((state) => state.project)!;
  const focused = useStore((state) => state.focusId === annotation.id);
  const hovered = useStore((state) => state.hoverId === annotation.id);
  const inspecting = useStore((state) => state.focusId === annotation.id && state.inspecting);
  const layer = layerOf(project.codebook, annotation.layer);
  const colour = colourOf(annotation, layer);
  const small = compact && !focused;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Tab and Enter reach every card from anywhere in the reader
    <section
      className={`card${focused ? ' focus' : ''}${hovered ? ' hover' : ''}${small ? ' compact' : ''}`}
      style={{ '--k': `var(--${colour})`, '--t': `var(--${colour}-tint)` } as React.CSSProperties}
      aria-label={`${layer?.label ?? annotation.layer}: ${annotation.quote}`}
      aria-current={focused || undefined}
      onPointerEnter={() => setState({ hoverId: annotation.id })}
      onPointerLeave={() => setState({ hoverId: null })}
      onClick={() => setState({ focusId: annotation.id, passage: null })}
      onDoubleClick={() => setState({ focusId: annotation.id, inspecting: true })}
    >
      {inspecting ? (
        <Inspector annotation={annotation} layer={layer} />
      ) : (
        <Summary annotation={annotation} layer={layer} project={project} small={small} />
      )}
    </section>
  );
});

/** The colour of an annotation: its layer's, or for a diverging scale that of its sign. */
export function colourOf(annotation: Annotation, layer: Layer | undefined): string {
  const first = layer?.attributes[0];
  if (first?.kind === 'scale' && first.diverging) {
    const value = annotation.attributes[first.id];
    return typeof value !== 'number' || value === 0 ? 'neu' : value < 0 ? 'neg' : 'pos';
  }
  return layer?.colour === 'neutral' || !layer ? 'neu' : layer.colour;
}

interface SummaryProps {
  readonly annotation: Annotation;
  readonly layer: Layer | undefined;
  readonly project: Project;
  readonly small: boolean;
}

function Summary({ annotation, layer, project, small }: SummaryProps) {
  const first = layer?.attributes[0];
  const value = first && annotation.attributes[first.id];
  const isPill = first?.kind === 'scale';
  const rest = (layer?.attributes ?? [])
    .slice(1)
    .filter((attribute) => isTelling(annotation, attribute))
    .map((attribute) => wordOf(attribute, valueLabel(attribute, annotation.attributes[attribute.id])));
  const roles = (layer?.roles ?? []).map((role) => ({ role, ...inWords(project, annotation, role) }));
  const told = roles.filter(({ text }) => text !== '');
  return (
    <>
      <h2>
        {layer?.label ?? annotation.layer}
        {value !== undefined && (
          <span className={isPill ? 'pill' : 'value'}>{valueLabel(first!, value)}</span>
        )}
        {small && told[0] && <span className="value">{told[0].text}</span>}
        <span className="grow" />
        {annotation.spans.length > 1 && <span className="value">{annotation.spans.length} parts</span>}
        {annotation.spans.length === 0 && <span className="value">whole article</span>}
        {annotation.status === 'final' && (
          <span className="value" title="Marked as final">
            final
          </span>
        )}
      </h2>
      {!small && rest.length > 0 && <p className="aside">{rest.join(' · ')}</p>}
      {!small && told.length > 0 && (
        <dl>
          {told.map(({ role, text, aside }) => (
            <div key={role.id}>
              <dt>{role.label}</dt>
              <dd>
                <b>{text}</b> {aside && <span className="inherited">{aside}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!small && annotation.certainty !== 'certain' && <p className="aside">{annotation.certainty}</p>}
      {!small && annotation.note !== '' && <p className="note">{annotation.note}</p>}
    </>
  );
}

/** “yes” says nothing without its question. */
function wordOf(attribute: Layer['attributes'][number], value: string): string {
  return /^(?:yes|no|low|medium|high|[\d.,+−-]+)$/.test(value)
    ? `${attribute.label.toLowerCase()}: ${value}`
    : value;
}

/** Is an attribute worth a word on the card: set, and not just its default? */
function isTelling(annotation: Annotation, attribute: Layer['attributes'][number]): boolean {
  const value = annotation.attributes[attribute.id];
  return value !== undefined && value !== '' && !('default' in attribute && attribute.default === value);
}

/** A role in words, and where it was taken from if it is not the annotation's own. */
export function inWords(
  project: Project,
  annotation: Annotation,
  role: Role,
): { text: string; aside: string } {
  const { targets, inheritedFrom, assumed } = resolveRole(project, annotation, role);
  if (assumed) return { text: '', aside: '' };
  const text = targets.map((target) => targetLabel(project, target, annotation.articleId)).join(', ');
  const only = targets.length === 1 ? speakerIdOf(project, targets[0]!, annotation.articleId) : undefined;
  const speaker = only === undefined ? undefined : project.speakers.get(only);
  const own = speaker?.role ?? speaker?.affiliation ?? '';
  return { text, aside: inheritedFrom ? 'from quote' : own };
}
