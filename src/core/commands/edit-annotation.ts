import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import { sameValue } from '../change/same-value';
import { layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Certainty, Project, Status, Target } from '../project/model';
import { findAnnotation } from '../project/query';
import { targetsIn } from '../project/roles';
import { contextOf } from '../text/context';
import type { Span } from '../text/span';
import { assertSpan, normalise } from '../text/span';
import { fits, relayered } from './relayer';

/** Which annotation is meant and when it was changed; every command on one annotation takes it. */
interface Edit {
  readonly id: string;
  readonly at: string;
}

/** The change from an annotation to `edit` of it; times move only when something else did. */
function edited(project: Project, { id, at }: Edit, edit: (before: Annotation) => Annotation): Change {
  const before = findAnnotation(project, id);
  if (!before) throw new Error(`no annotation ${id}`);
  const after = edit(before);
  return changeOf('annotations', sameValue(before, after) ? [] : [[before, { ...after, updatedAt: at }]]);
}

/** Resizes it, or adds or removes a passage. Spans are UTF-16. Throws for a span outside the text, or none. */
export function setSpans(project: Project, args: Edit & { readonly spans: readonly Span[] }): Change {
  return edited(project, args, (before) => {
    const article = project.articles.get(before.articleId);
    if (!article) throw new Error(`no article ${before.articleId}`);
    for (const span of args.spans) assertSpan(article.text, span);
    const spans = normalise(args.spans);
    if (spans.length === 0 && !layerOf(project.codebook, before.layer)?.wholeArticle) {
      throw new Error('an annotation of this layer needs a passage');
    }
    return { ...before, spans, ...contextOf(article.text, spans) };
  });
}

/** Sets one attribute, or unsets it when `value` is null. */
export function setAttribute(
  project: Project,
  args: Edit & { readonly attribute: string; readonly value: AttributeValue | null },
): Change {
  return edited(project, args, (before) => {
    const { [args.attribute]: _, ...rest } = before.attributes;
    return { ...before, attributes: args.value === null ? rest : { ...rest, [args.attribute]: args.value } };
  });
}

/**
 * Sets the targets of one role; an empty list unsets it. Throws when the codebook allows fewer targets,
 * asks for a contiguous passage, or when following an acyclic role would lead back to this annotation.
 */
export function setRole(
  project: Project,
  args: Edit & { readonly role: string; readonly targets: readonly Target[] },
): Change {
  return edited(project, args, (before) => {
    const role = layerOf(project.codebook, before.layer)?.roles.find((next) => next.id === args.role);
    if (!role) throw new Error(`the layer has no role ${args.role}`);
    if (role.max !== undefined && args.targets.length > role.max) {
      throw new Error(`“${role.label}” takes at most ${role.max}`);
    }
    for (const target of args.targets) {
      if (role.contiguous && 'spans' in target && target.spans.length > 1) {
        throw new Error(`“${role.label}” is one passage without a gap`);
      }
      if (role.acyclic && 'annotation' in target && leadsTo(project, target.annotation, role.id, before.id)) {
        throw new Error('that would nest the annotation in itself');
      }
    }
    const { [role.id]: _, ...rest } = before.roles;
    return { ...before, roles: args.targets.length === 0 ? rest : { ...rest, [role.id]: args.targets } };
  });
}

/** Does following `role` from annotation `from` reach annotation `goal`? */
function leadsTo(project: Project, from: string, role: string, goal: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const target of targetsIn(findAnnotation(project, id)?.roles ?? {}, role)) {
      if ('annotation' in target) waiting.push(target.annotation);
    }
  }
  return false;
}

/** Sets the note. */
export function setNote(project: Project, args: Edit & { readonly note: string }): Change {
  return edited(project, args, (before) => ({ ...before, note: args.note }));
}

/** Sets how sure the annotator is. */
export function setCertainty(project: Project, args: Edit & { readonly certainty: Certainty }): Change {
  return edited(project, args, (before) => ({ ...before, certainty: args.certainty }));
}

/** Marks it draft or final. */
export function setStatus(project: Project, args: Edit & { readonly status: Status }): Change {
  return edited(project, args, (before) => ({ ...before, status: args.status }));
}

/** Moves it to another layer; see `relayered` for what is kept. Throws where the new layer needs a passage. */
export function changeLayer(project: Project, args: Edit & { readonly layer: string }): Change {
  const layer = layerOf(project.codebook, args.layer);
  if (!layer) throw new Error(`no layer ${args.layer} in the codebook`);
  return edited(project, args, (before) => {
    if (!fits(before, layer)) throw new Error(`a ${layer.label} needs a passage`);
    return relayered(before, layer);
  });
}
