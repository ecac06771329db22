import type { Annotation, Article, Project } from '../../../src/core/project/model';
import { compareAnnotations } from '../../../src/core/project/order';
import { contextOf } from '../../../src/core/text/context';
import { find, hash } from './build';

/** A project that says something else than it should, in one place, by the kind of fault. */
export function withFaults(
  project: Project,
  words: string,
  other: string,
): Readonly<Record<string, Project>> {
  const [articleId, [annotation]] = [...project.annotations].find(
    ([, [first]]) => first?.quote === words,
  )! as [string, Annotation[]];
  const article = project.articles.get(articleId)!;
  const changed = (annotations: readonly Annotation[], text = article): Project => ({
    ...project,
    articles: new Map(project.articles).set(articleId, text),
    annotations: new Map(project.annotations).set(articleId, [...annotations].sort(compareAnnotations)),
  });
  const moved = (to: Article, at: string): Annotation => {
    const spans = [find(to.text, at)];
    return { ...annotation!, spans, ...contextOf(to.text, spans) };
  };
  const letter = `${words.slice(0, -1)}x`;
  const text = article.text.replace(words, letter);
  const misspelt = { ...article, text, sha256: hash(text) };
  return {
    'an annotation is missing': changed([]),
    'an annotation too many': changed([annotation!, { ...moved(article, other), id: `${annotation!.id}-b` }]),
    'another word is marked': changed([moved(article, other)]),
    'another layer': changed([{ ...annotation!, layer: 'quote', attributes: {} }]),
    'another letter in the text': changed([moved(misspelt, letter)], misspelt),
  };
}
