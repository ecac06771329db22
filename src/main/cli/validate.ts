import { stat } from 'node:fs/promises';
import { FormatError } from '../../core/formats/format';
import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import { placementProblem } from '../../core/project/validate';
import { filesNamed } from '../import/named-files';
import { readProject } from '../store/project-store';
import { oneWord, readerNamed, typed } from './arguments';
import type { Command } from './index';
import { sayError } from './streams';

/** Reads a project, or the files of a format, and lists what is wrong; 1 when anything is. */
export const validateCommand: Command = async (args, streams) => {
  const asked = typed(args, ['format']);
  const path = oneWord(asked, 'a project or a file');
  const problems: string[] = [];
  if (asked.options.format === undefined) {
    await stat(path);
    const { project, report } = await readProject(path);
    problems.push(...report, ...problemsIn(project));
  } else {
    const format = readerNamed(asked, 'format');
    const files = await filesNamed([path]);
    try {
      const { project, warnings } = format.parse(files);
      problems.push(...warnings, ...problemsIn(project));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problems.push(sayError(error));
    }
  }
  if (asked.json) await streams.write(`${JSON.stringify({ valid: problems.length === 0, problems })}\n`);
  else await streams.write(problems.length === 0 ? 'valid\n' : problems.map((next) => `${next}\n`).join(''));
  return problems.length === 0 ? 0 : 1;
};

/** Annotations that do not stand in their text, and links to nothing. */
function problemsIn(project: Project): readonly string[] {
  const ids = new Set([...allAnnotations(project)].map(({ id }) => id));
  const problems: string[] = [];
  for (const annotation of allAnnotations(project)) {
    const article = project.articles.get(annotation.articleId);
    const wrong = article ? placementProblem(annotation, article) : 'its article is missing';
    if (wrong) problems.push(`annotation ${annotation.id}: ${wrong}`);
    for (const target of Object.values(annotation.roles).flat()) {
      const lost =
        ('annotation' in target && !ids.has(target.annotation)) ||
        ('speaker' in target && !project.speakers.has(target.speaker)) ||
        ('claim' in target && !project.claims.has(target.claim));
      if (lost)
        problems.push(`annotation ${annotation.id}: points at ${JSON.stringify(target)}, which is not there`);
    }
  }
  return problems;
}
