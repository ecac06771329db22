import type { Codebook } from '../../project/codebook';
import type { Annotation } from '../../project/model';
import { guidOf } from './guid';

/** The GUIDs of what a project holds: the same in every export of it, and others in other projects. */
export interface Guids {
  readonly codebook: Codebook;
  of(kind: string, ...names: readonly string[]): string;
  user(annotator: string): string;
  /** What shows the annotation: its first selection, or its coding of the whole source. */
  main(annotation: Annotation): string;
  /** Undefined for what is not written. */
  annotation(id: string): string | undefined;
  speaker(id: string): string | undefined;
  claim(id: string): string | undefined;
}

/** `written`: the annotations, and the registers’ entries, that are in the file. */
export function guidsOf(
  project: string,
  codebook: Codebook,
  written: {
    readonly annotations: ReadonlyMap<string, Annotation>;
    readonly speakers: ReadonlyMap<string, unknown>;
    readonly claims: ReadonlyMap<string, unknown>;
  },
): Guids {
  const of: Guids['of'] = (kind, ...names) => guidOf(project, kind, ...names);
  const main: Guids['main'] = ({ id, spans }) => of(spans.length > 0 ? 'selection' : 'coding', id, '0');
  return {
    codebook,
    of,
    user: (annotator) => of('user', annotator),
    main,
    annotation(id) {
      const found = written.annotations.get(id);
      return found && main(found);
    },
    speaker: (id) => (written.speakers.has(id) ? of('case', id) : undefined),
    claim: (id) => (written.claims.has(id) ? of('claim', id) : undefined),
  };
}
