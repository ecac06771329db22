import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import './tokens.css';
import './app.css';
import { setNonce } from 'get-nonce';
import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { findAnnotation } from '../core/project/query';
import { handleKey, run } from './actions/table';
import { App } from './app';
import { stillSending } from './commits';
import { importPaste } from './dialogs/import-flow';
import { followOpening, opened } from './opening';
import { comeBack, rememberPlace } from './place';
import { notify, setState, state } from './store';

// Libraries that must add a style element may do so only with the nonce of this load.
setNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '');

window.addEventListener('keydown', (event) => {
  if (!event.defaultPrevented && handleKey(event)) event.preventDefault();
});
window.desktop.on('action', (id) => {
  const { project, articleId } = state();
  if (state().dialog) return; // what is being edited there would be lost
  if (!id.startsWith('focus:')) return run(id);
  const focusId = id.slice('focus:'.length);
  if (project && findAnnotation(project, focusId, articleId ?? undefined))
    setState({ focusId, inspecting: false });
});
window.desktop.on('leaving', () => {
  // A field keeps what was typed in it when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const sending = stillSending();
  void window.desktop.fieldsLeft({ sending: sending !== null });
  void sending?.then(() => window.desktop.fieldsLeft({ sending: false }));
});
window.addEventListener('paste', importPaste);
window.desktop.on('say', ({ text, kind }) => notify(text, kind));
window.desktop.on('saveState', (saveState) => {
  const { open } = state();
  setState({ saveState });
  // Another window has taken the project over: from now on it can only be read here.
  if (saveState.kind === 'read-only' && open?.readOnly === null)
    setState({ open: { ...open, readOnly: saveState.message, held: true } });
});

followOpening();
const startup = await window.desktop.startup();
const { folder } = startup;
const beginning = startup.open || folder !== null;
setState({ startup, settings: startup.settings, recent: startup.recent, beginning });
const begun = beginning ? begin() : Promise.resolve();
void begun.finally(() => {
  setState({ beginning: false });
  comeBack(startup);
  rememberPlace();
});

/** Shows the project that is open in main already, or opens the one to begin with. */
async function begin(): Promise<void> {
  const ask = async () =>
    folder === null
      ? { ok: true as const, value: await window.desktop.currentProject() }
      : window.desktop.openProject({ folder });
  const problem = await opened(ask);
  if (problem !== null) setState({ problem: `“${folder}” could not be opened. ${problem}` });
}

createRoot(document.getElementById('root')!).render(
  <Tooltip.Provider delayDuration={450} skipDelayDuration={200}>
    <App />
  </Tooltip.Provider>,
);

// The face for reading is fetched while nothing waits for it, not in the frame that first shows an article.
requestIdleCallback(() => void document.fonts.load('18px "Literata Variable"'));
