import type { SchemeHint } from '../marks/codebook-of';

/** What a labelling configuration tells that we use. */
export interface LabellingConfig {
  /** The key of the task's data that holds the text ("text" for `value="$text"`), if it says so. */
  readonly textKey: string | undefined;
  readonly scheme: readonly SchemeHint[];
}

/** A tag with its attributes; quotation marks keep ">" inside a value. */
const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads a labelling configuration as far as it concerns plain text: which key holds the text, the labels, and the
 * choices that are made for each region. What it does not understand it passes over.
 */
export function readConfig(xml: string): LabellingConfig {
  const labels: string[] = [];
  const choices: { name: string; values: string[]; on: readonly string[] | null }[] = [];
  let textKey: string | undefined;
  let within: (typeof choices)[number] | undefined;
  for (const [, closing, name, rest] of xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)) {
    const tag = name!.toLowerCase();
    if (closing) {
      if (tag === 'choices') within = undefined;
      continue;
    }
    const attributes = new Map(
      Array.from(rest!.matchAll(ATTRIBUTE), ([, key, double, single]) => [
        key!,
        unescaped(double ?? single ?? ''),
      ]),
    );
    if (tag === 'text') textKey ??= /^\$(.+)$/.exec(attributes.get('value') ?? '')?.[1];
    if (tag === 'label') labels.push(attributes.get('alias') ?? attributes.get('value') ?? '');
    if (tag === 'choices' && attributes.get('perRegion') === 'true') {
      const on = attributes.get('whenLabelValue')?.split(',') ?? null;
      within = { name: attributes.get('name') ?? 'choices', values: [], on };
      choices.push(within);
    }
    if (tag === 'choice') within?.values.push(attributes.get('alias') ?? attributes.get('value') ?? '');
  }
  const scheme = labels
    .filter((label) => label !== '')
    .map((layer) => {
      const own = choices.filter(({ on }) => on === null || on.includes(layer));
      return { layer, attributes: new Map(own.map(({ name, values }) => [name, values])) };
    });
  return { textKey, scheme };
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '';
    },
  );
}
