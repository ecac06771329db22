import type { Article } from '../../core/project/model';
import { blockAt } from '../../core/text/motion';
import type { Span } from '../../core/text/span';

/** "The Harbour Post ¶2": where a passage that starts at `start` (UTF-16) stands, as one would cite it. */
export function placeOf(article: Article, start: number | undefined): string {
  const where = article.outlet ?? article.title;
  if (start === undefined) return where;
  const index = blockAt(article.blocks, start);
  const kind = article.blocks[index]?.kind;
  if (kind === undefined) return where;
  if (!NUMBERED.has(kind)) return `${where} · ${kind === 'title' ? 'headline' : kind}`;
  const number = article.blocks.slice(0, index + 1).filter((block) => NUMBERED.has(block.kind)).length;
  return `${where} ¶${number}`;
}

const NUMBERED = new Set(['paragraph', 'blockquote', 'post']);

/** Up to `reach` UTF-16 units before and after a passage, inside its paragraph and cut between words. */
export function around(
  article: Article,
  { start, end }: Span,
  reach = 64,
): { readonly before: string; readonly after: string } {
  const from = article.blocks[blockAt(article.blocks, start)]?.start ?? 0;
  const to = article.blocks[blockAt(article.blocks, end - 1)]?.end ?? article.text.length;
  const before = article.text.slice(Math.max(from, start - reach), start);
  const after = article.text.slice(end, Math.min(to, end + reach));
  return {
    before: start - reach > from ? `…\u00a0${before.replace(/^\S*\s+/, '')}` : before,
    after: end + reach < to ? `${after.replace(/\s+\S*$/, '')}\u00a0…` : after,
  };
}
