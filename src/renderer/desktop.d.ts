import type { Desktop } from '../shared/api';

declare global {
  interface Window {
    /** The one door to main, put there by the preload script. */
    readonly desktop: Desktop;
  }
}
