import { webAddress } from '../facts';
import { damaged, Refusal } from '../problem';

/** One part of a saved page; strings hold one byte (0 … 255) per unit. */
export interface MimePart {
  /** The media type in lower case, without parameters. */
  readonly type: string;
  readonly charset: string | undefined;
  /** How the body is written: "quoted-printable", "base64", or as it is. */
  readonly encoding: string;
  readonly body: string;
  readonly url: string | undefined;
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Pages in mails in mails. */
const DEEPEST = 8;
const MOST_PARTS = 20_000;

/**
 * The page itself of a saved page (RFC 2557): the part that the file names as its start, or the first that
 * is HTML. Its pictures, styles and frames are left. Throws a Refusal when there is none.
 */
export function mainPartOf(source: string): MimePart {
  const whole = entityOf(source);
  const page = findPage(whole, parameter(whole, 'start'), 0);
  if (!page)
    throw new Refusal(
      'no-text',
      'There is no page in this saved web page. Open it in a browser, copy the article and paste it here.',
    );
  return {
    type: typeOf(page),
    charset: parameter(page, 'charset') || undefined,
    encoding: header(page, 'content-transfer-encoding').toLowerCase(),
    body: page.body,
    url:
      webAddress(header(whole, 'snapshot-content-location')) ?? webAddress(header(page, 'content-location')),
  };
}

function findPage(entity: Entity, start: string, depth: number): Entity | null {
  const type = typeOf(entity);
  if (type === 'text/html' || type === 'application/xhtml+xml') return entity;
  if (!type.startsWith('multipart/') || depth > DEEPEST) return null;
  const parts = partsOf(entity);
  const named = start === '' ? undefined : parts.find((part) => header(part, 'content-id') === start);
  for (const part of named ? [named, ...parts] : parts) {
    const page = findPage(part, parameter(part, 'start'), depth + 1);
    if (page) return page;
  }
  return null;
}

/** The parts between the boundary's lines. Throws a Refusal when the file breaks off before the first. */
function partsOf(entity: Entity): readonly Entity[] {
  const boundary = parameter(entity, 'boundary');
  if (boundary === '') throw damaged('its parts cannot be told apart');
  const pieces = `\n${entity.body}`.split(`\n--${boundary}`);
  if (pieces.length < 2) throw damaged('it ends before the page begins');
  if (pieces.length > MOST_PARTS) throw damaged('it has more parts than any page');
  const parts: Entity[] = [];
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith('--')) break;
    parts.push(entityOf(piece.slice(piece.indexOf('\n') + 1)));
  }
  return parts;
}

function entityOf(source: string): Entity {
  const end = /\r?\n\r?\n|^\r?\n/u.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' };
}

function header({ headers }: Entity, name: string): string {
  return headers.get(name) ?? '';
}

function typeOf(entity: Entity): string {
  return header(entity, 'content-type').split(';')[0]!.trim().toLowerCase();
}

function parameter(entity: Entity, name: string): string {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu');
  const found = pattern.exec(header(entity, 'content-type'));
  return found?.[1] ?? found?.[2] ?? '';
}

/** Quoted-printable (RFC 2045) as bytes, one per unit. What is no escape is left as it stands. */
export function unquotePrintable(body: string): string {
  return body
    .replace(/=[ \t]{0,76}\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
