import { create } from 'zustand';
import { useStore } from '../store';

/** Is the list of hints shown? */
export const useHintsList = create(() => ({ open: false }));

// Another project or another view: the list was about something else.
useStore.subscribe((now, before) => {
  if (now.open !== before.open || now.view !== before.view) useHintsList.setState({ open: false });
});
