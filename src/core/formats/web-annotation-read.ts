import type { Codebook } from '../project/codebook';
import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import type { Annotation, Article, Target } from '../project/model';
import { parseAnnotation } from '../project/validate';
import { contextOf } from '../text/context';
import { normalise } from '../text/span';
import { attributeOf, valueOfTexts } from './attribute-values';
import { readCodebookFile } from './codebook-file';
import { fileWith } from './file-name';
import type { FormatFile, Parsed } from './format';
import { readJson } from './read-json';
import { Recovered } from './recovered';
import { readTag } from './tag-text';
import { readIri } from './web-iris';
import { bodiesOf, itemsOf, type Json, listOf, purposesOf, record } from './web-json';
import { WebSources } from './web-sources';

/**
 * Reads W3C annotations onto `articles`: those we wrote, and those of other tools whose sources are the URLs
 * of articles. A body that classifies names the layer ("annotation" without one); tags of the form
 * "name: value" are attributes, other tags the attribute "tag"; comments are the note. What cannot be placed
 * is left out, and the warnings say how many, and which unit the positions counted.
 */
export function readWebAnnotations(
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article> = new Map(),
): Parsed {
  const { path, data } = fileWith(files, '.jsonld');
  const codebook = readCodebookFile(files) ?? DEFAULT_CODEBOOK;
  const json = readJson(path, data);
  const items = itemsOf(json.value);
  if (!items) throw json.faultAt([], 'this holds no W3C annotations');
  const reading: Reading = {
    sources: new WebSources(articles),
    codebook,
    recovered: new Recovered(),
    links: new Map(),
  };
  const isLink = ({ item }: { item: Json }) => readIri(item.target)?.kind === 'annotation';
  for (const link of items.list.filter(isLink)) json.at(link.path, () => readLink(reading, link.item));
  items.list.forEach((own, index) => {
    if (!isLink(own)) json.at(own.path, () => readOwn(reading, own.item, `imported-${index + 1}`));
  });
  const { id, label } = record(json.value);
  const [, projectId] = /^urn:marginalia:([^:]+)$/.exec(String(id)) ?? [];
  const info = projectId !== undefined && typeof label === 'string' ? { id: projectId, name: label } : {};
  const warnings = [...json.warnings, ...reading.sources.warnings()];
  return { project: reading.recovered.project(info, codebook), warnings };
}

interface Reading {
  readonly sources: WebSources;
  readonly codebook: Codebook;
  readonly recovered: Recovered;
  /** Annotation id -> role -> its targets. */
  readonly links: Map<string, Map<string, Target[]>>;
}

/** A link: one target of one role of the annotation that it is about. */
function readLink({ sources, recovered, links }: Reading, item: Json): void {
  const owner = readIri(item.target)!.id;
  const bodies = bodiesOf(item);
  const role = bodies.find((body) => purposesOf(body).includes('tagging'))?.value;
  if (typeof role !== 'string') return;
  const linked = bodies.filter((body) => purposesOf(body).includes('linking'));
  const source = linked[0]?.source;
  const { id: named, name, label } = typeof source === 'object' ? record(source) : { id: source };
  const iri = readIri(named);
  const roles = links.get(owner) ?? new Map<string, Target[]>();
  links.set(owner, roles);
  const add = (target: Target) => roles.set(role, [...(roles.get(role) ?? []), target]);
  if (linked.some((body) => body.selector !== undefined)) {
    const found = sources.passages(linked);
    if (found) add({ spans: normalise(found.spans) });
  } else if (iri?.kind === 'speaker') {
    add({ speaker: iri.id });
    recovered.nameSpeaker(iri.id, String(name ?? ''));
  } else if (iri?.kind === 'claim') {
    add({ claim: iri.id });
    recovered.wordClaim(iri.id, String(label ?? ''));
  } else if (iri?.kind === 'annotation') {
    add({ annotation: iri.id });
  } else if (iri?.kind === 'author') {
    add({ author: true });
  }
}

function readOwn({ sources, codebook, recovered, links }: Reading, item: Json, foreignId: string): void {
  const found = sources.passages(listOf(item.target));
  if (!found) return;
  const { article } = found;
  const iri = readIri(item.id);
  const id = iri?.kind === 'annotation' ? iri.id : foreignId;
  const bodies = bodiesOf(item);
  const texts = (purpose: string) =>
    bodies.flatMap((body) =>
      purposesOf(body).includes(purpose) && typeof body.value === 'string' ? [body.value] : [],
    );
  const layer = texts('classifying')[0] ?? 'annotation';
  const assessed = new Map(texts('assessing').map((text) => [readTag(text)?.name, readTag(text)?.value]));
  const annotatorId = sources.annotator(item.creator);
  recovered.nameAnnotator(annotatorId, String(record(item.creator).name ?? ''));
  const spans = normalise(found.spans);
  const annotation = {
    id,
    articleId: article.id,
    annotatorId,
    layer,
    spans,
    ...contextOf(article.text, spans),
    attributes: attributesOf(texts('tagging'), layer, codebook),
    roles: Object.fromEntries(links.get(id) ?? []),
    note: texts('commenting').join('\n\n'),
    certainty: assessed.get('certainty') ?? 'certain',
    status: assessed.get('status') ?? 'draft',
    codebookVersion: codebook.version,
    createdAt: item.created ?? '1970-01-01T00:00:00.000Z',
    updatedAt: item.modified ?? item.created ?? '1970-01-01T00:00:00.000Z',
  };
  if (!recovered.articles.has(article.id)) recovered.addArticle(article);
  recovered.addAnnotation(parseAnnotation(annotation));
}

function attributesOf(tags: readonly string[], layer: string, codebook: Codebook): Annotation['attributes'] {
  const texts = new Map<string, string[]>();
  for (const tag of tags) {
    const { name, value } = readTag(tag) ?? { name: 'tag', value: tag };
    texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  const values = [...texts].map(
    ([name, list]) => [name, valueOfTexts(list, attributeOf(codebook, layer, name))] as const,
  );
  return Object.fromEntries(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
