import { useMemo } from 'react';
import { registerOf } from '../../core/project/register';
import { setState, useStore } from '../store';
import { speakersListed, UNLINKED } from './speakers-data';
import { setDesk, useDesk } from './speakers-desk';
import { NoSpeakers } from './speakers-empty';
import { SpeakersList } from './speakers-list';
import { MergePanel } from './speakers-merge';
import { SpeakerPage } from './speakers-page';
import { UnlinkedPage } from './speakers-unlinked';

const NOBODY: ReadonlySet<string> = new Set();

/** The speaker register: everyone on the left, the one chosen on the right, or several to be merged. */
export function SpeakersView() {
  const project = useStore((state) => state.project)!;
  const chosen = useStore((state) => state.speakerId);
  const { query, sorting, marks } = useDesk();
  const { articles, annotations, codebook, speakers } = project;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const register = useMemo(() => registerOf(project), [articles, annotations, codebook]);
  const listed = useMemo(
    () => speakersListed(speakers, register, query, sorting),
    [speakers, register, query, sorting],
  );
  const marked = useMemo(
    () => new Set([...marks].filter((id) => speakers.has(id))) as ReadonlySet<string>,
    [marks, speakers],
  );
  const unlinked = chosen === UNLINKED && register.unlinked.length > 0;
  const current = unlinked ? undefined : (speakers.get(chosen ?? '') ?? listed[0]);
  const choose = (id: string, alsoMarked: ReadonlySet<string> = NOBODY) => {
    setState({ speakerId: id });
    setDesk({ marks: alsoMarked, of: '' });
  };
  const at = listed.findIndex(({ id }) => id === current?.id);
  return (
    <main className="speakers-view">
      <SpeakersList
        speakers={listed}
        total={speakers.size}
        register={register}
        current={current}
        marked={marked}
        choose={choose}
        query={query}
        onQuery={(next) => setDesk({ query: next })}
        sorting={sorting}
        onSorting={(next) => setDesk({ sorting: next })}
        unlinked={unlinked}
      />
      {marked.size > 1 ? (
        <MergePanel ids={[...marked]} register={register} onDone={(id) => choose(id)} />
      ) : unlinked ? (
        <UnlinkedPage mentions={register.unlinked} />
      ) : current ? (
        <SpeakerPage
          key={current.id}
          speaker={current}
          register={register}
          next={(listed[at + 1] ?? listed[at - 1])?.id ?? null}
        />
      ) : (
        <NoSpeakers unlinked={register.unlinked.length} />
      )}
    </main>
  );
}
