import { create } from 'zustand';
import { useStore } from '../store';
import { insteadOfArticles } from './annotations-read';

interface Offer {
  readonly label: string;
  readonly paths: readonly string[];
}

const useOffer = create<{ readonly offer: Offer | null }>(() => ({ offer: null }));

useStore.subscribe((now, before) => {
  const left = before.dialog?.kind === 'import' && now.dialog?.kind !== 'import';
  if (now.open !== before.open || left) useOffer.setState({ offer: null });
});

/** Looks whether files that are read as articles are annotations of another tool, to be offered as such. */
export async function offerAnnotations(paths: readonly string[]): Promise<void> {
  useOffer.setState({ offer: null });
  if (!useStore.getState().project) return;
  const { open } = useStore.getState();
  const found = await window.desktop.recogniseAnnotations(paths).catch(() => null);
  if (found && useStore.getState().open === open) useOffer.setState({ offer: { label: found.label, paths } });
}

/** One calm line: these files are more than articles. */
export function AnnotationsOffer() {
  const offer = useOffer((state) => state.offer);
  if (!offer) return null;
  return (
    <p className="annotations-offer" role="status">
      <span>
        {offer.paths.length === 1 ? 'This looks' : 'These files look'} like annotations: <b>{offer.label}</b>.
      </span>
      <button type="button" className="text-button" onClick={() => insteadOfArticles(offer.paths)}>
        Import the annotations instead
      </button>
    </p>
  );
}
