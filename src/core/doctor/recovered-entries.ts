import type { Attribute, Codebook, Layer } from '../project/codebook';
import { layerOf, TARGET_KINDS } from '../project/codebook';
import type { Annotation, Annotator, Claim, Project, Speaker } from '../project/model';
import { allAnnotations } from '../project/query';
import { lostTarget } from './check-project';

/** The codebook with a layer for each that annotations carry and it has lost; the same when it has lost none. */
export function withLostLayers({ codebook }: Project, annotations: Iterable<Annotation>): Codebook {
  const lost = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    if (layerOf(codebook, annotation.layer)) continue;
    lost.set(annotation.layer, [...(lost.get(annotation.layer) ?? []), annotation]);
  }
  let next = codebook;
  for (const [id, carriers] of lost)
    next = { ...next, layers: [...next.layers, recoveredLayer(next, id, carriers)] };
  return next;
}

function recoveredLayer(codebook: Codebook, id: string, carriers: readonly Annotation[]): Layer {
  const attributes = new Map<string, unknown[]>();
  const roles = new Set<string>();
  for (const annotation of carriers) {
    for (const role of Object.keys(annotation.roles)) roles.add(role);
    for (const [name, value] of Object.entries(annotation.attributes))
      attributes.set(name, [...(attributes.get(name) ?? []), value]);
  }
  return {
    id,
    label: freeLabel(codebook, `Recovered: ${id}`),
    description: 'Annotations carried this layer and the codebook did not have it.',
    colour: 'neutral',
    form: 'tint',
    key: freeKey(codebook),
    on: true,
    wholeArticle: carriers.some(({ spans }) => spans.length === 0),
    attributes: [...attributes].map(([name, values]) => recoveredAttribute(name, values)),
    roles: [...roles].map((role) => ({ id: role, label: role, targets: TARGET_KINDS })),
  };
}

function recoveredAttribute(id: string, values: readonly unknown[]): Attribute {
  if (values.every((value) => typeof value === 'number')) return { id, label: id, kind: 'number' };
  const seen = [...new Set(values.flat().map(String))];
  if (values.every(Array.isArray))
    return { id, label: id, kind: 'multiple', values: seen.map((value) => ({ id: value, label: value })) };
  return { id, label: id, kind: 'text' };
}

/** A letter that no layer has; a codebook of 26 layers and more has to share one. */
function freeKey({ layers }: Codebook): string {
  const taken = new Set(layers.map(({ key }) => key));
  return [...'zyxwvutsrqponmlkjihgfedcba'].find((letter) => !taken.has(letter)) ?? 'z';
}

function freeLabel({ layers }: Codebook, label: string): string {
  const taken = new Set(layers.map((layer) => layer.label.toLowerCase()));
  let next = label;
  for (let number = 2; taken.has(next.toLowerCase()); number++) next = `${label} (${number})`;
  return next;
}

/** Entries of the registers that something points at and that are not there. */
export interface RecoveredEntries {
  readonly speakers: readonly Speaker[];
  readonly claims: readonly Claim[];
  readonly annotators: readonly Annotator[];
}

/** An entry for each speaker, claim and annotator that is named and not there. */
export function recoveredEntries(project: Project, annotations: readonly Annotation[]): RecoveredEntries {
  const speakers = new Set<string>();
  const claims = new Set<string>();
  const annotators = new Set<string>();
  const ids = new Set([...allAnnotations(project), ...annotations].map(({ id }) => id));
  for (const { roles, annotatorId } of annotations) {
    if (!project.annotators.has(annotatorId)) annotators.add(annotatorId);
    for (const target of Object.values(roles).flat()) {
      const [what, id] = lostTarget(project, target, ids) ?? [];
      if (what === 'a speaker') speakers.add(id!);
      if (what === 'a claim') claims.add(id!);
    }
  }
  for (const { supports = [], contradicts = [] } of project.claims.values()) {
    for (const id of [...supports, ...contradicts]) if (!project.claims.has(id)) claims.add(id);
  }
  const note = 'Something pointed at this entry and it was not there.';
  return {
    speakers: [...speakers].map((id) => ({
      id,
      name: `Recovered (${id})`,
      aliases: [],
      kind: 'unspecified',
      note,
    })),
    claims: [...claims].map((id) => ({ id, wording: `Recovered (${id})`, note })),
    annotators: [...annotators].map((id) => ({ id, name: `Recovered (${id})` })),
  };
}
