import { setRole } from '../../core/commands/edit-annotation';
import { layerOf } from '../../core/project/codebook';
import type { Target } from '../../core/project/model';
import { focusedAnnotation, now, perform, setState, useStore } from '../store';
import { Floating } from './floating';
import { TargetList, withTarget } from './target-list';

/** “Said by …”: the list of speakers at the focused passage, opened by a key, closed by a choice or Escape. */
export function Ask({ content }: { content: HTMLElement }) {
  const asking = useStore((state) => state.asking);
  const annotation = useStore(focusedAnnotation);
  const project = useStore((state) => state.project)!;
  if (!asking || !annotation || annotation.id !== asking.annotationId) return null;
  const role = layerOf(project.codebook, annotation.layer)?.roles.find(({ id }) => id === asking.role);
  if (!role) return null;
  const close = () => setState({ asking: null });
  const pick = (target: Target) => {
    const targets = withTarget(annotation, role, target);
    perform(`set ${role.label}`, (current) =>
      setRole(current, { id: annotation.id, role: role.id, targets, at: now() }),
    );
    close();
  };
  return (
    <Floating
      content={content}
      span={annotation.spans.at(-1) ?? { start: 0, end: 1 }}
      className="popover ask"
      onLeave={close}
    >
      <p className="ask-title">{annotation.layer === 'speaker' ? 'This mention is' : `${role.label}:`}</p>
      <TargetList annotation={annotation} role={role} onPick={pick} onDone={close} />
    </Floating>
  );
}
