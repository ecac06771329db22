import type { Span } from '../text/span';
import { contains, hull, overlaps } from '../text/span';
import { wholeWords } from '../text/whole-words';
import { isJoined, isJust, isPreceded } from './doubt';
import { layerKinds } from './layer-kinds';
import type { Annotation, Article, Project, Speaker } from './model';
import { articlesInOrder } from './query';
import { IS } from './standing';
import { surnameOf } from './surname';

/**
 * Why a person should look before linking: the words are also another speaker's name; they are joined to
 * another name by a hyphen; a surname stands behind another first name; a mention marks more than the name.
 */
export type Doubt = 'shared' | 'joined' | 'preceded' | 'within';

/** A passage that names a speaker and is not linked to one yet. */
export interface Found {
  readonly articleId: string;
  /** UTF-16. */
  readonly span: Span;
  /** Which of the speaker's names it is. */
  readonly name: string;
  /** The mention that is tagged there and linked to nobody; null = nothing is tagged. */
  readonly mention: Annotation | null;
  /** null = as good as certain. */
  readonly doubt: Doubt | null;
}

/** What a speaker is called: the name, the aliases and, of persons, the surname. */
export function namesOf(speaker: Speaker): readonly string[] {
  const surname = surnameOf(speaker);
  return [...new Set([speaker.name, ...speaker.aliases, ...(surname === null ? [] : [surname])])];
}

/** Every place in the project that may name a speaker, in the order of the articles; see Found. */
export function findMentions(project: Project, speaker: Speaker): readonly Found[] {
  return articlesInOrder(project).flatMap(mentionFinder(project, speaker));
}

/** Prepares to look for a speaker; each article is then one pass with one regex. */
function mentionFinder(project: Project, speaker: Speaker): (article: Article) => readonly Found[] {
  const names = namesOf(speaker);
  const find = wholeWords(names.map((name) => [name, name]));
  const others = [...project.speakers.values()].filter(({ id }) => id !== speaker.id).flatMap(namesOf);
  const theirs = new Set(others.map(fold));
  const isTheirs = longerNames(names, others);
  const surname = surnameOf(speaker);
  const { mentions: layers } = layerKinds(project.codebook);

  const doubtOf = (text: string, span: Span, name: string, mention: Annotation | null): Doubt | null => {
    if (theirs.has(fold(name))) return 'shared';
    if (isJoined(text, span)) return 'joined';
    if (name === surname && isPreceded(text, span, speaker.name)) return 'preceded';
    return mention && !isJust(mention, text, span) ? 'within' : null;
  };

  return ({ id: articleId, text }) => {
    const found: Found[] = [];
    const taken = new Set<Annotation>();
    const hits = find(text);
    const tagged =
      hits.length > 0
        ? (project.annotations.get(articleId) ?? []).filter(({ layer }) => layers.includes(layer))
        : [];
    for (const { span, name } of hits) {
      if (isTheirs(text, span)) continue;
      const there = tagged.filter(({ spans }) => spans.some((next) => overlaps(next, span)));
      if (there.some((mention) => isLinked(mention) || taken.has(mention))) continue;
      const [mention = null] = there;
      if (mention) taken.add(mention);
      const doubt = doubtOf(text, span, name, mention);
      found.push({ articleId, span: (mention && hull(mention.spans)) ?? span, name, mention, doubt });
    }
    return found;
  };
}

const isLinked = ({ roles }: Annotation) => roles[IS]?.some((target) => 'speaker' in target) ?? false;

/** A name for comparing: no case, one kind of space and apostrophe. */
const fold = (name: string) =>
  name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").trim();

/**
 * Does a passage lie inside a longer name of somebody else (“Kari Holm” when looking for “Holm”)? A register
 * may have many of those, so they are looked for beside what was found and not in the whole text.
 */
function longerNames(names: readonly string[], others: readonly string[]) {
  const own = new Set(names.map(fold));
  const longer = others.filter((other) => {
    const words = ` ${fold(other)} `;
    return !own.has(fold(other)) && [...own].some((name) => words.includes(` ${name} `));
  });
  const find = wholeWords(longer.map((name) => [name, name]));
  const reach = Math.max(0, ...longer.map(({ length }) => length)) + 16;
  return (text: string, span: Span): boolean => {
    if (longer.length === 0) return false;
    const from = Math.max(0, span.start - reach);
    const inside = { start: span.start - from, end: span.end - from };
    return find(text.slice(from, span.end + reach)).some((hit) => contains(hit.span, inside));
  };
}
