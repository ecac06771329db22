import { sameValue } from '../change/same-value';
import type { Codebook } from './codebook';
import type { Project } from './model';
import { allAnnotations } from './query';

/** Older ones are forgotten: the codebook travels with every change made to it. */
export const KEPT_REVISIONS = 100;

const byId = <Part extends { readonly id: string }>(parts: readonly Part[]): readonly Part[] =>
  [...parts].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * What tags of this codebook mean: everything but how its layers look, which key makes them, whether they are
 * switched on, and in which order things stand. Compare with `sameValue`.
 */
function meaningOf({ layers, univocal }: Codebook): unknown {
  return {
    univocal: univocal ?? false,
    layers: byId(layers).map(({ colour: _, form: __, key: ___, on: ____, ...layer }) => ({
      ...layer,
      roles: byId(layer.roles),
      attributes: byId(layer.attributes).map((attribute) =>
        'values' in attribute ? { ...attribute, values: byId(attribute.values) } : attribute,
      ),
    })),
  };
}

/** Do the same tags mean the same in both? Their names, versions and looks may differ. */
export function sameMeaning(a: Codebook, b: Codebook): boolean {
  return sameValue(meaningOf(a), meaningOf(b));
}

/** Has no annotation been made with this version here, and was it never a version of this project? */
export function isFreeVersion({ codebook, ...project }: Project, version: string): boolean {
  if (version === codebook.version || codebook.history?.some((past) => past.version === version))
    return false;
  for (const { codebookVersion } of allAnnotations({ codebook, ...project })) {
    if (codebookVersion === version) return false;
  }
  return true;
}

/** The next version nobody has used: its last number is raised, or ".1" is added where it ends in none. */
export function nextVersion(project: Project): string {
  let { version } = project.codebook;
  do version = raised(version);
  while (!isFreeVersion(project, version));
  return version;
}

function raised(version: string): string {
  const [, head, last] = /^(.*?)(\d{1,15})$/s.exec(version) ?? [];
  return last === undefined ? `${version}.1` : `${head}${Number(last) + 1}`;
}
