import { FORMATS } from '../../src/core/formats/registry';
import { projectWith } from './project-of-size';

export interface Exporting {
  /** Which format; null when there is none of the kind yet. */
  readonly format: string | null;
  readonly annotations: number;
  /** Median of three, ms. */
  readonly took: number;
}

/** Writes a project as JSON lines, in memory. */
export async function measureExport(articles: number): Promise<Exporting> {
  const format = FORMATS.find(({ extensions }) => extensions.includes('jsonl'));
  const annotations = articles * 40;
  if (!format) return { format: null, annotations, took: 0 };
  const project = projectWith(articles);
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const began = performance.now();
    format.serialize(project);
    times.push(performance.now() - began);
  }
  return { format: format.id, annotations, took: times.sort((a, b) => a - b)[1]! };
}
