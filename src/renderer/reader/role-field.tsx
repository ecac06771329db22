import { X } from 'lucide-react';
import { setRole } from '../../core/commands/edit-annotation';
import type { Role } from '../../core/project/codebook';
import type { Annotation, Target } from '../../core/project/model';
import { resolveRole, targetLabel } from '../../core/project/query';
import { targetsIn } from '../../core/project/roles';
import { now, perform, useStore } from '../store';
import { TargetPicker } from './target-picker';

interface Props {
  readonly annotation: Annotation;
  readonly role: Role;
  readonly disabled: boolean;
}

/** The targets of one role: what is set, what is inherited (and from where), and a way to set more. */
export function RoleField({ annotation, role, disabled }: Props) {
  const project = useStore((state) => state.project)!;
  const own = targetsIn(annotation.roles, role.id);
  const { targets, inheritedFrom, assumed } = resolveRole(project, annotation, role);
  const set = (next: readonly Target[]) =>
    perform(`set ${role.label}`, (current) =>
      setRole(current, { id: annotation.id, role: role.id, targets: next, at: now() }),
    );
  const full = role.max !== undefined && own.length >= role.max;
  return (
    <div className="row">
      <span className="label" title={role.description}>
        {role.label}
      </span>
      <div className="targets">
        {own.map((target, index) => (
          <span className="target" key={JSON.stringify(target)}>
            <span className="target-label">{targetLabel(project, target, annotation.articleId)}</span>
            <button
              type="button"
              disabled={disabled}
              aria-label={`Remove ${targetLabel(project, target, annotation.articleId)} from ${role.label}`}
              onClick={() => set(own.toSpliced(index, 1))}
            >
              <X aria-hidden="true" />
            </button>
          </span>
        ))}
        {own.length === 0 && (inheritedFrom || assumed) && (
          <span className="inherited">
            {targets.map((target) => targetLabel(project, target, annotation.articleId)).join(', ')}{' '}
            {inheritedFrom ? 'from quote' : 'unless set'}
          </span>
        )}
        {!disabled && (
          <TargetPicker
            annotation={annotation}
            role={role}
            onPick={(target) => set(full ? [...own.slice(0, -1), target] : [...own, target])}
          />
        )}
      </div>
    </div>
  );
}
