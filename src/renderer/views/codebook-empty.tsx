import { ActionButton } from '../ui/action-button';

/** A codebook without a layer: what to do about it. */
export function NoLayers() {
  return (
    <section className="sheet blank" aria-label="No layers yet">
      <div className="blank">
        <div className="blank-note">
          <h1>No layers yet</h1>
          <p>
            A layer is one thing you look for while reading: claims, metaphors, a topic. Give the first one a
            name with “New layer”, or take a codebook that is there already.
          </p>
          <div className="blank-actions">
            <ActionButton action="import-codebook" className="button outlined" />
            <ActionButton action="built-in-codebook" className="button outlined" />
          </div>
        </div>
      </div>
    </section>
  );
}
