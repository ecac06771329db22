import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Project } from '../project/model';
import type { SavedQuery, Selection } from '../project/select';

/**
 * Keeps a selection with the project under a name; one with the same id is replaced. Throws for an empty
 * name, and for one that another has.
 */
export function saveQuery(
  project: Project,
  args: { readonly id: string; readonly name: string; readonly selection: Selection },
): Change {
  const query: SavedQuery = { id: args.id, name: nameFor(project, args), selection: args.selection };
  const queries = queriesOf(project);
  const at = queries.findIndex(({ id }) => id === args.id);
  return withQueries(project, at < 0 ? [...queries, query] : queries.with(at, query));
}

/** Gives a saved selection another name. Throws when it is not there, and as `saveQuery`. */
export function renameQuery(project: Project, args: { readonly id: string; readonly name: string }): Change {
  const query = queriesOf(project).find(({ id }) => id === args.id);
  if (!query) throw new Error(`no saved filter ${args.id}`);
  return saveQuery(project, { ...query, name: args.name });
}

/** Forgets a saved selection; no change when it is not there. */
export function deleteQuery(project: Project, args: { readonly id: string }): Change {
  return withQueries(
    project,
    queriesOf(project).filter(({ id }) => id !== args.id),
  );
}

const queriesOf = ({ info }: Project): readonly SavedQuery[] => info.queries ?? [];

function nameFor(project: Project, { id, name }: { readonly id: string; readonly name: string }): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Error('a saved filter needs a name');
  const lower = trimmed.toLowerCase();
  if (queriesOf(project).some((query) => query.id !== id && query.name.toLowerCase() === lower)) {
    throw new Error(`there is a saved filter “${trimmed}” already`);
  }
  return trimmed;
}

function withQueries(project: Project, queries: readonly SavedQuery[]): Change {
  const { queries: _, ...info } = project.info;
  return changeOf('info', [[project.info, queries.length === 0 ? info : { ...info, queries }]]);
}
