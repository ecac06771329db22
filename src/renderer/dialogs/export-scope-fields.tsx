import { useMemo } from 'react';
import type { Project } from '../../core/project/model';
import { STATUSES } from '../../core/project/model';
import { Chips } from '../ui/chips';
import { plural } from '../ui/words';
import { ArticleChecklist } from './export-articles';
import { ExportRow } from './export-row';
import type { Choice } from './export-scope';
import { facetsOf, scopeOf, toggled } from './export-scope';

interface Props {
  readonly project: Project;
  readonly articleId: string | null;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

/** More than so many are not unticked one by one to be left with two. */
const FEW = 8;

/** Which articles, layers, annotators and states of work are meant. */
export function ScopeFields({ project, articleId, choice, onChoice }: Props) {
  const facets = useMemo(() => facetsOf(project), [project]);
  const set = (changes: Partial<Choice>) => onChoice({ ...choice, ...changes });
  const total = project.articles.size;
  const articles = [
    { value: 'all' as const, label: `All ${total.toLocaleString()}` },
    ...(articleId === null ? [] : [{ value: 'this' as const, label: 'This article' }]),
    { value: 'some' as const, label: 'Selected…' },
  ];
  const chooseArticles = (value: Choice['articles']) => {
    const start = articleId === null ? [] : [articleId];
    set({ articles: value, ...(value === 'some' && choice.some.size === 0 ? { some: new Set(start) } : {}) });
  };
  if (choice.annotations) {
    const { articles: held = [] } = scopeOf(project, choice, articleId);
    return (
      <ExportRow label="Only">
        the {plural(choice.annotations.length, 'annotation')} chosen in the table, in{' '}
        {plural(held.length, 'article')}{' '}
        <button type="button" className="text-button" onClick={() => set({ annotations: null })}>
          Choose otherwise
        </button>
      </ExportRow>
    );
  }
  return (
    <>
      <ExportRow label="Articles">
        <Chips label="Articles" options={articles} chosen={[choice.articles]} onPress={chooseArticles} />
        {choice.articles === 'some' && (
          <ArticleChecklist project={project} chosen={choice.some} onChosen={(some) => set({ some })} />
        )}
      </ExportRow>
      {facets.layers.length > 0 && (
        <ExportRow label="Layers">
          <Several
            label="Layers"
            options={facets.layers}
            chosen={choice.layers}
            onChosen={(layers) => set({ layers })}
          />
        </ExportRow>
      )}
      {facets.annotators.length > 1 && (
        <ExportRow label="Annotators">
          <Several
            label="Annotators"
            options={facets.annotators}
            chosen={choice.annotators}
            onChosen={(annotators) => set({ annotators })}
          />
        </ExportRow>
      )}
      {facets.layers.length > 0 && (
        <ExportRow label="Status">
          <Several
            label="Status"
            options={STATUSES.map((value) => ({ value, label: value }))}
            chosen={choice.statuses}
            onChosen={(statuses) => set({ statuses })}
          />
        </ExportRow>
      )}
    </>
  );
}

interface SeveralProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: ReadonlySet<Value> | null;
  readonly onChosen: (chosen: ReadonlySet<Value> | null) => void;
}

function Several<Value extends string>({ label, options, chosen, onChosen }: SeveralProps<Value>) {
  const all = options.map(({ value }) => value);
  const some = chosen === null || chosen.size > 0;
  return (
    <>
      <Chips
        label={label}
        options={options}
        chosen={chosen ? [...chosen] : all}
        onPress={(value) => onChosen(toggled(chosen, all, value))}
      />
      {all.length > FEW && (
        <button
          type="button"
          className="text-button"
          aria-label={`${some ? 'No' : 'All'} ${label.toLowerCase()}`}
          onClick={() => onChosen(some ? new Set() : null)}
        >
          {some ? 'None of these' : 'All of these'}
        </button>
      )}
    </>
  );
}
