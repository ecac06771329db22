import type { UnhashedDraft } from '../../core/import/draft';
import type { FileSeen, ReadingWay } from '../../core/import/file-seen';
import { firstOf } from '../../core/import/file-seen';
import type { Decoded } from './decode';

/** So many problems of one file are told one by one. */
export const MOST_SAID = 20;

/** What a person is shown of a file that was read in some way. */
export function seenFile(
  { encoding, certain }: Decoded,
  format: FileSeen['format'],
  way: ReadingWay,
  { drafts, problems }: { readonly drafts: readonly UnhashedDraft[]; readonly problems: readonly string[] },
): FileSeen {
  return {
    way,
    format,
    encoding,
    encodingCertain: certain,
    count: drafts.length,
    first: firstOf(drafts),
    problems: problems.slice(0, MOST_SAID),
    problemCount: problems.length,
  };
}
