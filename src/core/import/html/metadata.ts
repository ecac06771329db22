import { isPersonName } from '../detect/bylines';
import { findDate } from '../detect/dates';
import type { Facts } from '../facts';
import { languageTag, learn, mergeFacts, webAddress } from '../facts';
import { readJsonLd } from './json-ld';
import type { HtmlElement, HtmlRoot } from './tree';
import { attribute, findAll, textOf, walk } from './tree';

/** `property`, `name` or `itemprop` of a `<meta>` -> the fact it states, in order of trust. */
const META: readonly (readonly [string, keyof Facts])[] = [
  ['og:title', 'title'],
  ['headline', 'title'],
  ['twitter:title', 'title'],
  ['og:site_name', 'outlet'],
  ['publisher', 'outlet'],
  ['application-name', 'outlet'],
  ['article:author', 'byline'],
  ['author', 'byline'],
  ['parsely-author', 'byline'],
  ['dc.creator', 'byline'],
  ['article:published_time', 'publishedAt'],
  ['datepublished', 'publishedAt'],
  ['parsely-pub-date', 'publishedAt'],
  ['pubdate', 'publishedAt'],
  ['dc.date', 'publishedAt'],
  ['date', 'publishedAt'],
  ['og:url', 'url'],
];

/** So many candidates are looked at; a page with more was not made to be read. */
const ENOUGH = 50;

/** What a page says of its article in JSON-LD, `<meta>`, `<link>` and marked-up elements. */
export function readMetadata(document: HtmlRoot, content: HtmlElement): Facts {
  const jsonLd = mergeFacts(
    ...findAll(document, (element) => /^application\/ld\+json/iu.test(attribute(element, 'type')))
      .slice(0, ENOUGH)
      .map((element) => readJsonLd(rawText(element))),
  );
  return mergeFacts(jsonLd, fromHead(document), fromContent(content), fromSaving(document));
}

/** The address that browser extensions which save a page as one file write in a comment at its top. */
function fromSaving(document: HtmlRoot): Facts {
  const facts: Facts = {};
  for (const node of [document, ...findAll(document, ({ tagName }) => tagName === 'html')]) {
    for (const child of node.childNodes.slice(0, ENOUGH)) {
      if (!('data' in child) || !/saved (?:with|from|by)/iu.test(child.data.slice(0, 500))) continue;
      learn(facts, 'url', webAddress(/https?:[^\s<>"]+/iu.exec(child.data.slice(0, 2000))?.[0] ?? ''));
    }
  }
  return facts;
}

function rawText(element: HtmlElement): string {
  const parts: string[] = [];
  walk(element, { text: (value) => parts.push(value) });
  return parts.join('');
}

function fromHead(document: HtmlRoot): Facts {
  const facts: Facts = {};
  const metas = new Map<string, string>();
  for (const element of findAll(document, ({ tagName }) => /^(?:html|meta|link)$/u.test(tagName))) {
    if (element.tagName === 'html') learn(facts, 'language', languageTag(attribute(element, 'lang')));
    if (element.tagName === 'link' && attribute(element, 'rel').toLowerCase() === 'canonical') {
      learn(facts, 'url', webAddress(attribute(element, 'href')));
    }
    const name =
      attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemprop');
    if (name && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), attribute(element, 'content'));
  }
  for (const [name, fact] of META) learnChecked(facts, fact, metas.get(name) ?? '');
  return facts;
}

/** Some sites give an author's address or a date in words where the standard wants a name or ISO 8601. */
function learnChecked(facts: Facts, fact: keyof Facts, value: string): void {
  if (fact === 'publishedAt') learn(facts, fact, findDate(value)?.iso);
  else if (fact === 'url') learn(facts, fact, webAddress(value));
  else if (!/^(?:https?:)?\/\//iu.test(value.trim())) learn(facts, fact, value);
}

function fromContent(content: HtmlElement): Facts {
  const facts: Facts = {};
  const marked = findAll(
    content,
    (element) =>
      element.tagName === 'time' || attribute(element, 'rel') !== '' || attribute(element, 'itemprop') !== '',
  );
  for (const element of marked.slice(0, ENOUGH)) {
    const label = `${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`;
    if (element.tagName === 'time' && !isInPost(element)) {
      learn(facts, 'publishedAt', findDate(attribute(element, 'datetime') || textOf(element))?.iso);
    }
    if (/(?:^|\s)author(?:\s|$)/u.test(label)) {
      const name = textOf(element).replace(/^by\s+/iu, '');
      if (isPersonName(name)) learn(facts, 'byline', name);
    }
  }
  return facts;
}

/** An embedded post's date is not the article's. */
function isInPost(element: HtmlElement): boolean {
  let up = element.parentNode;
  for (let level = 0; level < ENOUGH && up && 'tagName' in up; level++) {
    if (up.tagName === 'blockquote' || up.tagName === 'figure') return true;
    up = up.parentNode;
  }
  return false;
}
