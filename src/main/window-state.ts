/** Where a window stands; remembered between runs. CSS pixels of the screen. */
export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

export const FIRST_WINDOW: WindowState = { width: 1440, height: 900, maximised: false };
