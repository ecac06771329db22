import type { XmlValue } from './xml-read';
import type { XmlSink } from './xml-tree';

/** This is not the plain XML that programs write, whether it is right or wrong: somebody else has to read it. */
export class NotPlain extends Error {}

interface Name {
  readonly name: string;
  readonly namespace: string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")?\?>/;
/** What XML forbids, returns, of which readers make something else, and halves of characters. */
const ODD = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/;
const WRONG = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/u;
/** As many elements may be open. */
const DEEPEST = 60;

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** What names in plain XML are made of. */
const IN_NAME = new Uint8Array(128);
for (let code = 0; code < 128; code++)
  IN_NAME[code] = /[A-Za-z0-9_.:-]/.test(String.fromCharCode(code)) ? 1 : 0;
const NAME = /^(?:([A-Za-z_][A-Za-z0-9_.-]*):)?([A-Za-z_][A-Za-z0-9_.-]*)$/;
const INSTRUCTION = /^([A-Za-z_][A-Za-z0-9_.-]*)(?:[ \t\n]+(.*))?$/s;

/**
 * Reads XML as programs write it, several times faster than a reader that knows all of XML: tags, text, processing
 * instructions and references to characters, but no comments, no CDATA, no document type, no names beyond ASCII, no
 * returns. Throws NotPlain at anything else, and at everything that is wrong, whatever was told by then.
 */
export class QuickXml {
  readonly #sink: XmlSink;
  /** What is not read yet: a token that is not all there. */
  #text = '';
  #enough = 100;
  #started = false;
  #done = false;
  /** The names of the open elements, and the names that were known before those that bind namespaces. */
  readonly #open: string[] = [];
  readonly #outside: (Names | null)[] = [];
  #names = new Names(new Map([['xml', XML]]));
  #line = 1;
  /** Where the line begins in the text; less than 0 when it began in what was read before. */
  #lineStart = 0;
  /** The next end of a line in the text, or -1. */
  #break = -1;

  constructor(sink: XmlSink) {
    this.#sink = sink;
  }

  /** Takes more of the document. */
  write(piece: string): void {
    if (ODD.test(piece) && WRONG.test(piece)) throw new NotPlain();
    // What must not stand in a text may be cut in two by the end of a piece.
    if (piece.includes(']]>') || `${this.#text.slice(-2)}${piece.slice(0, 2)}`.includes(']]>'))
      throw new NotPlain();
    this.#text += piece;
    if (this.#text.length >= this.#enough) this.#read();
  }

  /** The document has ended. */
  close(): void {
    this.#read();
    if (!this.#done || /[^ \t\n]/.test(this.#text)) throw new NotPlain();
  }

  #read(): void {
    const text = this.#text;
    let at = 0;
    if (!this.#started) at = DECLARATION.exec(text)?.[0].length ?? 0;
    this.#started = true;
    this.#break = text.indexOf('\n');
    for (;;) {
      const less = text.indexOf('<', at);
      if (less < 0) break;
      const next = text.charCodeAt(less + 1);
      const end =
        next === SLASH
          ? this.#endTag(text, at, less)
          : next === QUESTION
            ? this.#instruction(text, at, less)
            : this.#tag(text, at, less);
      if (end < 0) break;
      at = end;
    }
    this.#pass(text, at);
    this.#lineStart -= at;
    this.#text = text.slice(at);
    this.#enough = 2 * this.#text.length;
  }

  /** Counts the lines up to here. */
  #pass(text: string, end: number): void {
    while (this.#break >= 0 && this.#break < end) {
      this.#line++;
      this.#lineStart = this.#break + 1;
      this.#break = text.indexOf('\n', this.#lineStart);
    }
  }

  /** Each of these reads what begins at `less`, and the text from `from` up to it; -1 when it is not all there. */
  #endTag(text: string, from: number, less: number): number {
    const end = text.indexOf('>', less);
    if (end < 0) return -1;
    this.#put(text, from, less);
    const name = this.#open.at(-1);
    if (name === undefined || end - less - 2 !== name.length || !text.startsWith(name, less + 2))
      throw new NotPlain();
    this.#shut();
    return end + 1;
  }

  #instruction(text: string, from: number, less: number): number {
    const end = text.indexOf('?>', less + 2);
    if (end < 0) return -1;
    this.#put(text, from, less);
    const [, target, body = ''] = INSTRUCTION.exec(text.slice(less + 2, end)) ?? [];
    if (target === undefined || target.toLowerCase() === 'xml') throw new NotPlain();
    this.#sink.instruct(target, body);
    return end + 2;
  }

