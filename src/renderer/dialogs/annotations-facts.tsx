import { useStore } from '../store';
import { plural } from '../ui/words';
import { ReadAs } from './annotations-as';
import { chooseAnnotator, chooseNewArticles, type Incoming } from './annotations-store';

/** Which articles they belong to, and who stands on them. */
export function AnnotationsFacts({ incoming }: { incoming: Incoming }) {
  const me = useStore((state) => state.settings.annotator.name);
  const { part, annotator, newArticles } = incoming;
  const fresh = part.articles.filter(({ how }) => how === 'new');
  const otherwise = part.articles.filter(({ how }) => how === 'quote');
  // A text that the file holds twice is found in what the file itself brings: that is not here yet.
  const brought = new Set(fresh.map(({ articleId }) => articleId));
  const here = part.articles.filter(({ how, articleId }) => /same|even/.test(how) && !brought.has(articleId));
  const found = new Set(here.map(({ articleId }) => articleId)).size;
  const moved = otherwise.reduce((sum, next) => sum + next.moved, 0);
  const said = [
    found > 0 && `${plural(found, 'article')} ${found === 1 ? 'is' : 'are'} here already`,
    otherwise.length > 0 &&
      `${plural(otherwise.length, 'article')} ${otherwise.length === 1 ? 'is' : 'are'} here with another text: ${plural(moved, 'annotation')} found again by the words`,
    fresh.length > 0 &&
      `${plural(fresh.length, 'article')} ${fresh.length === 1 ? 'is' : 'are'} not here yet`,
  ].filter((part) => part !== false);
  const all = [...part.project.annotators.values()].map(({ name }) => name);
  const makers = all.filter((name) => name !== IMPORTED);
  return (
    <div className="annotations-facts">
      <ReadAs />
      <span className="label">Articles</span>
      <div>
        <span>{said.length > 0 ? said.join(' · ') : 'none'}</span>
        {fresh.length > 0 && (
          <label
            className="check"
            title={fresh
              .map(({ title }) => title)
              .slice(0, 12)
              .join('\n')}
          >
            <input
              type="checkbox"
              checked={newArticles}
              onChange={(event) => chooseNewArticles(event.target.checked)}
            />
            <span>
              {fresh.length === 1 ? `Add “${fresh[0]!.title}”` : `Add ${plural(fresh.length, 'new article')}`}
            </span>
          </label>
        )}
      </div>
      {incoming.layers.length > 0 && (
        <>
          <span className="label" id="annotations-makers">
            Annotator
          </span>
          <div role="radiogroup" aria-labelledby="annotations-makers" className="annotations-makers">
            <Maker on={annotator === 'theirs'} onPick={() => chooseAnnotator('theirs')}>
              {makers.length === 0 ? `Not said in the file: “${IMPORTED}”` : makersInWords(makers)}
              {makers.length > 0 && makers.length < all.length && `, or “${IMPORTED}” where it does not say`}
            </Maker>
            <Maker on={annotator === 'me'} onPick={() => chooseAnnotator('me')}>
              Me: {me}
            </Maker>
          </div>
        </>
      )}
    </div>
  );
}

/** Tools that do not say who marked something leave only this. */
const IMPORTED = 'Imported';

function makersInWords(makers: readonly string[]): string {
  const more = makers.length > 4 ? ` and ${(makers.length - 4).toLocaleString()} more` : '';
  return `As in the file: ${makers.slice(0, 4).join(', ')}${more}`;
}

function Maker({ on, onPick, children }: { on: boolean; onPick: () => void; children: React.ReactNode }) {
  return (
    <label className="check">
      <input type="radio" name="annotations-maker" checked={on} onChange={onPick} />
      <span>{children}</span>
    </label>
  );
}
