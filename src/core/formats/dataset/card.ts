import { layerOf } from '../../project/codebook';
import { VERSION } from '../../version';
import type { LossReport } from '../format';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import type { Agreement } from './agreement';
import type { DescribedTable } from './describe';
import { isSpdx } from './describe';
import type { DatasetValues } from './settings';
import type { Split } from './split';
import { splitsInWords } from './split';

interface Told {
  readonly tables: readonly DescribedTable[];
  readonly values: DatasetValues;
  readonly seed: string;
  readonly splits: ReadonlyMap<Split, number>;
  readonly agreement: readonly Agreement[];
  readonly loss: LossReport;
}

const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
const cell = (text: string) => line(text).replaceAll('|', '\\|');
const number = (count: number) => count.toLocaleString('en');

/**
 * The dataset card (README.md): counts, units, agreement, licence and citation, what each table and column is, what was
 * left out. The YAML at its head tells Hugging Face `datasets` which file is which table.
 */
export function card(part: Part, { tables, values, seed, splits, agreement, loss }: Told): string {
  const { info, codebook } = part.whole;
  const { licence, citation, pseudonyms } = values;
  const head = [
    ...(isSpdx(licence) ? [`license: ${licence.toLowerCase()}`] : []),
    'configs:',
    ...tables.map(({ path, table }) => `- config_name: ${table.name}\n  data_files: ${path}`),
  ];
  const described = tables.map(({ path, rows, table }) => {
    const columns = table.columns.map(
      (column) => `| ${column.name} | ${column.type} | ${cell(column.description)} |`,
    );
    return `### ${table.name}: ${number(rows)} rows\n\n${table.description} File: \`${path}\`.\n\n| column | type | meaning |\n|---|---|---|\n${columns.join('\n')}\n`;
  });
  const losses = loss.losses.map(({ count, label }) => `- ${number(count)} ${label}`);
  return `---
${head.join('\n')}
---

# ${line(info.name)}

${info.note === '' ? 'A coding of news articles.' : info.note}

- Written by Marginalia ${VERSION}.
- Codebook: ${line(codebook.name)} ${codebook.version}, in \`codebook.json\`.
- Offsets are Unicode code points of the article’s \`text\`, the end exclusive: in Python \`text[start:end]\`, in R \`substr(text, start + 1, end)\`.
- An empty cell means “not set” or “not known”.
- Speakers ${pseudonyms ? 'are called by consistent pseudonyms in all tables; **the texts of the articles and the words of attributions still hold their names**' : 'are called by their names'}.
- The same tables as Parquet are in \`parquet/\`; annotations are partitioned by layer (\`layer=…\`).
- SHA-256 of every file: \`checksums.sha256\` (\`sha256sum -c checksums.sha256\`).
- Splits: ${splits.size === 0 ? 'none' : `${splitsInWords(splits)}, by article (${values.splits}, seed \`${line(seed)}\`)`}.
- Licence: ${licence === '' ? 'to be filled in by whoever publishes this. Mind the rights in the articles’ texts' : line(licence)}.
- How to cite: ${citation === '' ? 'to be filled in' : line(citation)}.

## What is in it

${counts(part)}
${agreement.length === 0 ? '' : `## Agreement\n\n${agreed(agreement)}\n`}## Tables

${described.join('\n')}
## Not in this dataset

${losses.length === 0 ? 'Nothing was left out.' : `Also in \`losses.json\`.\n\n${losses.join('\n')}`}
`;
}

/** Annotations by layer and annotator. */
function counts(part: Part): string {
  const annotators = new Set<string>();
  const found = new Map<string, Map<string, number>>();
  let all = 0;
  for (const { layer, annotatorId } of annotationsIn(part)) {
    all++;
    annotators.add(annotatorId);
    const own = found.get(layer) ?? new Map<string, number>();
    found.set(layer, own.set(annotatorId, (own.get(annotatorId) ?? 0) + 1));
  }
  const many = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  const articles = `${many(part.articles.length, 'article')}, ${many(all, 'annotation')} by ${many(annotators.size, 'annotator')}.\n`;
  if (all === 0) return articles;
  const who = [...annotators].sort();
  const rows = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([layer, own]) => {
      const each = who.map((id) => number(own.get(id) ?? 0));
      const sum = [...own.values()].reduce((total, count) => total + count, 0);
      return `| ${cell(layerOf(part.whole.codebook, layer)?.label ?? layer)} | ${number(sum)} | ${each.join(' | ')} |`;
    });
  return `${articles}\n| layer | annotations | ${who.map(cell).join(' | ')} |\n|---|${'---|'.repeat(who.length + 1)}\n${rows.join('\n')}\n`;
}

function agreed(agreement: readonly Agreement[]): string {
  const share = (value: number) => value.toFixed(2);
  const rows = agreement.map(
    ({ layer, annotators, articles, passages, characters }) =>
      `| ${cell(layer)} | ${annotators.map(cell).join(', ')} | ${number(articles)} | ${share(passages)} | ${share(characters)} |`,
  );
  return `F1 of two annotators in the articles in which both marked anything: of annotations with exactly the same passages, and of the characters marked.\n\n| layer | annotators | articles | passages | characters |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
