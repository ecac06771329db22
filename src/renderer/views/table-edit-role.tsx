import { setRole } from '../../core/commands/edit-annotation';
import type { Role } from '../../core/project/codebook';
import type { Target } from '../../core/project/model';
import { resolveRole, targetLabel } from '../../core/project/query';
import { targetsIn } from '../../core/project/roles';
import { TargetList } from '../reader/target-list';
import { now, openArticle, perform, setState, state, useStore } from '../store';
import type { EditProps } from './table-editor';

/** Whom or what a role points at, by the list that the reader uses; what is picked takes the place of what was. */
export function EditRole({ annotation, role, onDone }: EditProps & { readonly role: Role }) {
  const project = useStore((now) => now.project)!;
  const own = targetsIn(annotation.roles, role.id);
  const { targets, inheritedFrom } = resolveRole(project, annotation, role);
  const names = (own.length > 0 ? own : targets).map((target) =>
    targetLabel(project, target, annotation.articleId),
  );
  const set = (next: readonly Target[]) =>
    perform(`set ${role.label}`, (current) =>
      setRole(current, { id: annotation.id, role: role.id, targets: next, at: now() }),
    );
  return (
    <>
      {names.length > 0 && (
        <p className="edit-now">
          <span>
            {role.label} <b>{names.join(', ')}</b>{' '}
            {own.length === 0 && (inheritedFrom ? 'from the quote' : 'unless set')}
          </span>
          {own.length > 0 && (
            <button
              type="button"
              className="text-button"
              onClick={() => {
                set([]);
                onDone();
              }}
            >
              Clear
            </button>
          )}
        </p>
      )}
      <TargetList
        // Without what is there now: the list sets what is picked instead of adding it.
        annotation={{ ...annotation, roles: { ...annotation.roles, [role.id]: [] } }}
        role={role}
        onPick={(target) => {
          set([target]);
          onDone();
        }}
        onDone={() => {
          onDone();
          // A passage or an annotation is picked in the text, so that is where we go.
          const { picking } = state();
          if (!picking) return;
          openArticle(annotation.articleId, annotation.id);
          setState({ picking });
        }}
      />
    </>
  );
}
