import { useMemo } from 'react';
import type { Project } from '../../core/project/model';
import type { Found } from './search-data';

/** The hits looked at, and how wide the column between the contexts may become (CSS px). */
const SAMPLE = 500;
const NARROWEST = 24;
const WIDEST = 230;
/** As search.css sets the hits. */
const FACE = '600 15px "Literata Variable", Georgia, serif';

/** The width of the column of hits, so that what follows them begins at one line: that of the widest (CSS px). */
export function useHitWidth(shown: readonly Found[], articles: Project['articles']): number {
  const sample = shown.slice(0, SAMPLE);
  const hits = new Set(
    sample.map(({ articleId, span }) =>
      articles.get(articleId)!.text.slice(span.start, Math.min(span.end, span.start + 60)),
    ),
  );
  const joined = [...hits].join('\n');
  return useMemo(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return WIDEST;
    canvas.font = FACE;
    const widths = joined.split('\n').map((hit) => canvas.measureText(hit.replace(/\s+/g, ' ')).width);
    return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, ...widths)) + 1);
  }, [joined]);
}
