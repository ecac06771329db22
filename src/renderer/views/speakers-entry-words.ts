import type { Layer } from '../../core/project/codebook';
import { layerOf, valueLabel } from '../../core/project/codebook';
import { layerKinds } from '../../core/project/layer-kinds';
import type { Annotation, Project } from '../../core/project/model';
import { resolveRole, speakerIdOf, targetLabel } from '../../core/project/query';
import { targetsIn } from '../../core/project/roles';
import { IS, speakingRoles } from '../../core/project/standing';
import { tellersOf } from '../../core/project/tellers';
import { hull } from '../../core/text/span';
import { around, placeOf } from './speakers-place';
import type { Row } from './speakers-rows';
import type { ClaimWords, FeelingWords } from './speakers-tellings';
import { claimWords, feelingWords } from './speakers-tellings';

/** One row of a speaker's page in words. */
export interface EntryWords {
  /** The words around a mention, which alone would say little ("she"). */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** "told · The Harbour Post ¶2 · direct", in parts. */
  readonly line: readonly string[];
  /** Who tells it, from the inside out: "as told by X". */
  readonly told: readonly { readonly id: string; readonly who: string }[];
  readonly claims: readonly ClaimWords[];
  readonly feelings: readonly FeelingWords[];
  /** Who else stands in it: "to reporters". */
  readonly relations: readonly { readonly label: string; readonly text: string }[];
}

/** A row as a speaker's page shows it. `speakerId` is the page's own, or null on the page of mentions. */
export function entryWords(project: Project, row: Row, speakerId: string | null): EntryWords {
  const { annotation, statement } = row;
  const kinds = layerKinds(project.codebook);
  const layer = layerOf(project.codebook, annotation.layer);
  const article = project.articles.get(annotation.articleId);
  const isMention = kinds.mentions.includes(annotation.layer);
  const span = hull(annotation.spans);
  const form = kinds.words.get(annotation.layer)?.form;
  const value = form && annotation.attributes[form.id];
  const isWords = kinds.words.has(annotation.layer);
  return {
    ...(isMention && article && span ? around(article, span) : { before: '', after: '' }),
    quote: annotation.quote || 'the whole article',
    line: [
      isWords
        ? cueOf(project, annotation, layer)
        : isMention
          ? 'Mention'
          : (layer?.label ?? annotation.layer),
      article ? placeOf(article, span?.start) : '',
      form && value !== undefined ? valueLabel(form, value) : '',
    ].filter((part) => part !== ''),
    told: statement ? toldBy(project, annotation, speakerId) : [],
    claims: statement ? statement.claims.map((claim) => claimWords(project, claim, speakerId)) : [],
    feelings: (statement?.feelings ?? (kinds.feelings.has(annotation.layer) ? [annotation] : [])).map(
      (feeling) => feelingWords(project, feeling, statement ? 'target' : 'holder'),
    ),
    relations: relationsOf(project, row, layer, speakerId),
  };
}

/** The words that attribute a quote: the role that takes one contiguous passage and nothing else. */
function cueOf(project: Project, annotation: Annotation, layer: Layer | undefined): string {
  const role = layer?.roles.find(
    ({ targets, contiguous }) => contiguous && targets.every((kind) => kind === 'spans'),
  );
  const targets = role ? targetsIn(annotation.roles, role.id) : [];
  return targets.map((target) => targetLabel(project, target, annotation.articleId)).join(' … ');
}

/** Who tells it, unless the speaker tells it of themselves. */
function toldBy(project: Project, annotation: Annotation, speakerId: string | null): EntryWords['told'] {
  const { words } = layerKinds(project.codebook);
  return tellersOf(project, annotation).flatMap((quote) => {
    const targets = targetsIn(quote.roles, words.get(quote.layer)?.source ?? '');
    const own = targets.filter((target) => speakerIdOf(project, target, quote.articleId) === speakerId);
    if (targets.length > 0 && own.length === targets.length) return [];
    const who = targets.map((target) => targetLabel(project, target, quote.articleId)).join(', ');
    return [{ id: quote.id, who: who || 'somebody not said' }];
  });
}

function relationsOf(
  project: Project,
  { annotation, standing, statement }: Row,
  layer: Layer | undefined,
  speakerId: string | null,
): EntryWords['relations'] {
  const { words, feelings } = layerKinds(project.codebook);
  const speaking = speakingRoles(project.codebook);
  // What a claim or a feeling is said to be stands beside it already.
  if (!layer || (statement && !words.has(layer.id)) || feelings.has(layer.id)) return [];
  return layer.roles.flatMap((role) => {
    if (role.id === IS || !role.targets.includes('speaker')) return [];
    const { targets, assumed } = resolveRole(project, annotation, role);
    if (targets.length === 0 || assumed) return [];
    const own = standing.ways.some((way) => way.role === role.id);
    // That the page's own speaker says it is what the page is about.
    if (own && speakerId !== null && targets.length === 1 && speaking.has(`${layer.id}/${role.id}`))
      return [];
    const text = targets.map((target) => targetLabel(project, target, annotation.articleId)).join(', ');
    return [{ label: role.label, text }];
  });
}
