import { X } from 'lucide-react';
import { READING_STATUSES } from '../../core/project/model';
import { setState, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { StatusMark } from './library-status';
import { articlesMeant } from './library-store';

/** What can be done with the articles chosen together; only there while some are. */
export function Marked() {
  const count = useStore((state) => articlesMeant(state).filter((id) => state.markedArticles.has(id)).length);
  if (count === 0) return null;
  return (
    <fieldset className="marked-bar" aria-label="Articles chosen together">
      <span role="status">{plural(count, 'article')} chosen</span>
      <button
        type="button"
        className="icon-button"
        aria-label="Choose none"
        title="Choose none"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setState({ markedArticles: new Set() })}
      >
        <X aria-hidden="true" />
      </button>
      <div>
        {READING_STATUSES.map((status) => (
          <ActionButton key={status} action={`mark-${status}`} className="chip">
            <StatusMark status={status} />
            {status}
          </ActionButton>
        ))}
      </div>
    </fieldset>
  );
}
