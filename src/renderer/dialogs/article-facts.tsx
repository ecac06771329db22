import type { Article } from '../../core/project/model';
import { state } from '../store';
import { originFacts } from './import-words';

/** Where it came from: what every export can say of it. */
export function ArticleFacts({ article }: { article: Article }) {
  const annotations = state().project?.annotations.get(article.id)?.length ?? 0;
  const facts = [
    ...originFacts(article),
    ['Annotations', annotations.toLocaleString()] as const,
    ...Object.entries(article.metadata ?? {}),
  ];
  return (
    <dl className="article-facts">
      {facts.map(([label, value]) => (
        <div key={`${label} ${value}`}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
