import { importAnnotations } from '../../../core/commands/import-annotations';
import { textProblem } from '../../../core/formats/carriable';
import type { Arrival } from '../../../core/import-annotations/arrive';
import { foreignLayers } from '../../../core/import-annotations/foreign-layers';
import { proposeMapping } from '../../../core/import-annotations/propose-mapping';
import type { Project } from '../../../core/project/model';
import {
  parseAnnotation,
  parseAnnotator,
  parseArticle,
  parseChange,
  parseClaim,
  parseCodebook,
  parseInfo,
  parseReading,
  parseSpeaker,
  placementProblem,
} from '../../../core/project/validate';
import { contextOf } from '../../../core/text/context';
import { holds, messageFault } from './faults';

/** Throws a Fault, or what a parser says, for annotations that are not what a project holds. */
export function checkArrival({ project, articles, warnings, lostQuotes }: Arrival, ours: Project): void {
  parseInfo(project.info);
  const codebook = parseCodebook(project.codebook);
  const layers = new Map(codebook.layers.map((layer) => [layer.id, layer]));
  holds(layers.size === codebook.layers.length, 'two layers have one id');
  rows(project.speakers, parseSpeaker);
  rows(project.claims, parseClaim);
  rows(project.annotators, parseAnnotator);
  rows(project.readings, parseReading);
  rows(project.articles, parseArticle);
  const ids = new Set<string>();
  for (const [articleId, list] of project.annotations) {
    const article = project.articles.get(articleId);
    if (!article) continue; // counted as left out
    holds(textProblem(article.text) === null, 'a text that no file can carry');
    for (const annotation of list) {
      parseAnnotation(annotation);
      holds(!ids.has(annotation.id), () => `two annotations have the id ${annotation.id}`);
      ids.add(annotation.id);
      holds(placementProblem(annotation, article) === null, () => `${placementProblem(annotation, article)}`);
      const { quote, prefix, suffix } = contextOf(article.text, annotation.spans);
      holds(quote === annotation.quote, () => `the quote is “${annotation.quote}” and not “${quote}”`);
      holds(
        prefix === annotation.prefix && suffix === annotation.suffix,
        'the words around a quote are others',
      );
      holds(layers.has(annotation.layer), () => `the layer ${annotation.layer} is not in the codebook`);
    }
  }
  for (const { moved, lost } of articles) holds(moved >= 0 && lost >= 0, 'counts');
  for (const warning of warnings) {
    const fault = messageFault(warning);
    holds(fault === null, () => `in a warning, ${fault}`);
  }
  holds(lostQuotes.length <= 20, 'too many quotes');
  checkImport({ project, articles, warnings, lostQuotes } as Arrival, ours);
}

/** The change that importing all of it makes is one that the store takes. */
function checkImport(part: Arrival, ours: Project): void {
  const proposed = proposeMapping(foreignLayers(part.project), ours.codebook);
  const mapping = Object.fromEntries([...proposed].map(([id, layer]) => [id, layer.mapping]));
  const request = {
    part: { ...part, format: { id: 'x', label: 'X', unit: 'utf16' as const } },
    mapping,
    annotator: 'theirs' as const,
    newArticles: true,
    ids: 'zz',
    at: '2024-01-01T00:00:00.000Z',
  };
  const { annotations = {}, annotators = {} } = parseChange(importAnnotations(ours, request));
  for (const [, after] of Object.values(annotations))
    holds(
      !after || ours.annotators.has(after.annotatorId) || Object.hasOwn(annotators, after.annotatorId),
      () => `nobody is ${after?.annotatorId}`,
    );
}

function rows<Row extends { readonly id: string }>(
  table: ReadonlyMap<string, Row>,
  parse: (row: unknown) => Row,
): void {
  for (const [id, row] of table) holds(parse(row).id === id, () => `the row ${row.id} is called ${id}`);
}
