import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import { reportedThrough } from '../../core/project/attribution';
import type { Layer, Role } from '../../core/project/codebook';
import { layerOf, valueLabel } from '../../core/project/codebook';
import type { Annotation, Project } from '../../core/project/model';
import { resolveRole, speakerIdOf, targetLabel } from '../../core/project/query';
import { setState, useStore } from '../store';
import { Inspector } from './inspector';

/** How much a card says: everything, one role, or one line. */
export type CardSize = 'full' | 'brief' | 'line';

interface CardProps {
  readonly annotation: Annotation;
  readonly size: CardSize;
  readonly project: Project;
}

/** One annotation beside its line: what it is, who is behind it, its note. Opens into the inspector. */
export const Card = memo(function Card({ annotation, size, project }: CardProps) {
  const focused = useStore((state) => state.focusId === annotation.id);
  const hovered = useStore((state) => state.hoverId === annotation.id);
  const inspecting = useStore((state) => state.focusId === annotation.id && state.inspecting);
  const layer = layerOf(project.codebook, annotation.layer);
  const colour = colourOf(annotation, layer);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Tab and Enter reach every card from anywhere in the reader
    <section
      className={`card${focused ? ' focus' : ''}${hovered ? ' hover' : ''}${size === 'full' ? '' : ` ${size}`}`}
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
        <Summary annotation={annotation} layer={layer} project={project} size={size} />
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
  readonly size: CardSize;
}

function Summary({ annotation, layer, project, size }: SummaryProps) {
  const first = layer?.attributes[0];
  const value = first && annotation.attributes[first.id];
  const isPill = first?.kind === 'scale';
  const roles = (layer?.roles ?? []).map((role) => ({ role, ...inWords(project, annotation, role) }));
  // What is nested says so in a line of its own, whether it was set or lies within.
  const told = roles.filter(({ role, text }) => text !== '' && !role.acyclic);
  const outer = throughWhom(project, annotation);
  const { spans, status, certainty, note } = annotation;
  return (
    <>
      <h2>
        {layer?.label ?? annotation.layer}
        {value !== undefined && (
          <span className={isPill ? 'pill' : 'value'}>{valueLabel(first!, value)}</span>
        )}
        {size === 'line' && told[0] && <span className="value">{told[0].text}</span>}
        <span className="grow" />
        {size !== 'full' && note !== '' && <StickyNote role="img" aria-label="has a note" />}
        {spans.length > 1 && <span className="flag">{spans.length} parts</span>}
        {spans.length === 0 && <span className="flag">whole article</span>}
        {size === 'full' && status === 'final' && <span className="flag">final</span>}
      </h2>
      {size === 'full' && <Aside annotation={annotation} layer={layer} />}
      {size !== 'line' && told.length > 0 && (
        <dl>
          {told.slice(0, size === 'brief' ? 1 : undefined).map(({ role, text, aside }) => (
            <div key={role.id}>
              <dt>{role.label}</dt>
              <dd>
                <b>{text}</b> {aside && <span className="inherited">{aside}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {size !== 'line' && outer && (
        <p className="aside nested">
          level {outer.length + 1} · as told by <b>{outer.join(' ‹ ')}</b>
          {outer.length > 1 && <> · finally {outer.at(-1)}</>}
        </p>
      )}
      {size === 'full' && certainty !== 'certain' && <p className="aside">{certainty}</p>}
      {size === 'full' && note !== '' && <p className="note">{note}</p>}
    </>
  );
}

/** Who reported a nested attribution, innermost first, so that the one finally responsible stands last. */
function throughWhom(project: Project, annotation: Annotation): readonly string[] | null {
  const outer = reportedThrough(project, annotation);
  if (outer.length === 0) return null;
  const who = outer.map((quote) => {
    const role = layerOf(project.codebook, quote.layer)?.roles.find(({ targets }) =>
      targets.includes('speaker'),
    );
    return (role && inWords(project, quote, role).text) || 'someone unnamed';
  });
  return who.reverse();
}

/** The attributes beyond the first that say more than their defaults. */
function Aside({ annotation, layer }: { annotation: Annotation; layer: Layer | undefined }) {
  const words = (layer?.attributes ?? [])
    .slice(1)
    .filter((attribute) => isTelling(annotation, attribute))
    .map((attribute) => wordOf(attribute, valueLabel(attribute, annotation.attributes[attribute.id])));
  return words.length === 0 ? null : <p className="aside">{words.join(' · ')}</p>;
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
