import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Codebook } from '../project/codebook';
import { isFreeVersion, KEPT_REVISIONS, nextVersion, sameMeaning } from '../project/codebook-version';
import type { Project } from '../project/model';
import { withLayer } from './codebook-parts';

/**
 * The change to an edited codebook; every command on the codebook ends here. Its version is raised when a tag
 * may mean something else from now on (see codebook-version.ts), so that the version an annotation was made
 * with always tells which definitions its maker had before them; `what` joins the list of versions. A new
 * look, key, order or switch leaves the version as it is. Undo restores it with the rest.
 */
export function revised(project: Project, after: Codebook, what: string, at: string): Change {
  const before = project.codebook;
  if (sameMeaning(before, after)) return changeOf('codebook', [[before, after]]);
  return numbered(project, after, nextVersion(project), what, at);
}

function numbered(project: Project, after: Codebook, version: string, what: string, at: string): Change {
  const { codebook } = project;
  const history = [...(codebook.history ?? []), { version, at, what }].slice(-KEPT_REVISIONS);
  return changeOf('codebook', [[codebook, { ...after, version, history }]]);
}

/** Switches a layer on or off for the whole project. */
export function setLayerOn(project: Project, args: { readonly layer: string; readonly on: boolean }): Change {
  const codebook = withLayer(project.codebook, args.layer, (layer) => ({ ...layer, on: args.on }));
  return changeOf('codebook', [[project.codebook, codebook]]);
}

/** Names the codebook. Throws for an empty name. */
export function renameCodebook(project: Project, args: { readonly name: string }): Change {
  const name = args.name.trim();
  if (name === '') throw new Error('a codebook needs a name');
  return changeOf('codebook', [[project.codebook, { ...project.codebook, name }]]);
}

/** Switches the hints of the univocal profile on or off: one quote per word, no nesting. */
export function setUnivocal(
  project: Project,
  args: { readonly univocal: boolean; readonly at: string },
): Change {
  const { univocal: _, ...rest } = project.codebook;
  const codebook = args.univocal ? { ...rest, univocal: true } : rest;
  return revised(project, codebook, args.univocal ? 'one quote per word' : 'quotes may overlap', args.at);
}

/**
 * Puts another codebook in place of the present one. Annotations keep what they carry, also what the new one
 * does not name. It keeps the version it comes with, unless annotations here were made with another codebook
 * of that version. The list of versions is the project's and goes on.
 */
export function replaceCodebook(
  project: Project,
  args: { readonly codebook: Codebook; readonly what: string; readonly at: string },
): Change {
  const before = project.codebook;
  const { history: _, ...incoming } = args.codebook;
  const after = { ...incoming, id: before.id, ...(before.history ? { history: before.history } : {}) };
  if (sameMeaning(before, after)) {
    return changeOf('codebook', [[before, { ...after, version: before.version }]]);
  }
  const version = isFreeVersion(project, after.version) ? after.version : nextVersion(project);
  return numbered(project, after, version, args.what, args.at);
}
