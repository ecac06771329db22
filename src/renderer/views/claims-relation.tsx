import { X } from 'lucide-react';
import type { Relation } from '../../core/project/claim-relations';
import { sayingOf } from '../../core/project/claim-sayings';
import { openArticle, setState, useStore } from '../store';
import { VerdictMark } from './claims-verdict';
import { makerNames, sayingWords } from './claims-words';

interface RowProps {
  readonly relation: Relation;
  readonly label: string;
  readonly disabled: boolean;
  readonly onRemove: (id: string, wanted: boolean) => void;
}

/** One claim that speaks for or against, with a way to it, to the passage that says so, and to take it back. */
export function RelationRow({ relation, label, disabled, onRemove }: RowProps) {
  const project = useStore((state) => state.project)!;
  const { other, registered, saidIn } = relation;
  const words = 'claim' in other ? other.claim.wording : other.annotation.quote;
  const [passage] = saidIn;
  const where = passage && [
    makerNames(project, sayingOf(project, passage)),
    sayingWords(project, passage).place,
  ];
  return (
    <div className="relation-row">
      <button
        type="button"
        className="relation-claim"
        title={'claim' in other ? 'Show this claim' : 'Open in the article'}
        onClick={() =>
          'claim' in other
            ? setState({ claimId: other.claim.id })
            : openArticle(other.annotation.articleId, other.annotation.id)
        }
      >
        {words} {'claim' in other && <VerdictMark verdict={other.claim.verdict} />}
      </button>
      {passage && where && (
        <button
          type="button"
          className="text-button"
          title="Open the passage that says so"
          onClick={() => openArticle(passage.articleId, passage.id)}
        >
          says {where.filter(Boolean).join(' · ')}
        </button>
      )}
      {registered && !disabled && 'claim' in other && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove “${words}” from ${label}`}
          onClick={() => onRemove(other.claim.id, false)}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
