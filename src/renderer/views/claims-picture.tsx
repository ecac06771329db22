import type { ClaimTally } from '../../core/project/claim-register';
import type { Maker, Saying } from '../../core/project/claim-sayings';
import type { Claim, Project } from '../../core/project/model';
import { setState, useStore } from '../store';
import { plural } from '../ui/words';
import { VerdictMark } from './claims-verdict';
import { daysOf, makerName } from './claims-words';

interface Props {
  readonly claim: Claim;
  readonly tally: ClaimTally;
  readonly said: readonly Saying[];
  readonly denied: readonly Saying[];
}

/** The claim between those who make it and those who deny it, at a glance. */
export function ClaimPicture({ claim, tally, said, denied }: Props) {
  return (
    <section className="claim-picture" aria-label="Who makes it and who denies it">
      <Side title="makes it" people={said} nobody="Nobody makes it" />
      <div className="claim-node">
        <p>{claim.wording}</p>
        <small>
          {daysOf(tally) !== '' && <span>{daysOf(tally)}</span>}
          <VerdictMark verdict={claim.verdict} />
        </small>
      </div>
      <Side title="denies it" people={denied} nobody="Nobody denies it" />
    </section>
  );
}

/** More people than this are counted, not named. */
const NAMED = 6;

function Side({ title, people, nobody }: { title: string; people: readonly Saying[]; nobody: string }) {
  const project = useStore((state) => state.project)!;
  const groups = grouped(project, people);
  if (groups.length === 0) return <p className="claim-side none">{nobody}</p>;
  return (
    <ul className="claim-side" aria-label={`Who ${title}`}>
      {groups.slice(0, NAMED).map(({ key, name, maker, articles }) => (
        <li key={key}>
          {maker && 'speaker' in maker ? (
            <button
              type="button"
              title={`Open ${name}`}
              onClick={() => setState({ view: 'speakers', speakerId: maker.speaker })}
            >
              {name}
            </button>
          ) : (
            <span className={maker ? '' : 'unnamed'}>{name}</span>
          )}
          <small>{plural(articles, 'article')}</small>
        </li>
      ))}
      {groups.length > NAMED && <li className="more">and {plural(groups.length - NAMED, 'other')}</li>}
    </ul>
  );
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly maker: Maker | null;
  readonly articles: number;
}

/** Who says it, those in most articles first; passages that name nobody last. */
function grouped(project: Project, sayings: readonly Saying[]): readonly Group[] {
  const found = new Map<string, { maker: Maker | null; articles: Set<string> }>();
  for (const { makers, annotation } of sayings) {
    for (const maker of makers.length > 0 ? makers : [null]) {
      const key = JSON.stringify(maker);
      const group = found.get(key) ?? { maker, articles: new Set() };
      found.set(key, group);
      group.articles.add(annotation.articleId);
    }
  }
  return [...found]
    .map(([key, { maker, articles }]) => ({
      key,
      maker,
      name: maker ? makerName(project, maker) : 'nobody named',
      articles: articles.size,
    }))
    .sort((a, b) => Number(a.maker === null) - Number(b.maker === null) || b.articles - a.articles);
}
