import type { Attribute, Codebook, Layer } from '../../project/codebook';
import { HEX } from '../marks/colours';
import { CONTINUES } from '../marks/piece';
import { controlName, controlType, LABELS, TEXT } from './controls';

/** A labelling configuration (XML) for the layers: labels, a control for each attribute, and the roles as relations. */
export function labellingConfig(codebook: Codebook, layers: readonly Layer[]): string {
  const keys = new Set<string>(['']);
  const labels = layers.map(({ id, colour, key }) => {
    const hotkey = keys.has(key) ? {} : { hotkey: key };
    keys.add(key);
    return tag('Label', { value: id, background: HEX[colour].line, ...hotkey });
  });
  const roles = layers.flatMap((layer) =>
    layer.roles.filter(({ targets }) => targets.includes('annotation')),
  );
  const relations = new Set([...roles.map(({ id }) => id), CONTINUES]);
  const lines = [
    '<View>',
    ...block(
      'Relations',
      {},
      [...relations].map((value) => tag('Relation', { value })),
    ),
    ...block('Labels', { name: LABELS, toName: TEXT }, labels),
    `  ${tag('Text', { name: TEXT, value: '$text' })}`,
    ...controls(codebook, layers),
    '</View>',
  ];
  return `${lines.join('\n')}\n`;
}

function controls(codebook: Codebook, layers: readonly Layer[]): readonly string[] {
  const found = new Map<string, { attribute: Attribute; layers: string[] }>();
  for (const { id, attributes } of layers) {
    for (const attribute of attributes) {
      const name = controlName(codebook, id, attribute.id);
      const known = found.get(name) ?? { attribute, layers: [] };
      found.set(name, known);
      known.layers.push(id);
    }
  }
  return [...found].flatMap(([name, { attribute, layers }]) => {
    // A comma separates the labels, so that none may hold one.
    const when = layers.filter((id) => !id.includes(','));
    const base = {
      name,
      toName: TEXT,
      perRegion: 'true',
      visibleWhen: 'region-selected',
      ...(when.length === layers.length ? { whenTagName: LABELS, whenLabelValue: when.join(',') } : {}),
    };
    return ['', `  <!-- ${comment(attribute.label)} -->`, ...control(attribute, base)];
  });
}

function control(attribute: Attribute, base: Readonly<Record<string, string>>): readonly string[] {
  switch (controlType(attribute)) {
    case 'choices': {
      const values = 'values' in attribute ? attribute.values : [];
      const choices = values.map(({ id, label }) =>
        tag('Choice', label === id ? { value: id } : { value: label, alias: id }),
      );
      return block(
        'Choices',
        { ...base, choice: attribute.kind === 'multiple' ? 'multiple' : 'single' },
        choices,
      );
    }
    case 'number':
      return [`  ${tag('Number', { ...base, ...boundsOf(attribute) })}`];
    case 'datetime':
      return [`  ${tag('DateTime', { ...base, only: 'date', format: '%Y-%m-%d' })}`];
    default:
      return [`  ${tag('TextArea', { ...base, maxSubmissions: '1', editable: 'true' })}`];
  }
}

function boundsOf(attribute: Attribute): Readonly<Record<string, string>> {
  return 'min' in attribute ? { min: String(attribute.min), max: String(attribute.max), step: '1' } : {};
}

function block(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inner: readonly string[],
): readonly string[] {
  return [`  ${open(name, attributes)}>`, ...inner.map((line) => `    ${line}`), `  </${name}>`];
}

const tag = (name: string, attributes: Readonly<Record<string, string>>) => `${open(name, attributes)}/>`;

function open(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
}

/** As XML 1.0 can hold it: what it forbids is left out, what an attribute would lose is written as a number. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

const comment = (text: string) => escaped(text).replace(/-{2,}|-$/g, '–');
