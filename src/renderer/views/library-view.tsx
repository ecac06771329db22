import { LibraryPane } from '../panels/library-pane';
import { ReaderPane } from '../reader/reader-pane';
import { currentArticle, useStore } from '../store';
import { ActionButton } from '../ui/action-button';

/** The main view: articles on the left, the open one beside its margin. */
export function LibraryView() {
  const article = useStore(currentArticle);
  const libraryOpen = useStore((state) => state.settings.libraryOpen);
  const empty = useStore((state) => state.project?.articles.size === 0);
  return (
    <main className={libraryOpen ? 'library-view' : 'library-view folded'}>
      {libraryOpen && <LibraryPane />}
      {article ? (
        <ReaderPane key={article.id} article={article} />
      ) : (
        <section className="page blank">
          <div className="blank-note">
            <h2>{empty ? 'Bring in your first articles' : 'Choose an article'}</h2>
            <p>
              {empty
                ? 'Drop articles anywhere in this window, or a whole folder of them: text, Word, PDF, web pages and more. You will see how each was read before anything is added.'
                : 'Pick one from the library on the left.'}
            </p>
            {empty && (
              <div className="blank-actions">
                <ActionButton action="import-files" className="button solid" />
                <ActionButton action="import-folder" className="button outlined" />
                <ActionButton action="import-pasted" className="button outlined" />
              </div>
            )}
          </div>
        </section>
      )}
    </main>
  );
}
