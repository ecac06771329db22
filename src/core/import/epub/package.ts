import { findDate } from '../detect/dates';
import type { Facts } from '../facts';
import { languageTag, learn, webAddress } from '../facts';
import { damaged } from '../problem';
import { readXml } from '../xml/read-xml';

/** What an EPUB's package document says: its texts in reading order, and the book's own facts. */
export interface EpubPackage {
  /** Names of files in the package, in the order of the spine, without the table of contents. */
  readonly documents: readonly string[];
  readonly facts: Facts;
}

/** The name of the package document, from `META-INF/container.xml`. Throws a Refusal. */
export function packageName(container: string): string {
  let found = '';
  readXml(container, {
    open({ name, attribute }) {
      if (name === 'rootfile' && found === '') found = attribute('full-path');
    },
  });
  if (found === '') throw damaged('it does not say where its text is');
  return found;
}

const FACTS: Readonly<Record<string, keyof Facts>> = {
  title: 'title',
  creator: 'byline',
  publisher: 'outlet',
  language: 'language',
  date: 'publishedAt',
  source: 'url',
};

/** Reads the package document at `name`. Throws a Refusal. */
export function readPackage(xml: string, name: string): EpubPackage {
  const items = new Map<string, string>();
  const spine: string[] = [];
  const facts: Facts = {};
  let within: keyof Facts | undefined;
  readXml(xml, {
    open({ name: tag, space, attribute }) {
      within = /\/dc\/elements\//u.test(space) ? FACTS[tag] : undefined;
      const isText =
        /html/u.test(attribute('media-type')) && !/(?:^|\s)nav(?:\s|$)/u.test(attribute('properties'));
      if (tag === 'item' && isText) items.set(attribute('id'), attribute('href'));
      if (tag === 'itemref') spine.push(attribute('idref'));
    },
    text(value) {
      if (within) learn(facts, within, checked(within, value));
    },
    close() {
      within = undefined;
    },
  });
  const documents = spine.map((id) => items.get(id)).filter((href) => href !== undefined);
  return { documents: documents.map((href) => resolved(name, href)), facts };
}

function checked(fact: keyof Facts, value: string): string | undefined {
  if (fact === 'language') return languageTag(value);
  if (fact === 'publishedAt') return findDate(value)?.iso;
  return fact === 'url' ? webAddress(value) : value;
}

/** A reference of the package document as a name in the package; ".." never leads out of it. */
function resolved(from: string, href: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of unescaped(href.replace(/[?#].*$/su, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The names of the files that are locked, from `META-INF/encryption.xml`; fonts often are, and do not matter. */
export function lockedFiles(encryption: string): ReadonlySet<string> {
  const names = new Set<string>();
  readXml(encryption, {
    open({ name, attribute }) {
      if (name === 'CipherReference') names.add(unescaped(attribute('URI')));
    },
  });
  return names;
}
