import { Command } from 'cmdk';
import { useState } from 'react';
import { apply, compose } from '../../core/change/change';
import { addClaim } from '../../core/commands/claims';
import { setRole } from '../../core/commands/edit-annotation';
import { addSpeaker } from '../../core/commands/speakers';
import { SAME_CLAIM } from '../../core/project/claim-links';
import type { Role } from '../../core/project/codebook';
import type { Annotation, Project, Target } from '../../core/project/model';
import { targetsIn } from '../../core/project/roles';
import { newId, now, perform, setState, useStore } from '../store';
import { likelySpeakers } from './likely-speakers';
import { SameAsList } from './same-as-list';

interface Props {
  readonly annotation: Annotation;
  readonly role: Role;
  readonly onPick: (target: Target) => void;
  readonly onDone: () => void;
}

/** The targets of a role with one more; where the role is full the last makes room. */
export function withTarget(annotation: Annotation, role: Role, target: Target): readonly Target[] {
  const own = targetsIn(annotation.roles, role.id);
  return role.max !== undefined && own.length >= role.max ? [...own.slice(0, -1), target] : [...own, target];
}

/** What a role may point at: type to find or to create; the likeliest stands first. */
export function TargetList(props: Props) {
  const { annotation, role, onPick, onDone } = props;
  return role.id === SAME_CLAIM ? (
    <SameAsList annotation={annotation} label={role.label} onPick={onPick} onDone={onDone} />
  ) : (
    <AnyTarget {...props} />
  );
}

/** So many claims are listed at once; typing finds the others. */
const SHOWN = 60;

function AnyTarget({ annotation, role, onPick, onDone }: Props) {
  const project = useStore((state) => state.project)!;
  const [query, setQuery] = useState('');
  const takes = (kind: Role['targets'][number]) => role.targets.includes(kind);
  // A mention of a speaker usually is the name, so it is offered without typing.
  const mention = role.targets.length === 1 && takes('speaker') ? annotation.quote : '';
  const name = query.trim() || mention;
  const matches = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(query.trim().toLowerCase()));
  const likely = takes('speaker') ? likelySpeakers(project, annotation) : [];
  const speakers = likely.filter((speaker) => matches(speaker.name, ...speaker.aliases));
  const named = speakers.filter((speaker) => isNamed([speaker.name, ...speaker.aliases], name));
  const others = speakers.filter((speaker) => !named.includes(speaker));
  const known = speakers.some((speaker) => speaker.name.toLowerCase() === name.toLowerCase());
  const claims = takes('claim')
    ? [...project.claims.values()].filter((claim) => matches(claim.wording)).slice(0, SHOWN)
    : [];
  const wording = query.trim() || annotation.quote;

  /** Making the entry and pointing at it is one gesture, so it is one step of undo. */
  const create = (target: Target, make: (project: Project) => ReturnType<typeof addSpeaker>) => {
    perform(`set ${role.label}`, (current) => {
      const made = make(current);
      const targets = withTarget(annotation, role, target);
      return compose(
        made,
        setRole(apply(current, made), { id: annotation.id, role: role.id, targets, at: now() }),
      );
    });
    onDone();
  };
  const createSpeaker = () => {
    const id = newId('s');
    create({ speaker: id }, (current) => addSpeaker(current, { id, name }));
  };
  const createClaim = () => {
    const id = newId('c');
    create({ claim: id }, (current) => addClaim(current, { id, wording }));
  };
  const pick = (kind: 'spans' | 'annotation') => {
    setState({ picking: { annotationId: annotation.id, role: role.id, kind } });
    onDone();
  };
  const speakerItem = (speaker: (typeof speakers)[number]) => (
    <Command.Item key={speaker.id} value={speaker.id} onSelect={() => onPick({ speaker: speaker.id })}>
      {speaker.name} <small>{speaker.role ?? speaker.kind}</small>
    </Command.Item>
  );
  const newSpeaker = takes('speaker') && name !== '' && !known && (
    <Command.Item value="new-speaker" onSelect={createSpeaker}>
      New speaker “{name}”
    </Command.Item>
  );

  return (
    <Command className="command" shouldFilter={false} loop label={`Choose ${role.label}`}>
      <Command.Input
        autoFocus
        placeholder={takes('speaker') ? 'Find or create a speaker' : 'Find'}
        value={query}
        onValueChange={setQuery}
      />
      <Command.List>
        {named.map(speakerItem)}
        {mention !== '' && newSpeaker}
        {others.map(speakerItem)}
        {mention === '' && newSpeaker}
        {takes('author') &&
          matches('the author', project.articles.get(annotation.articleId)?.byline ?? '') && (
            <Command.Item value="the-author" onSelect={() => onPick({ author: true })}>
              The author <small>{project.articles.get(annotation.articleId)?.byline}</small>
            </Command.Item>
          )}
        {claims.map((claim) => (
          <Command.Item
            className="long"
            key={claim.id}
            value={claim.id}
            onSelect={() => onPick({ claim: claim.id })}
          >
            {claim.wording}
          </Command.Item>
        ))}
        {takes('claim') && (
          <Command.Item className="long" value="new-claim" onSelect={createClaim}>
            New claim “{wording.length > 60 ? `${wording.slice(0, 59)}…` : wording}”
          </Command.Item>
        )}
        {takes('spans') && (
          <Command.Item value="pick-passage" onSelect={() => pick('spans')}>
            Pick a passage… <small>select it in the text</small>
          </Command.Item>
        )}
        {takes('annotation') && (
          <Command.Item value="pick-annotation" onSelect={() => pick('annotation')}>
            Pick an annotation… <small>click it in the text</small>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}

/** Does one of a speaker's names say what was written: the same words, or a part of the name? */
function isNamed(names: readonly string[], written: string): boolean {
  const wanted = written.toLowerCase();
  return (
    wanted !== '' &&
    names.some((name) => name.toLowerCase() === wanted || name.toLowerCase().split(/\s+/).includes(wanted))
  );
}
