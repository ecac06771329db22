import type { Facts } from '../facts';
import { languageTag, learn } from '../facts';
import type { FromMarkup } from '../html/document';
import { readRich } from '../rich/rich-text';
import { readXml } from '../xml/read-xml';
import { readParagraphs } from './paragraphs';
import { readStyles } from './styles';

/** The parts of a Word document that are read, as XML; null where it has none. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string | null;
  /** `docProps/core.xml`. */
  readonly properties: string | null;
}

/**
 * Reads a Word document as it is shown with all changes accepted: no comments, notes, headers, fields' codes
 * or hidden text. Its author is not the article's: whoever pasted it is named there. Throws a Refusal.
 */
export function readDocx({ document, styles, properties }: DocxParts): FromMarkup {
  const known = readStyles(styles);
  const { paragraphs, language } = readParagraphs(document, known);
  const facts: Facts = properties === null ? {} : readProperties(properties);
  learn(facts, 'language', languageTag(language ?? known.language ?? ''));
  return readRich(paragraphs, facts);
}

function readProperties(xml: string): Facts {
  const facts: Facts = {};
  let within = '';
  readXml(xml, {
    open({ name }) {
      within = name;
    },
    text(value) {
      if (within === 'title') learn(facts, 'title', value);
      if (within === 'language') learn(facts, 'language', languageTag(value));
    },
    close() {
      within = '';
    },
  });
  return facts;
}

/** The name of the main part of an Office package, from its `_rels/.rels`; null when it names none. */
export function mainPart(relations: string): string | null {
  let found: string | null = null;
  readXml(relations, {
    open({ name, attribute }) {
      if (name === 'Relationship' && /\/officeDocument$/u.test(attribute('Type')))
        found ??= attribute('Target').replace(/^\//u, '');
    },
  });
  return found;
}
