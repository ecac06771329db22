import { SquareArrowOutUpRight } from 'lucide-react';
import { type Found, namesOf } from '../../core/project/find-mentions';
import type { Project } from '../../core/project/model';
import { shortDate } from '../panels/library-pane';
import { useStore } from '../store';
import { plain } from './speakers-data';
import type { Line } from './speakers-found';
import { around } from './speakers-place';
import { Tick } from './speakers-tick';

interface Props {
  readonly line: Line;
  readonly at: number;
  readonly speakerId: string;
  readonly current: boolean;
  /** How many of its places are ticked: of one, or of the article. */
  readonly ticked: number;
  readonly onTick: () => void;
  readonly onOpen: () => void;
}

/** An article with its places, or one place in its context; either is a box to tick. */
export function FoundLine({ line: { group, place }, at, speakerId, current, ticked, onTick, onOpen }: Props) {
  const project = useStore((state) => state.project)!;
  const { article, places } = group;
  const all = ticked === (place ? 1 : places.length);
  const box = {
    type: 'button',
    role: 'checkbox',
    'aria-checked': all ? true : ticked > 0 ? ('mixed' as const) : false,
    'data-at': at,
    tabIndex: current ? 0 : -1,
    onClick: onTick,
  } as const;
  if (!place) {
    const facts = [article.outlet, article.publishedAt && shortDate(article.publishedAt)].filter(Boolean);
    return (
      <button {...box} className="found-line head">
        <Tick on={all} some={ticked > 0} />
        <b>{article.title}</b>
        <small>{[...facts, places.length.toLocaleString()].join(' · ')}</small>
      </button>
    );
  }
  const { before, after } = around(article, place.span, 90);
  const why = reasonOf(project, place, speakerId);
  return (
    <>
      <button {...box} className="found-line" lang={article.language}>
        <Tick on={all} />
        <span className="before">
          <span>{before}</span>
        </span>
        <span className="after">
          <mark>{article.text.slice(place.span.start, place.span.end)}</mark>
          {after}
        </span>
        <small lang="en" title={why}>
          {why}
        </small>
      </button>
      <button
        type="button"
        className="icon-button"
        tabIndex={-1}
        aria-label="Read it in the article"
        title="Read it in the article (Enter)"
        onClick={onOpen}
      >
        <SquareArrowOutUpRight aria-hidden="true" />
      </button>
    </>
  );
}

/** Why it is not ticked, or what it is already; "" when there is nothing to say. */
function reasonOf({ speakers }: Project, { doubt, name, mention }: Found, speakerId: string): string {
  switch (doubt) {
    case 'shared': {
      const named = (candidate: string) => plain(candidate) === plain(name);
      const others = [...speakers.values()].filter(
        (speaker) => speaker.id !== speakerId && namesOf(speaker).some(named),
      );
      return `also ${others.map((speaker) => speaker.name).join(', ')}`;
    }
    case 'joined':
      return 'part of a longer name';
    case 'preceded':
      return 'another first name?';
    case 'within':
      return 'tagged with more words';
    default:
      return mention ? 'tagged, not linked' : '';
  }
}
