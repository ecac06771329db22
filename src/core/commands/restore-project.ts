import type { Change, Pair } from '../change/change';
import { changeOf, composeAll } from '../change/change';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';

/**
 * Makes the project what it `was`: what came since goes, what went comes back. It stays the same project, and
 * keeps everyone who has annotated in it since, so that names never go missing from the journal.
 */
export function restoreProject(now: Project, { was }: { readonly was: Project }): Change {
  return composeAll([
    changeOf('info', [[now.info, { ...was.info, id: now.info.id }]]),
    changeOf('codebook', [[now.codebook, { ...was.codebook, id: now.codebook.id }]]),
    changeOf('articles', pairs(now.articles, was.articles)),
    changeOf('annotations', pairs(byId(now), byId(was))),
    changeOf('speakers', pairs(now.speakers, was.speakers)),
    changeOf('claims', pairs(now.claims, was.claims)),
    changeOf('readings', pairs(now.readings, was.readings)),
    changeOf('annotators', pairs(now.annotators, new Map([...now.annotators, ...was.annotators]))),
  ]);
}

function* pairs<Row>(now: ReadonlyMap<string, Row>, was: ReadonlyMap<string, Row>): Generator<Pair<Row>> {
  for (const id of new Set([...now.keys(), ...was.keys()])) yield [now.get(id) ?? null, was.get(id) ?? null];
}

function byId(project: Project): ReadonlyMap<string, Annotation> {
  return new Map([...allAnnotations(project)].map((annotation) => [annotation.id, annotation]));
}
