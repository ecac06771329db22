import type { Project } from '../../project/model';
import type { LossReport } from '../format';
import type { DescribedFile } from './describe';

/**
 * The dataset card (README.md): counts, units, what each table and column is, what was left out. The YAML at its head
 * tells Hugging Face `datasets` which file is which table.
 */
export function card(
  { info, codebook }: Project,
  files: readonly DescribedFile[],
  loss: LossReport,
  pseudonyms: boolean,
): string {
  const name = info.name.replace(/\s+/gu, ' ');
  const configs = files.map(({ path, table }) => `- config_name: ${table.name}\n  data_files: ${path}`);
  const tables = files.map(({ path, table }) => {
    const columns = table.columns.map(
      (column) => `| ${column.name} | ${column.type} | ${column.description.replaceAll('|', '\\|')} |`,
    );
    return `### ${table.name}: ${table.rows.length.toLocaleString('en')} rows\n\n${table.description} File: \`${path}\`.\n\n| column | type | meaning |\n|---|---|---|\n${columns.join('\n')}\n`;
  });
  const losses = loss.losses.map(({ count, label }) => `- ${count} ${label}`);
  return `---
configs:
${configs.join('\n')}
---

# ${name}

${info.note === '' ? 'A coding of news articles, written by Marginalia.' : info.note}

- Codebook: ${codebook.name.replace(/\s+/gu, ' ')} ${codebook.version}, in \`codebook.json\`.
- Offsets are Unicode code points of the article’s \`text\`, the end exclusive: in Python \`text[start:end]\`, in R \`substr(text, start + 1, end)\`.
- An empty cell means “not set” or “not known”.
- Speakers ${pseudonyms ? 'are called by consistent pseudonyms in all tables; **the texts of the articles and the words of attributions still hold their names**' : 'are called by their names'}.
- The same tables as Parquet are in \`parquet/\`; annotations are partitioned by layer (\`layer=…\`).
- Licence: to be filled in by whoever publishes this. Mind the rights in the articles’ texts.
- How to cite: to be filled in.

## Tables

${tables.join('\n')}
## Not in this dataset

${losses.length === 0 ? 'Nothing was left out.' : losses.join('\n')}
`;
}
