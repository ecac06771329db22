import { manyTimes, oddWord } from './odd-values';
import type { Random } from './random';

interface Element {
  readonly start: number;
  readonly end: number;
}

/** Deletes, doubles, moves, wraps or empties whole elements, so that XML stays XML. Null when there are none. */
export function mutateXml(text: string, other: string, random: Random): string | null {
  const elements = elementsOf(text);
  if (elements.length === 0) return null;
  const { start, end } = random.pick(elements);
  const whole = text.slice(start, end);
  const instead = (given: string) => text.slice(0, start) + given + text.slice(end);
  const [open = ''] = /^<[^>]*>/.exec(whole) ?? [];
  const name = /^<([^\s/>]+)/.exec(open)?.[1] ?? 'a';
  switch (random.int(8)) {
    case 0:
      return instead('');
    case 1:
      return instead(whole.repeat(random.chance(0.02) ? 2_000 : 2));
    case 2:
      return instead(sliceOf(text, random.pick(elements)));
    case 3: {
      const theirs = elementsOf(other);
      return instead(theirs.length === 0 ? '' : sliceOf(other, random.pick(theirs)));
    }
    case 4:
      return instead(open.endsWith('/>') ? open : `${open}</${name}>`);
    case 5: {
      const levels = random.chance(0.1) ? 300 : 1 + random.int(4);
      return instead(`<${name}>`.repeat(levels) + whole + `</${name}>`.repeat(levels));
    }
    case 6: {
      const said = (random.chance(0.2) ? manyTimes(random) : oddWord(random)).replace(/[<&]/g, '');
      return instead(open.endsWith('/>') ? open + said : `${open}${said}</${name}>`);
    }
    default:
      return instead(whole.replace(open, open.replace(/ [\w:.-]+="[^"]*"/, '')));
  }
}

function sliceOf(text: string, { start, end }: Element): string {
  return text.slice(start, end);
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g;
/** At most so many tags are looked at. */
const MOST = 2_000;

function elementsOf(text: string): readonly Element[] {
  const found: Element[] = [];
  const open: { readonly name: string; readonly start: number }[] = [];
  let tags = 0;
  for (const match of text.matchAll(TAG)) {
    if (++tags > MOST) break;
    const [tag, closes, name = '', alone] = match;
    const end = match.index + tag.length;
    if (alone) found.push({ start: match.index, end });
    else if (!closes) open.push({ name, start: match.index });
    else if (open.at(-1)?.name === name) found.push({ start: open.pop()!.start, end });
  }
  return found;
}
