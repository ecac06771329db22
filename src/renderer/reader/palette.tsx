import { memo } from 'react';
import { actionTable } from '../actions/table';
import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { Floating } from './floating';
import { hasHelp, LayerHelp } from './layer-help';

/** The layers at the selected passage, for the mouse. Keys do the same without it. */
export const Palette = memo(function Palette({ content, shown }: { content: HTMLElement; shown: boolean }) {
  const passage = useStore((state) => state.passage);
  const codebook = useStore((state) => state.project?.codebook);
  const editable = useStore(isEditable);
  const focused = useStore((state) => state.focusId !== null);
  const picking = useStore((state) => state.picking);
  if (!passage || !shown || !editable || picking) return null;
  const layers = codebook?.layers.filter((layer) => layer.on) ?? [];
  const has = new Set(actionTable(codebook).map(({ id }) => id));
  return (
    <Floating content={content} span={passage.span} className="palette">
      {layers.map((layer) => (
        <ActionButton
          key={layer.id}
          action={`tag-${layer.id}`}
          className={`palette-button ${layer.colour}`}
          withKey
          help={hasHelp(layer) && <LayerHelp layer={layer} />}
        >
          {layer.label}
        </ActionButton>
      ))}
      {focused && has.has('add-passage') && (
        <ActionButton action="add-passage" className="palette-button plain" withKey>
          Add to it
        </ActionButton>
      )}
    </Floating>
  );
});
