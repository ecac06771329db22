import type { RestoreSummary } from '../../core/project/restore-summary';
import { fateInWords } from './restore-words';

/** What would be different, first in all and then by article. */
export function RestoreSummaryView({ summary }: { readonly summary: RestoreSummary }) {
  const { articles, annotations, speakers, claims, readings, codebook, info } = summary;
  const lines = [
    fateInWords(annotations, 'annotation'),
    fateInWords(speakers, 'speaker'),
    fateInWords(claims, 'claim'),
    fateInWords(readings, 'reading status', 'reading statuses'),
    codebook && 'The codebook is as before',
    info && 'The name, memo or saved questions of the project are as before',
  ].filter((line) => line !== false && line !== '');
  if (lines.length === 0 && articles.length === 0)
    return <p className="restore-same">Nothing would change: the project is now what it was then.</p>;
  return (
    <>
      <ul className="restore-lines">
        {lines.map((line) => (
          <li key={line as string}>{line}</li>
        ))}
      </ul>
      {articles.length > 0 && (
        <table className="restore-table">
          <thead>
            <tr>
              <th scope="col">Annotations by article</th>
              <th scope="col">Only in the backup</th>
              <th scope="col">Only now</th>
              <th scope="col">Different</th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ id, title, article, back, gone, changed }) => (
              <tr key={id}>
                <th scope="row">
                  <span>{title}</span>
                  {article && <small>{ARTICLE[article]}</small>}
                </th>
                {[back, gone, changed].map((count, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns that stay where they are
                  <td key={index}>{count === 0 ? '–' : count.toLocaleString()}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const ARTICLE = {
  back: 'the article comes back',
  gone: 'the article goes',
  changed: 'its details are as before',
} as const;
