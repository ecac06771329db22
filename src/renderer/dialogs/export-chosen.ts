import type { OptionValues } from '../../core/formats/options';
import { FORMATS } from '../../core/formats/registry';
import type { ExportChosen } from '../../shared/api';
import { setSettings, state } from '../store';

/** So many projects' exports are remembered. */
const REMEMBERED = 40;

/** What was chosen since the window was opened, also where nothing was exported. */
const lately = new Map<string, ExportChosen>();

/** The format and the options that this project was exported with last, or else what everybody begins with. */
export function chosenFor(projectId: string): ExportChosen {
  const { exports: kept } = state().settings;
  const chosen = lately.get(projectId) ?? kept?.[projectId];
  // What was remembered may be of another version of the app.
  if (chosen && FORMATS.some(({ id }) => id === chosen.format)) return chosen;
  return { format: FORMATS[0]!.id, options: {} };
}

/** What is chosen is there again when the dialog is opened again. */
export function chooseFor(projectId: string, chosen: ExportChosen): void {
  lately.set(projectId, chosen);
}

/** What is exported with is there again when the app is started again. */
export function rememberFor(projectId: string, chosen: ExportChosen): void {
  const { [projectId]: _, ...others } = state().settings.exports ?? {};
  const recent = Object.entries(others).slice(1 - REMEMBERED);
  setSettings({ exports: Object.fromEntries([...recent, [projectId, chosen]]) });
}

/** The same choice with other values for the options of its format. */
export function withValues({ format, options }: ExportChosen, values: OptionValues): ExportChosen {
  return { format, options: { ...options, [format]: values } };
}
