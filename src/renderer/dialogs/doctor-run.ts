import { useCallback, useEffect, useState } from 'react';
import type { CheckReport } from '../../shared/api';
import { projectOf } from '../arrivals';
import { notify, sentence, setState, show, state } from '../store';

/** What the dialog is at. */
export type Doctoring =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly report: CheckReport; readonly repaired: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** Looks the project through as soon as the dialog opens; then it can be mended, and the report kept. */
export function useDoctor() {
  const [now, setNow] = useState<Doctoring>({ kind: 'looking' });
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    setNow({ kind: 'looking' });
    const result = await window.desktop.checkProject();
    if (!result.ok) setNow({ kind: 'failed', message: sentence(result.message) });
    else if (result.value) setNow({ kind: 'found', report: result.value, repaired: false });
    else setState({ dialog: null });
  }, []);
  useEffect(() => {
    void look();
  }, [look]);
  const repair = async () => {
    setBusy(true);
    const result = await window.desktop.repairProject();
    setBusy(false);
    if (!result.ok) return setNow({ kind: 'failed', message: sentence(result.message) });
    const { report, open } = result.value;
    const project = open && (await projectOf(open.rows));
    if (project) {
      const { articleId, view } = state();
      show(open, project);
      const still = articleId !== null && project.articles.has(articleId);
      setState({ dialog: { kind: 'doctor' }, view, ...(still ? { articleId } : {}) });
    }
    setNow({ kind: 'found', report, repaired: true });
  };
  const save = async () => {
    const result = await window.desktop.saveCheckReport();
    if (!result.ok) notify(result.message, 'error');
    else if (result.value !== null) notify(`The report is in ${result.value}`);
  };
  return { now, busy, repair, save };
}
