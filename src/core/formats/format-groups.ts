import type { Format, FormatGroup } from './format';

const LABELS: Readonly<Record<FormatGroup, string>> = {
  own: 'Marginalia and tables',
  data: 'Datasets',
  tools: 'Annotation tools',
  standards: 'Corpus and standards',
};

/** Formats under a heading, in the order in which they are offered. */
export interface GroupedFormats {
  readonly group: FormatGroup;
  readonly label: string;
  readonly formats: readonly Format[];
}

/** The formats in their groups; only those in whose names, groups or options every word of `query` occurs. */
export function groupedFormats(formats: readonly Format[], query = ''): readonly GroupedFormats[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (Object.keys(LABELS) as FormatGroup[]).flatMap((group) => {
    const found = formats.filter((format) => {
      if ((format.group ?? 'standards') !== group) return false;
      const said = saidOf(format, LABELS[group]);
      return words.every((word) => said.includes(word));
    });
    return found.length === 0 ? [] : [{ group, label: LABELS[group], formats: found }];
  });
}

/** Everything by which a person may know a format. */
function saidOf({ id, label, hint, extensions, options = {} }: Format, group: string): string {
  const asked = Object.values(options).flatMap((option) => [
    option.label,
    ...(option.kind === 'choice' ? option.values.flatMap((value) => [value.value, value.label]) : []),
  ]);
  const ends = extensions.map((extension) => `.${extension}`);
  return [id, label, hint, group, ...ends, ...asked].join(' ').toLowerCase();
}
