import { findDate } from '../detect/dates';
import type { Facts } from '../facts';
import { languageTag, learn, webAddress } from '../facts';

const ARTICLE = /(?:Article|BlogPosting|Report)$/u;

/**
 * What a page's JSON-LD says of its article (schema.org Article and its kinds). Nothing, when it is no JSON
 * or speaks of something else.
 */
export function readJsonLd(source: string): Facts {
  let root: unknown;
  try {
    root = JSON.parse(source);
  } catch {
    return {};
  }
  const facts: Facts = {};
  for (const node of [root, ...listOf(root), ...listOf(member(root, '@graph'))]) {
    if (!listOf(member(node, '@type'), true).some((type) => typeof type === 'string' && ARTICLE.test(type)))
      continue;
    learn(facts, 'title', stringOf(member(node, 'headline')));
    learn(facts, 'byline', namesOf(member(node, 'author')));
    learn(facts, 'outlet', namesOf(member(node, 'publisher')));
    learn(facts, 'publishedAt', findDate(stringOf(member(node, 'datePublished')))?.iso);
    learn(facts, 'language', languageTag(stringOf(member(node, 'inLanguage'))));
    learn(facts, 'url', webAddress(stringOf(member(node, 'url'))));
  }
  return facts;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function listOf(value: unknown, alone = false): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : alone ? [value] : [];
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : '';
}

/** "Jane Doe, Max Roe" from a name, a thing with a name, or a list of either; addresses are no names. */
function namesOf(value: unknown): string {
  return listOf(value, true)
    .map((one) => stringOf(one) || stringOf(member(one, 'name')))
    .filter((name) => name !== '' && !/^https?:/iu.test(name))
    .join(', ');
}
