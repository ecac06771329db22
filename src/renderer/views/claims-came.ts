import { create } from 'zustand';

/** Did the reader lead here, so that Escape leads back to the passage? */
export const useCame = create<{ readonly came: boolean }>(() => ({ came: false }));
