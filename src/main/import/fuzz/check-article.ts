import { textProblem } from '../../../core/formats/carriable';
import type { ArticleDraft } from '../../../core/import/draft';
import { parseArticle } from '../../../core/project/validate';
import { holds } from './faults';

/** Throws a Fault for a draft that is not what draft.ts promises. */
export function checkDraft(draft: ArticleDraft): void {
  const { text, blocks, title, publishedAt, url } = draft;
  const valid = parseArticle({ ...draft, id: 'a', order: 1, addedAt: '2024-01-01T00:00:00.000Z' });
  holds(valid.text === text, 'the text is not kept');
  holds(textProblem(text) === null, () => textProblem(text)!);
  holds(
    !/\r|^\ufeff|\s$/.test(text.slice(0, 1) + text.slice(-1)) && !text.includes('\r'),
    'line ends, or white space at an end',
  );
  const facts = [title, draft.standfirst, draft.byline, draft.outlet, draft.note];
  for (const fact of facts) holds(!/\p{Surrogate}|\0/u.test(fact ?? ''), 'a fact holds half a character');
  holds(
    publishedAt === undefined || /^\d{4}-\d\d-\d\d$/.test(publishedAt),
    () => `published at ${publishedAt}`,
  );
  holds(url === undefined || /^https?:\/\//i.test(url), () => `the address ${url}`);
  let last = 0;
  for (const { start, end } of blocks) {
    holds(
      last <= start && start < end && end <= text.length,
      () => `a block from ${start} to ${end} after ${last}`,
    );
    holds(text.slice(last, start).trim() === '', () => `words between blocks at ${last}`);
    last = end;
  }
  holds(blocks.length > 0 && text.slice(last).trim() === '', 'words after the last block');
}
