import type { Facts } from '../facts';
import { languageTag, learn } from '../facts';
import type { FromMarkup } from '../html/document';
import { damaged, locked } from '../problem';
import type { RichParagraph } from '../rich/rich-text';
import { readRich } from '../rich/rich-text';
import type { XmlTag } from '../xml/read-xml';
import { readXml } from '../xml/read-xml';
import { OdtStyles } from './styles';

/** The parts of an OpenDocument text that are read, as XML; null where it has none. */
export interface OdtParts {
  readonly content: string;
  readonly meta: string | null;
}

interface OpenParagraph {
  readonly tag: XmlTag;
  readonly parts: string[];
  all: number;
  bold: number;
}

/** Not the running text: notes, comments, what was deleted, the description of a frame. */
const SKIPPED = new Set(['note', 'annotation', 'tracked-changes', 'ruby-text', 'desc', 'title', 'script']);
const BREAKS: Readonly<Record<string, string>> = { 'line-break': '\n', tab: '\t', s: ' ' };

/** Reads an OpenDocument text as it is shown, without notes and comments. Throws a Refusal. */
export function readOdt({ content, meta }: OdtParts): FromMarkup {
  const styles = new OdtStyles();
  const paragraphs: RichParagraph[] = [];
  const open: OpenParagraph[] = [];
  const spans: string[] = [];
  let skipped = 0;
  let isText = false;

  const add = (text: string) => {
    const paragraph = open.at(-1);
    if (!paragraph) return;
    paragraph.parts.push(text);
    const length = text.trim().length;
    paragraph.all += length;
    if (spans.some((span) => styles.isBold(span)) || styles.isBold(paragraph.tag.attribute('style-name')))
      paragraph.bold += length;
  };

  readXml(content, {
    open(tag) {
      if (tag.name === 'text' && /:office:/u.test(tag.space)) isText = true;
      if (skipped > 0 || SKIPPED.has(tag.name)) return void skipped++;
      styles.open(tag);
      if (isParagraph(tag)) open.push({ tag, parts: [], all: 0, bold: 0 });
      else if (tag.name === 'span') spans.push(tag.attribute('style-name'));
      else if (Object.hasOwn(BREAKS, tag.name)) add(BREAKS[tag.name]!);
    },
    text(value) {
      if (skipped === 0) add(value.replace(/[ \t\r\n]+/gu, ' '));
    },
    close(tag) {
      if (skipped > 0) return void skipped--;
      if (tag.name === 'span') spans.pop();
      const done = isParagraph(tag) ? open.pop() : undefined;
      if (done) paragraphs.push(paragraphOf(done, styles));
    },
  });
  if (!isText) throw damaged('it holds no OpenDocument text');
  return readRich(paragraphs, meta === null ? {} : readMeta(meta));
}

function isParagraph({ name, space }: XmlTag): boolean {
  return (name === 'p' || name === 'h') && /:text:/u.test(space);
}

function paragraphOf({ tag, parts, all, bold }: OpenParagraph, styles: OdtStyles): RichParagraph {
  const meaning = styles.of(tag.attribute('style-name'));
  const level = Number(tag.attribute('outline-level')) || 1;
  const style = tag.name === 'h' && meaning.style === 'body' ? { style: 'heading' as const, level } : meaning;
  return { ...style, text: parts.join(''), bold: all > 0 && bold === all };
}

function readMeta(xml: string): Facts {
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

/** Throws a Refusal when the package's manifest (`META-INF/manifest.xml`) says that its parts are encrypted. */
export function refuseLocked(manifest: string): void {
  readXml(manifest, {
    open({ name }) {
      if (name === 'encryption-data') throw locked();
    },
  });
}
