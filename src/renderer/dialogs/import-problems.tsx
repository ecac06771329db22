import type { ImportProblem } from '../../core/import/draft';
import { plural } from '../ui/words';

/** Names said for one kind of problem; a folder of pictures has thousands. */
const NAMED = 100;

/** What could not be read, file by file; files with the same trouble stand together. */
export function ImportProblems({
  problems,
  folded,
}: {
  problems: readonly ImportProblem[];
  folded: boolean;
}) {
  const loud = problems.filter(({ quiet }) => !quiet);
  const groups = new Map<string, ImportProblem[]>();
  for (const problem of folded ? loud : problems) {
    const group = groups.get(problem.message);
    if (group) group.push(problem);
    else groups.set(problem.message, [problem]);
  }
  const list = (
    <ul>
      {[...groups].map(([message, files]) => (
        <li key={message}>
          <Names files={files} />
          <p>{message}</p>
        </li>
      ))}
    </ul>
  );
  if (!folded) return <div className="import-problems">{list}</div>;
  return (
    <>
      {loud.length > 0 && (
        <details className="import-problems" open={loud.length < 3}>
          <summary>{plural(loud.length, 'file')} could not be read</summary>
          {list}
        </details>
      )}
      {problems
        .filter(({ quiet }) => quiet)
        .map(({ fileName, message }) => (
          <p key={fileName} className="passed-over" title={message}>
            <bdi>{fileName}</bdi>: {message.slice(0, message.indexOf('.') + 1)}
          </p>
        ))}
    </>
  );
}

function Names({ files }: { files: readonly ImportProblem[] }) {
  const more = files.length - NAMED;
  return (
    <b>
      {files.slice(0, NAMED).map(({ fileName }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{fileName}</bdi>
        </span>
      ))}
      {more > 0 && ` and ${more.toLocaleString()} more`}
    </b>
  );
}
