import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change } from '../../core/change/change';
import { joined } from '../../core/change/portions';
import { articlesInOrder } from '../../core/project/query';
import type { BackupContents, BackupItem, BackupList } from '../../shared/api';
import { portionsOf, projectOf } from '../arrivals';
import { adopt, notify, sentence, setState, show, state } from '../store';
import { plural } from '../ui/words';

/** What was selected or open for editing may not be there any more. */
const NOTHING_CHOSEN = {
  focusId: null,
  inspecting: false,
  asking: null,
  picking: null,
  passage: null,
} as const;

/** What is known of the backup chosen. */
export type Looked =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly contents: BackupContents }
  | { readonly kind: 'damaged'; readonly message: string };

/** The backups there are, the one chosen, and what can be done with it. */
export function useRestore() {
  const [list, setList] = useState<BackupList | null>(null);
  const [place, setPlace] = useState<BackupItem['place']>('inside');
  const [chosen, setChosen] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked>({ kind: 'reading' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(0);

  const choose = useCallback((id: string | null) => {
    setChosen(id);
    setProblem(null);
    setLooked({ kind: 'reading' });
    const question = ++asked.current;
    if (id === null) return;
    void window.desktop.inspectBackup({ id }).then((result) => {
      if (question !== asked.current) return;
      setLooked(
        result.ok
          ? { kind: 'read', contents: result.value }
          : { kind: 'damaged', message: sentence(result.message) },
      );
    });
  }, []);

  const look = useCallback(
    async (elsewhere: boolean) => {
      const result = await window.desktop.listBackups({ elsewhere });
      if (!result.ok) return setProblem(sentence(result.message));
      if (!result.value) return;
      const { backups } = result.value;
      const first = (['elsewhere', 'inside', 'outside'] as const).find((next) =>
        backups.some((backup) => backup.place === next),
      );
      const next = elsewhere ? 'elsewhere' : (first ?? 'inside');
      setList(result.value);
      setPlace(next);
      choose(backups.find((backup) => backup.place === next)?.id ?? null);
    },
    [choose],
  );
  useEffect(() => {
    void look(false);
  }, [look]);

  const restore = async (inPlace: boolean) => {
    if (chosen === null) return;
    setBusy(true);
    setProblem(null);
    const result = await window.desktop.restoreBackup({ id: chosen, inPlace });
    setBusy(false);
    if (!result.ok) return setProblem(sentence(result.message));
    const { value } = result;
    if (!value) return;
    if (value.kind === 'beside') {
      const project = await projectOf(value.open.rows);
      if (!project) return;
      show(value.open, project);
      notify(besideInWords(project.articles.size, value.withoutOriginal));
    } else {
      const parts: Change[] = [];
      for await (const part of portionsOf<Change>(value.change)) parts.push(part);
      adopt({ label: value.label, change: joined(parts) });
      const { articleId, project } = state();
      setState({
        dialog: null,
        articleId: articleId ?? (project && articlesInOrder(project)[0]?.id) ?? null,
        ...NOTHING_CHOSEN,
      });
      notify('The project is as it was in the backup. Undo leads back, and so does the backup made before.');
    }
  };

  return {
    list,
    place,
    setPlace,
    chosen,
    choose,
    looked,
    look,
    restore,
    busy,
    problem,
    reload: () => look(false),
  };
}

function besideInWords(articles: number, withoutOriginal: number): string {
  const restored = `Restored ${plural(articles, 'article')} as a project of its own.`;
  if (withoutOriginal === 0 || articles === 0) return restored;
  return `${restored} The files that ${plural(withoutOriginal, 'article')} came from were not found; the texts are here.`;
}

/** Can the project that is open be put back to what this backup holds? */
export function canPutBack(looked: Looked): boolean {
  const { open } = state();
  return (
    open !== null && open.readOnly === null && looked.kind === 'read' && looked.contents.summary !== null
  );
}
