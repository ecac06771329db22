import type { Attribute, Layer } from '../../core/project/codebook';
import { layerOf, valueLabel } from '../../core/project/codebook';
import type { Annotation, Article, Project, Speaker } from '../../core/project/model';
import { resolveRole, targetLabel } from '../../core/project/query';
import type { Standing } from '../../core/project/standing';
import { IS, speakingRoles } from '../../core/project/standing';
import { blockAt } from '../../core/text/motion';
import { plural } from '../ui/words';
import type { Tally } from './speakers-data';

/** Who else, or what, an annotation speaks of: "about Linden Transit". */
interface Relation {
  readonly label: string;
  readonly text: string;
  /** "from quote" where it is inherited. */
  readonly aside: string;
}

/** One entry of a speaker's page in words. */
export interface EntryWords {
  readonly layer: Layer | undefined;
  /** The words around a mention, which alone would say little ("she"). */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** "told · The Harbour Post ¶2 · direct", in parts. */
  readonly line: readonly string[];
  /** The first attribute, where it is worth a mark of its own: "allegation", "−3". */
  readonly value: { readonly text: string; readonly scale: boolean } | null;
  readonly relations: readonly Relation[];
}

const AROUND = 64;

/** An annotation as a speaker's page shows it. `speakerId` is the page's own, or null on the page of mentions. */
export function entryWords(project: Project, standing: Standing, speakerId: string | null): EntryWords {
  const { annotation } = standing;
  const layer = layerOf(project.codebook, annotation.layer);
  const article = project.articles.get(annotation.articleId);
  const isMention = layer?.roles.some(({ id }) => id === IS) ?? false;
  const first = layer?.attributes[0];
  const value = first && annotation.attributes[first.id];
  const text = first && value !== undefined ? valueLabel(first, value) : '';
  const cue = cueOf(project, annotation, layer);
  const inLine = text !== '' && takesCue(layer);
  const around = isMention && article ? contextOf(article, annotation) : { before: '', after: '' };
  return {
    layer,
    ...around,
    quote: annotation.quote || 'the whole article',
    line: [cue, article ? placeOf(article, annotation) : '', inLine ? text : ''].filter(
      (part) => part !== '',
    ),
    value: text === '' || inLine ? null : { text, scale: isScale(first) },
    relations: relationsOf(project, standing, layer, speakerId),
  };
}

const isScale = (attribute: Attribute | undefined) => attribute?.kind === 'scale';

/** A role for the words that attribute: it takes one contiguous passage and nothing else. */
const cueRole = (layer: Layer | undefined) =>
  layer?.roles.find(({ targets, contiguous }) => contiguous && targets.every((kind) => kind === 'spans'));

const takesCue = (layer: Layer | undefined) => cueRole(layer) !== undefined;

function cueOf(project: Project, annotation: Annotation, layer: Layer | undefined): string {
  const role = cueRole(layer);
  const targets = role ? (annotation.roles[role.id] ?? []) : [];
  return targets.map((target) => targetLabel(project, target, annotation.articleId)).join(' … ');
}

/** "The Harbour Post ¶2": where it stands, as one would cite it. */
export function placeOf(article: Article, annotation: Annotation): string {
  const where = article.outlet ?? article.title;
  const start = annotation.spans[0]?.start;
  if (start === undefined) return where;
  const index = blockAt(article.blocks, start);
  const kind = article.blocks[index]?.kind;
  if (kind === undefined) return where;
  if (!NUMBERED.has(kind)) return `${where} · ${kind === 'title' ? 'headline' : kind}`;
  const number = article.blocks.slice(0, index + 1).filter((block) => NUMBERED.has(block.kind)).length;
  return `${where} ¶${number}`;
}

const NUMBERED = new Set(['paragraph', 'blockquote', 'post']);

/** A few words before and after, inside the same paragraph and cut between words. */
function contextOf(article: Article, { spans }: Annotation): { before: string; after: string } {
  const start = spans[0]?.start;
  const end = spans.at(-1)?.end;
  if (start === undefined || end === undefined) return { before: '', after: '' };
  const from = article.blocks[blockAt(article.blocks, start)]?.start ?? 0;
  const to = article.blocks[blockAt(article.blocks, end - 1)]?.end ?? article.text.length;
  const before = article.text.slice(Math.max(from, start - AROUND), start);
  const after = article.text.slice(end, Math.min(to, end + AROUND));
  return {
    before: start - AROUND > from ? `…\u00a0${before.replace(/^\S*\s+/, '')}` : before,
    after: end + AROUND < to ? `${after.replace(/\s+\S*$/, '')}\u00a0…` : after,
  };
}

function relationsOf(
  project: Project,
  { annotation, ways }: Standing,
  layer: Layer | undefined,
  speakerId: string | null,
): readonly Relation[] {
  const speaking = speakingRoles(project.codebook);
  return (layer?.roles ?? []).flatMap((role) => {
    if (role.id === IS || !role.targets.some((kind) => kind === 'speaker' || kind === 'claim')) return [];
    const { targets, inheritedFrom, assumed } = resolveRole(project, annotation, role);
    if (targets.length === 0 || assumed) return [];
    const own = ways.some((way) => way.role === role.id && !way.inherited);
    // That the page's own speaker says it is what the page is about.
    if (own && speakerId !== null && targets.length === 1 && speaking.has(`${layer!.id}/${role.id}`))
      return [];
    const text = targets.map((target) => targetLabel(project, target, annotation.articleId)).join(', ');
    return { label: role.label, text, aside: inheritedFrom ? 'from\u00a0quote' : '' };
  });
}

/** "31 mentions · 14 statements", leaving out what is none. */
export function countsOf({ mentions, statements }: Tally): string {
  const parts = [
    mentions > 0 && plural(mentions, 'mention'),
    statements > 0 && plural(statements, 'statement'),
  ];
  return parts.filter(Boolean).join(' · ') || 'not mentioned yet';
}

/** What someone is, in a word or two. */
export function whatIs({ role, affiliation, kind }: Speaker): string {
  return role ?? affiliation ?? kind;
}
