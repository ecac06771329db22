/** Resolves inside the next animation frame, with the time at which it began. */
export function nextFrame(): Promise<number> {
  return new Promise((done) => requestAnimationFrame(() => done(performance.now())));
}

/**
 * Calls `body` inside an animation frame and resolves once that frame's style, layout and paint are done on
 * the main thread (rasterising in the compositor is not seen from here).
 */
export function withinFrame<Value>(body: () => Value): Promise<Value> {
  return new Promise((done, fail) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      try {
        const value = body();
        channel.port1.onmessage = () => done(value);
        channel.port2.postMessage(null);
      } catch (error) {
        fail(error);
      }
    });
  });
}

/** Waits until `frames` frames in a row came on time; on a busy machine no longer than `limit` ms. */
export async function quiet(frames = 12, limit = 2_000): Promise<void> {
  const end = performance.now() + limit;
  let before = await nextFrame();
  for (let calm = 0; calm < frames && before < end; ) {
    const now = await nextFrame();
    calm = now - before < 25 ? calm + 1 : 0;
    before = now;
  }
}
