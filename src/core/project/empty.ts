import { DEFAULT_CODEBOOK } from './default-codebook';
import type { Annotator, Project, ProjectInfo } from './model';

/** A new project with the built-in codebook, one annotator and nothing else. */
export function emptyProject(info: ProjectInfo, annotator: Annotator): Project {
  return {
    info,
    codebook: DEFAULT_CODEBOOK,
    articles: new Map(),
    annotations: new Map(),
    speakers: new Map(),
    claims: new Map(),
    annotators: new Map([[annotator.id, annotator]]),
    readings: new Map(),
  };
}
