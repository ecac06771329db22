/** The IRIs of a project's things. Ids need no escaping: they are letters, digits and hyphens. */
export function iriOf(projectId: string, kind: IriKind, id: string): string {
  return `urn:marginalia:${projectId}:${kind}:${id}`;
}

const KINDS = ['article', 'annotation', 'speaker', 'claim', 'annotator', 'author', 'link', 'page'] as const;
export type IriKind = (typeof KINDS)[number];

/** What an IRI names, or null when it is not one of ours. */
export function readIri(iri: unknown): { projectId: string; kind: IriKind; id: string } | null {
  if (typeof iri !== 'string') return null;
  const [, projectId, name, id] = /^urn:marginalia:([^:]+):([^:]+):([^:]+)/.exec(iri) ?? [];
  const kind = KINDS.find((known) => known === name);
  return projectId !== undefined && kind && id !== undefined ? { projectId, kind, id } : null;
}
