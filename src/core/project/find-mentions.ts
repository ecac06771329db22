import type { Span } from '../text/span';
import { hull, overlaps } from '../text/span';
import { wholeWords } from '../text/whole-words';
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

/** Every place that may name the speaker in one article after the other; see Found. */
export type MentionFinder = (article: Article) => readonly Found[];

/** Prepares to look for a speaker by some names; all articles are then one pass each with one regex. */
export function mentionFinder(
  project: Project,
  speaker: Speaker,
  names: readonly string[] = namesOf(speaker),
): MentionFinder {
  const own = new Map(names.map((name) => [fold(name), name]));
  const others = [...project.speakers.values()]
    .filter(({ id }) => id !== speaker.id)
    .flatMap((other) => namesOf(other));
  const theirs = new Set(others.map(fold));
  // A longer name of somebody else (“Kari Holm” when looking for “Holm”) is found first and passed over.
  const longer =
    [...theirs].length === 0 ? [] : others.filter((other) => !own.has(fold(other)) && holds(other, own));
  const find = wholeWords<string | null>([
    ...names.map((name): [string, string] => [name, name]),
    ...longer.map((name): [string, null] => [name, null]),
  ]);
  const surname = surnameOf(speaker);
  const { mentions: layers } = layerKinds(project.codebook);
  return ({ id: articleId, text }) => {
    const found: Found[] = [];
    let tagged: readonly Annotation[] | undefined;
    const taken = new Set<Annotation>();
    for (const { span, name } of find(text)) {
      if (name === null) continue;
      tagged ??= (project.annotations.get(articleId) ?? []).filter(({ layer }) => layers.includes(layer));
      const there = tagged.filter(({ spans }) => spans.some((next) => overlaps(next, span)));
      if (there.some(isLinked) || there.some((mention) => taken.has(mention))) continue;
      const [mention = null] = there;
      if (mention) taken.add(mention);
      const doubt = theirs.has(fold(name))
        ? 'shared'
        : isJoined(text, span)
          ? 'joined'
          : name === surname && isPreceded(text, span, speaker)
            ? 'preceded'
            : mention && !isJust(mention, text, span)
              ? 'within'
              : null;
      found.push({ articleId, span: (mention && hull(mention.spans)) || span, name, mention, doubt });
    }
    return found;
  };
}

/** Every place in the project that may name a speaker, in the order of the articles. */
export function findMentions(
  project: Project,
  speaker: Speaker,
  names?: readonly string[],
): readonly Found[] {
  const find = mentionFinder(project, speaker, names);
  return articlesInOrder(project).flatMap(find);
}

const isLinked = ({ roles }: Annotation) => roles[IS]?.some((target) => 'speaker' in target) ?? false;

const fold = (name: string) =>
  name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").trim();

function holds(name: string, own: ReadonlyMap<string, string>): boolean {
  const text = ` ${fold(name)} `;
  return [...own.keys()].some((word) => text.includes(` ${word} `));
}

/** “Holm-Lie”, “Holm–Lie”: part of another name, not followed by “-based”. */
function isJoined(text: string, { start, end }: Span): boolean {
  return (
    /^[-‐‑–]\p{Lu}/u.test(text.slice(end, end + 3)) ||
    /\p{L}[-‐‑–]$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev sen senator rep gov governor president minister mayor judge justice captain general herr frau monsieur madame'.split(
    ' ',
  ),
);

/** Does a capitalised word that is neither a title nor a part of the name stand before it in the sentence? */
function isPreceded(text: string, { start }: Span, { name }: Speaker): boolean {
  const ahead = text.slice(Math.max(0, start - 48), start);
  const word = /(^|[\s\S])[^\S\n]*?(\p{Lu}[\p{L}\p{M}'’.-]*)[^\S\n]+$/u.exec(ahead)?.[2];
  if (word === undefined || TITLES.has(word.toLowerCase().replace(/\.$/, ''))) return false;
  if (name.split(/\s+/).includes(word)) return false;
  // The first word of a sentence is capitalised whatever it is.
  const lead = ahead.slice(0, ahead.lastIndexOf(word));
  return !/(?:^|\n|[.!?:…]["'”’»)]*\s+|["'“‘«„(]\s*)$/u.test(lead) || /\.$/.test(word);
}

/** Does a mention mark just the name, perhaps with a genitive? */
function isJust({ spans }: Annotation, text: string, span: Span): boolean {
  const marked = hull(spans);
  return (
    marked !== null && marked.start === span.start && /^(?:['’ʼ]s?)?$/.test(text.slice(span.end, marked.end))
  );
}
