import { learn } from '../facts';
import { parseByline } from './bylines';
import { labelledLine, learnLabelled } from './labels';
import type { Reading } from './reading';

/** How many pieces at the end may be the paper's and not the story's. */
const TAIL = 6;
/** The longest line about an author, in UTF-16 units. */
const LONGEST_BIO = 250;

const AGENCY_CREDIT = /^\((?:reporting|writing|editing|additional reporting|compiled)\b.{0,300}\)$/iu;

/**
 * Marks what stands below the story: "Written by Jane Doe" and the line about her after it, "Source: …",
 * "(Reporting by …)". Needs at least two pieces before, so that a lone line stays a text.
 */
export function findTail({ pieces, kinds, facts }: Reading): void {
  for (let index = Math.max(2, pieces.length - TAIL); index < pieces.length; index++) {
    if (kinds[index] !== null) continue;
    const { text } = pieces[index]!;
    const byline = parseByline(text);
    const labelled = labelledLine(text);
    if (byline) {
      kinds[index] = 'byline';
      learn(facts, 'byline', byline.author);
      learn(facts, 'publishedAt', byline.publishedAt);
      if (kinds[index + 1] === null && pieces[index + 1]!.text.length <= LONGEST_BIO)
        kinds[++index] = 'byline';
    } else if (
      labelled &&
      labelled.field !== 'title' &&
      learnLabelled(facts, labelled.field, labelled.value)
    ) {
      kinds[index] = 'byline';
    } else if (AGENCY_CREDIT.test(text) || isAbout(text, facts.byline)) {
      kinds[index] = 'byline';
    }
  }
}

/** "Jane Doe is the Post's harbour correspondent." under an article by Jane Doe. */
function isAbout(text: string, author: string | undefined): boolean {
  return (
    author !== undefined &&
    text.length <= LONGEST_BIO &&
    /^ is (?:an?|the)\b/u.test(text.slice(author.length)) &&
    text.startsWith(author)
  );
}
