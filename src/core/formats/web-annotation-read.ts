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
import { usableName } from './marks/usable-name';
import { readJson } from './read-json';
import { Recovered } from './recovered';
import { readTag } from './tag-text';
import { readIri } from './web-iris';
import { bodiesOf, itemsOf, type Json, listOf, purposesOf, record, wordsIn } from './web-json';
import { isLinked, linkedItems } from './web-linked';
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
  const items = isLinked(json.value)
    ? { list: linkedItems(json.value).map((item) => ({ item, path: [] })) }
    : itemsOf(json.value);
  if (!items) throw json.faultAt([], 'this holds no W3C annotations');
  const reading: Reading = {
    sources: new WebSources(articles),
    codebook,
    recovered: new Recovered(),
    links: new Map(),
    replies: new Map(),
    ids: new Map(
      items.list.flatMap(({ item }, index) =>
        typeof item.id === 'string' && !readIri(item.id) ? [[item.id, foreignId(index)] as const] : [],
      ),
    ),
  };
  reading.sources.learn(items.list.map(({ item }) => listOf(item.target)));
  const isOurs = ({ item }: { item: Json }) => readIri(item.target)?.kind === 'annotation';
  for (const link of items.list) {
    if (isOurs(link)) json.at(link.path, () => readLink(reading, link.item));
    else readForeignLink(reading, link.item);
  }
  items.list.forEach((own, index) => {
    if (isOurs(own) || annotationsAimedAt(reading, own.item).length > 0) return;
    json.at(own.path, () => readOwn(reading, own.item, foreignId(index)));
  });
  const { id, label } = record(json.value);
  const [, projectId] = /^urn:marginalia:([^:]+)$/.exec(wordsIn(id)) ?? [];
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
  /** Annotation id -> what was said of it. */
  readonly replies: Map<string, string[]>;
  /** Ids of other tools -> ours. */
  readonly ids: ReadonlyMap<string, string>;
}

const foreignId = (index: number) => `imported-${index + 1}`;

/** Our ids of the annotations of the file that something of another tool points at: it is a link, or a reply. */
function idsIn({ ids }: Reading, value: unknown): readonly string[] {
  return listOf(value).flatMap(
    (each) => ids.get(wordsIn(typeof each === 'string' ? each : record(each).id)) ?? [],
  );
}

function annotationsAimedAt(reading: Reading, item: Json): readonly string[] {
  return idsIn(reading, item.target);
}

/**
 * A link of another tool: from its target to its body, or, as Recogito has them, from its first target to its second.
 * Without another end it is a reply, and its words belong to the note.
 */
function readForeignLink(reading: Reading, item: Json): void {
  const [owner, ...others] = annotationsAimedAt(reading, item);
  if (owner === undefined) return;
  const texts = bodiesOf(item).flatMap(({ value }) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  );
  const ends = [...others, ...idsIn(reading, item.body)];
  if (ends.length === 0) {
    reading.replies.set(owner, [...(reading.replies.get(owner) ?? []), ...texts]);
    return;
  }
  const roles = reading.links.get(owner) ?? new Map<string, Target[]>();
  reading.links.set(owner, roles);
  const role = usableName(texts.find((text) => !reading.ids.has(text)) ?? '', 'link');
  roles.set(role, [...(roles.get(role) ?? []), ...ends.map((annotation) => ({ annotation }))]);
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
    recovered.nameSpeaker(iri.id, wordsIn(name));
  } else if (iri?.kind === 'claim') {
    add({ claim: iri.id });
    recovered.wordClaim(iri.id, wordsIn(label));
  } else if (iri?.kind === 'annotation') {
    add({ annotation: iri.id });
  } else if (iri?.kind === 'author') {
    add({ author: true });
  }
}

function readOwn(
  { sources, codebook, recovered, links, replies }: Reading,
  item: Json,
  foreignId: string,
): void {
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
  recovered.nameAnnotator(annotatorId, wordsIn(record(item.creator).name));
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
    note: [...texts('commenting'), ...(replies.get(id) ?? []), ...found.notes].join('\n\n'),
    certainty: assessed.get('certainty') ?? 'certain',
    // Whoever approved of other words has not approved of these.
    status: found.notes.length > 0 ? 'draft' : (assessed.get('status') ?? 'draft'),
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
