import { oneLine } from '../facts';
import { findDate } from './dates';

/** What a byline says. `author` is the names as printed. */
export interface Byline {
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly publishedAt?: string;
}

const OPENING =
  /^(?<sure>\(?(?:(?:written|words|story|reported|reporting|report|text|posted|analysis|opinion)\s+by|by\s*:|author\s*:|autor(?:in)?\s*:))\s+|^(?<likely>by|von)\s+/iu;

/** Small words that stand inside names. */
const JOINTS =
  /^(?:and|und|&|y|e|de|da|di|do|du|dos|del|der|den|la|le|van|von|of|for|ten|ter|bin|ibn|al|el)$/iu;

/**
 * Reads "By Jane Doe", "Written by Jane Doe and Max Roe", "BY JANE DOE | March 12, 2024", "Von Jane Doe".
 * Undefined when the line is no byline: "By Thursday the ferry was gone" is not one, since not all of its
 * words look like names.
 */
export function parseByline(line: string): Byline | undefined {
  if (line.length > 200) return undefined;
  const flat = oneLine(line);
  const opening = OPENING.exec(flat);
  if (!opening) return undefined;
  const date = findDate(flat);
  const said = (date ? flat.slice(0, date.start) : flat)
    .slice(opening[0].length)
    .replace(/[;)].*$/u, '')
    .replace(/[\s,|·•–—-]+$/u, '');
  const parts = said.split(/\s*[|·•–—]\s*|\s+-\s+/u);
  const names = namesIn(parts[0] ?? '');
  if (!names) return opening.groups?.sure && said ? withDate(said, date?.iso) : undefined;
  return withDate(names, date?.iso);
}

function withDate(author: string, iso: string | undefined): Byline {
  return iso ? { author, publishedAt: iso } : { author };
}

/** The names before a role or a place ("Jane Doe, harbour correspondent"); undefined when there are none. */
function namesIn(text: string): string | undefined {
  // "By and large", "Von der Leyen …": small words stand inside names, not before them.
  if (JOINTS.test(text.split(' ', 1)[0] ?? '')) return undefined;
  const lists = /,\s.*\s(?:and|und|&)\s/u.test(text);
  const segments = text.split(/,\s*/u);
  const kept: string[] = [];
  for (const segment of segments) {
    if (!isPersonName(segment) || (kept.length > 0 && !lists)) break;
    kept.push(segment);
  }
  const found = kept.join(', ');
  return found && found.length <= 120 ? found : undefined;
}

/** One to seven words, each with a capital or a small word between: a person, a paper, a place. */
export function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u, 9);
  if (words.length > 7 || JOINTS_AT_END.test(text.trim())) return false;
  return words.every((word) => /^[\p{Lu}@][\p{L}\p{N}.&'’_-]*$/u.test(word) || JOINTS.test(word));
}

const JOINTS_AT_END = /^(?:and|of|for|und)\s|\s(?:and|of|for|und|the)$/iu;

/** A name that may be someone's: not a weekday, not "The …". */
export function isPersonName(text: string): boolean {
  return (
    isName(text) &&
    !/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|then|the|a|an|all)\b/iu.test(text.trim())
  );
}

/** A name that is more likely an outlet's than a person's: "The Harbour Post", "HarbourMix". */
export function isOutletName(text: string): boolean {
  return isName(text) && (!text.trim().includes(' ') || OUTLET.test(text));
}

const OUTLET =
  /^(?:the|der|die|das)\s|\b(?:post|news|times|tribune|herald|wire|press|journal|gazette|chronicle|mail|daily|weekly|observer|guardian|independent|star|review|magazine|radio|online|tageblatt|zeitung|anzeiger|rundschau|nachrichten|kurier|standard|spiegel)\b/iu;

/** Words that tell that a line under a name says what its bearer does. */
const TRADE =
  /\b(?:reporter|correspondent|editor|columnist|staff|writer|journalist|contributor|critic|bureau|redakteur(?:in)?|journalistin)\b/iu;

/** Does a short line say what someone does at a paper ("Harbour correspondent")? */
export function namesATrade(line: string): boolean {
  return line.length <= 100 && TRADE.test(line);
}