  #tag(text: string, from: number, less: number): number {
    let at = endOfName(text, less + 1);
    const called = text.slice(less + 1, at);
    const keys: string[] = [];
    const values: string[] = [];
    let binds = false;
    let empty = false;
    for (;;) {
      const gap = at;
      let code = text.charCodeAt(at);
      while (code === SPACE || code === NEWLINE || code === TAB) code = text.charCodeAt(++at);
      if (at >= text.length) return -1;
      if (code === GREATER) break;
      if (code === SLASH) {
        if (at + 1 === text.length) return -1;
        if (text.charCodeAt(++at) !== GREATER) throw new NotPlain();
        empty = true;
        break;
      }
      const start = at;
      at = endOfName(text, at);
      if (at >= text.length - 1) return -1;
      const mark = text.charCodeAt(at + 1);
      if (start === gap || text.charCodeAt(at) !== EQUALS || (mark !== QUOTE && mark !== APOSTROPHE))
        throw new NotPlain();
      const key = text.slice(start, at);
      at += 2;
      const begin = at;
      let refers = false;
      for (code = text.charCodeAt(at); code !== mark; code = text.charCodeAt(++at)) {
        if (code === AMPERSAND) refers = true;
        else if (code === LESS || code === NEWLINE || code === TAB) throw new NotPlain();
        else if (at >= text.length) return -1;
      }
      const value = text.slice(begin, at++);
      keys.push(key);
      values.push(refers ? resolved(value) : value);
      if (key.startsWith('xmlns')) binds = true;
    }
    at++;
    this.#put(text, from, less);
    if (this.#done || this.#open.length === DEEPEST) throw new NotPlain();
    this.#outside.push(binds ? this.#names : null);
    if (binds) this.#names = this.#names.with(keys, values);
    const { name, namespace } = this.#names.ofElement(called);
    const attributes: XmlValue[] = [];
    for (let index = 0; index < keys.length; index++) {
      const own = this.#names.ofAttribute(keys[index]!);
      for (const { name, namespace } of attributes)
        if (name === own.name && namespace === own.namespace) throw new NotPlain();
      attributes.push({ name: own.name, namespace: own.namespace, value: values[index]! });
    }
    this.#open.push(called);
    this.#pass(text, at);
    this.#sink.open(name, namespace, attributes, this.#line, at - this.#lineStart);
    if (empty) this.#shut();
    return at;
  }

  #shut(): void {
    this.#open.pop();
    this.#names = this.#outside.pop() ?? this.#names;
    this.#done = this.#open.length === 0;
    this.#sink.close();
  }

  #put(text: string, from: number, to: number): void {
    if (from === to) return;
    const part = text.slice(from, to);
    if (this.#open.length > 0) this.#sink.text(part.includes('&') ? resolved(part) : part);
    else if (/[^ \t\n]/.test(part)) throw new NotPlain();
  }
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (IN_NAME[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Names of elements and attributes, with the namespaces that prefixes stand for here. */
class Names {
  readonly #elements = new Map<string, Name>();
  readonly #attributes = new Map<string, Name>();

  constructor(readonly bound: ReadonlyMap<string, string>) {}

  /** The names where these attributes were given. */
  with(keys: readonly string[], values: readonly string[]): Names {
    const bound = new Map(this.bound);
    keys.forEach((key, at) => {
      const [, prefix, name = ''] = /^xmlns(:(.+))?$/.exec(key) ?? [];
      const uri = values[at]!;
      if (prefix === undefined && key !== 'xmlns') return;
      if (name.startsWith('xml') || uri.trim() !== uri || uri === '' || uri === XML || uri === XMLNS)
        throw new NotPlain();
      bound.set(name, uri);
    });
    return new Names(bound);
  }

  ofElement(called: string): Name {
    const known = this.#elements.get(called);
    if (known) return known;
    const [, prefix = '', name] = NAME.exec(called) ?? [];
    const namespace = prefix === '' ? (this.bound.get('') ?? '') : this.bound.get(prefix);
    if (name === undefined || namespace === undefined) throw new NotPlain();
    const found = { name, namespace };
    this.#elements.set(called, found);
    return found;
  }

  ofAttribute(called: string): Name {
    const known = this.#attributes.get(called);
    if (known) return known;
    const [, prefix = '', name] = NAME.exec(called) ?? [];
    const namespace =
      called === 'xmlns' || prefix === 'xmlns' ? XMLNS : prefix === '' ? '' : this.bound.get(prefix);
    if (name === undefined || namespace === undefined) throw new NotPlain();
    const found = { name, namespace };
    this.#attributes.set(called, found);
    return found;
  }
}

const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text with what its references stand for. */
function resolved(text: string): string {
  // Most are quotation marks, which are quicker to put in all at once; no reference can be made by that.
  const quoted = text.replaceAll('&quot;', '"');
  let whole = '';
  let at = 0;
  for (let start = quoted.indexOf('&'); start >= 0; start = quoted.indexOf('&', at)) {
    const end = quoted.indexOf(';', start);
    if (end < 0) throw new NotPlain();
    whole += quoted.slice(at, start) + characterOf(quoted.slice(start + 1, end));
    at = end + 1;
  }
  return whole + quoted.slice(at);
}

function characterOf(reference: string): string {
  const known = CHARACTERS.get(reference);
  if (known !== undefined) return known;
  const [, decimal, hexadecimal] = /^#(?:([0-9]{1,7})|x([0-9A-Fa-f]{1,6}))$/.exec(reference) ?? [];
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal ?? 'none', 16) : Number.parseInt(decimal, 10);
  const allowed =
    code === TAB ||
    code === NEWLINE ||
    code === 13 ||
    (code >= SPACE && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!allowed) throw new NotPlain();
  return String.fromCodePoint(code);
}
