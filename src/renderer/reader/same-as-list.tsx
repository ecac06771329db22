import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { bareWords } from '../../core/commands/claims';
import type { SameAs } from '../../core/commands/same-claim';
import { sharedWords } from '../../core/project/claim-likeness';
import { entryOf } from '../../core/project/claim-links';
import { claimRegister, tallyOf } from '../../core/project/claim-register';
import type { LikelyClaim } from '../../core/project/likely-claims';
import { likelyClaims } from '../../core/project/likely-claims';
import type { Annotation, Project, Target } from '../../core/project/model';
import { useStore } from '../store';
import { Emphasis } from '../ui/emphasis';
import { plural } from '../ui/words';
import { link, short } from '../views/claims-actions';
import { claimsListed } from '../views/claims-data';
import { plain } from '../views/speakers-data';

interface Props {
  readonly annotation: Annotation;
  readonly label: string;
  readonly onPick: (target: Target) => void;
  readonly onDone: () => void;
}

const LIKELY = 8;
const SHOWN = 40;

/** With what a claim is the same: the likeliest first, with the words it shares; or an entry of its own. */
export function SameAsList({ annotation, label, onPick, onDone }: Props) {
  const project = useStore((state) => state.project)!;
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const current = entryOf(project, annotation);
  const likely = useMemo(() => likelyClaims(project, annotation, LIKELY), [project, annotation]);
  // What nothing is like yet is likeliest a claim of its own.
  const ownFirst = current === undefined && likely.length === 0 && typed === '';
  const found = useMemo(
    () => matching(project, annotation, likely, typed),
    [project, annotation, likely, typed],
  );
  const wording = typed || bareWords(annotation.quote);
  const take = (as?: SameAs) => {
    if (as && 'claim' in as) return onPick(as);
    link(annotation, as, as ? undefined : wording);
    onDone();
  };
  const own = wording !== '' && (
    <Command.Item className="long" value="new-claim" onSelect={() => take()}>
      New claim “{short(wording)}”
    </Command.Item>
  );
  return (
    <Command className="command" shouldFilter={false} loop label={`Choose ${label}`}>
      <Command.Input
        autoFocus
        placeholder="Find the claim or word a new one"
        value={query}
        onValueChange={setQuery}
      />
      <Command.List>
        {ownFirst && own}
        {found.map(({ of, text, shared }) => {
          const value = 'claim' in of ? of.claim.id : of.annotation.id;
          return (
            <Command.Item
              className="long claim-option"
              key={value}
              value={value}
              onSelect={() => take('claim' in of ? { claim: value } : { annotation: value })}
            >
              <span>
                <Emphasis text={text} spans={shared} />
              </span>
              <small>{value === current ? 'now' : whereFound(project, of)}</small>
            </Command.Item>
          );
        })}
        {!ownFirst && own}
      </Command.List>
    </Command>
  );
}

/** How widely a claim is made, or where it stands when it is in no entry. */
export function whereFound(project: Project, of: LikelyClaim['of']): string {
  if ('claim' in of) {
    const { articles } = tallyOf(claimRegister(project), of.claim.id);
    return articles === 0 ? 'no article yet' : plural(articles, 'article');
  }
  const article = project.articles.get(of.annotation.articleId);
  return [article?.outlet ?? article?.title, 'in no entry yet'].filter(Boolean).join(' · ');
}

/**
 * What it is now; then without a query the likely claims and the widest made, with one those that hold all its
 * words.
 */
function matching(
  project: Project,
  annotation: Annotation,
  likely: readonly LikelyClaim[],
  query: string,
): readonly Pick<LikelyClaim, 'of' | 'text' | 'shared'>[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const holds = ({ of, text }: { of: LikelyClaim['of']; text: string }) => {
    const folded = plain('claim' in of ? `${text}\n${of.claim.wording}` : text);
    return words.every((word) => folded.includes(word));
  };
  const first = likely.filter(holds);
  const known = new Set(first.map(({ of }) => ('claim' in of ? of.claim.id : of.annotation.id)));
  const register = claimRegister(project);
  const entries = claimsListed(project.claims, register, query, 'articles')
    .filter(({ id }) => !known.has(id))
    .slice(0, SHOWN)
    .map((claim) => ({ of: { claim }, text: claim.wording }));
  const passages =
    words.length === 0
      ? []
      : register.unregistered
          .filter((next) => next.id !== annotation.id && !known.has(next.id))
          .map((next) => ({ of: { annotation: next }, text: next.quote }))
          .filter(holds)
          .slice(0, SHOWN);
  const others = [...entries, ...passages].map((next) => ({
    ...next,
    shared: sharedWords(next.text, annotation.quote),
  }));
  const current = entryOf(project, annotation);
  const isCurrent = ({ of }: { of: LikelyClaim['of'] }) => 'claim' in of && of.claim.id === current;
  return [...others.filter(isCurrent), ...first, ...others.filter((next) => !isCurrent(next))];
}
