import type { Annotation, Project, Speaker, Target } from '../../src/core/project/model';
import { annotationsOf, articleOf, projectOf } from './project';
import { makeSample } from './sample';

const SPEAKERS = 400;
const EACH = 1_000;

/** So many annotations (a multiple of 1,000), a thousand an article; with speakers, outlets, dates and notes. */
export function tableProject(annotations: number): Project {
  const samples = Array.from({ length: 10 }, (_, index) => makeSample(20_000 + index * 100, EACH));
  const articles = Array.from({ length: annotations / EACH }, (_, index) => ({
    ...articleOf(`article-${index}`, samples[index % samples.length]!, index),
    outlet: `Outlet ${index % 12}`,
    publishedAt: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  const lists = articles.map(({ id }, index) =>
    annotationsOf(id, samples[index % samples.length]!).map((annotation, at) =>
      spoken(annotation, (index * 7 + at) % SPEAKERS, index * EACH + at),
    ),
  );
  return { ...projectOf(articles, lists), speakers: speakersOf(SPEAKERS) };
}

/** A register of so many speakers, s0, s1 … */
export function speakersOf(count: number): ReadonlyMap<string, Speaker> {
  const speakers = Array.from({ length: count }, (_, index): Speaker => {
    const name = `Speaker ${String.fromCharCode(65 + (index % 26))} ${index}`;
    return { id: `s${index}`, name, aliases: [], kind: 'person', note: '' };
  });
  return new Map(speakers.map((one) => [one.id, one]));
}

const ROLES: Readonly<Record<string, string>> = { quote: 'source', speaker: 'is', sentiment: 'target' };

/** Quotes, mentions and sentiments name someone; claims take it from the quote around them. */
export function spoken(annotation: Annotation, speaker: number, number: number): Annotation {
  const role = ROLES[annotation.layer];
  const targets: readonly Target[] = [{ speaker: `s${speaker}` }];
  return {
    ...annotation,
    ...(role && number % 9 > 0 ? { roles: { [role]: targets } } : {}),
    status: number % 3 === 0 ? 'final' : 'draft',
    note: number % 50 === 0 ? `a note on ${number}` : '',
    updatedAt: new Date(Date.UTC(2024, 0, 1) + ((number * 7919) % 1_000_000) * 1_000).toISOString(),
  };
}
