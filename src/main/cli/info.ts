import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import { readProject } from '../store/project-store';
import { oneWord, typed } from './arguments';
import type { Command } from './index';

/** What is in a project, counted. */
export const infoCommand: Command = async (args, streams) => {
  const asked = typed(args, []);
  const { project, report } = await readProject(oneWord(asked, 'the folder of a project'));
  const found = { ...countsOf(project), report };
  await streams.write(asked.json ? `${JSON.stringify(found)}\n` : inWords(found));
  return 0;
};

function countsOf(project: Project) {
  const layers: Record<string, number> = {};
  const annotators: Record<string, number> = {};
  let annotations = 0;
  for (const { layer, annotatorId } of allAnnotations(project)) {
    annotations++;
    layers[layer] = (layers[layer] ?? 0) + 1;
    annotators[annotatorId] = (annotators[annotatorId] ?? 0) + 1;
  }
  const statuses: Record<string, number> = {};
  for (const id of project.articles.keys()) {
    const status = project.readings.get(id)?.status ?? 'new';
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  const { info, codebook, articles, speakers, claims } = project;
  return {
    id: info.id,
    name: info.name,
    codebook: `${codebook.name} ${codebook.version}`,
    articles: articles.size,
    statuses,
    annotations,
    layers,
    annotators,
    speakers: speakers.size,
    claims: claims.size,
  };
}

function inWords(found: ReturnType<typeof countsOf> & { readonly report: readonly string[] }): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const lines = [
    `${found.name} (${found.id})`,
    `codebook     ${found.codebook}`,
    `articles     ${found.articles} (${list(found.statuses)})`,
    `annotations  ${found.annotations} (${list(found.layers)})`,
    `annotators   ${list(found.annotators)}`,
    `speakers     ${found.speakers}`,
    `claims       ${found.claims}`,
    ...found.report.map((sentence) => `! ${sentence}`),
  ];
  return `${lines.join('\n')}\n`;
}
