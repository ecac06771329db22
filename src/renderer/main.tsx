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
import { comeBack, rememberPlace } from './place';
import { notify, setState, show, state } from './store';

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

const startup = await window.desktop.startup();
setState({ startup, settings: startup.settings, recent: startup.recent });
if (startup.open) show(startup.open);
comeBack(startup);
rememberPlace();

createRoot(document.getElementById('root')!).render(
  <Tooltip.Provider delayDuration={450} skipDelayDuration={200}>
    <App />
  </Tooltip.Provider>,
);

// The face for reading is fetched while nothing waits for it, not in the frame that first shows an article.
requestIdleCallback(() => void document.fonts.load('18px "Literata Variable"'));
