import type { Annotation, Article } from '../../project/model';
import { sha256 } from '../../text/sha256';
import type { Part } from '../part';
import { xmlSafe } from './xml-text';

/** An article of a part, and the part, as XML can hold them: with spaces for the characters that it forbids. */
export function xmlPart(part: Part, article: Article): { readonly part: Part; readonly article: Article } {
  const text = xmlSafe(article.text);
  if (text === article.text) return { part, article };
  const annotations = new Map(part.annotations);
  annotations.set(article.id, (part.annotations.get(article.id) ?? []).map(withSafeQuote));
  return { part: { ...part, annotations }, article: { ...article, text, sha256: sha256(text) } };
}

function withSafeQuote(annotation: Annotation): Annotation {
  const { quote, prefix, suffix } = annotation;
  return { ...annotation, quote: xmlSafe(quote), prefix: xmlSafe(prefix), suffix: xmlSafe(suffix) };
}
