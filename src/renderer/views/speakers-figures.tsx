import type { ReactNode } from 'react';
import type { Felt } from '../../core/project/feelings';
import { NOBODY } from '../../core/project/feelings';
import type { Figures } from '../../core/project/figures';
import type { Speaker } from '../../core/project/model';
import { AUTHOR } from '../../core/project/select';
import { surnameOf } from '../../core/project/surname';
import { useStore } from '../store';
import { plural } from '../ui/words';
import { Bar } from './speakers-bar';
import { FeltList } from './speakers-felt';
import { mean } from './speakers-words';

/** The shades of quotes by form: from the speaker's very words to the article's. */
const SHADES = [100, 50, 25, 75, 12];

/** The row of figures at the head of a speaker's page; what there is none of is left out. */
export function FigureRow({ speaker, figures }: { speaker: Speaker; figures: Figures }) {
  const speakers = useStore((state) => state.project!.speakers);
  const { statements, forms, claims, held, toward, articles } = figures;
  const nameOf = (nobody: string) => (who: string) =>
    who === AUTHOR
      ? 'the author'
      : who === NOBODY
        ? nobody
        : (speakers.get(who)?.name ?? 'a speaker no longer there');
  const [most] = held.parties;
  const toWhom = nameOf('other things');
  const others = held.parties.length - 1;
  return (
    <ul className="speaker-figures" aria-label="Figures">
      <Figure value={statements} label={statements === 1 ? 'statement' : 'statements'} />
      {forms.length > 0 && (
        <Figure
          value={forms.map(({ count }) => count.toLocaleString()).join(' / ')}
          label={forms.map(({ label }) => label).join(' / ')}
        >
          <Bar
            parts={forms.map(({ label, count }, index) => ({
              label,
              count,
              colour: `color-mix(in srgb, var(--quote) ${SHADES[index % SHADES.length]}%, var(--paper))`,
            }))}
          />
        </Figure>
      )}
      {claims > 0 && (
        <Figure
          value={claims}
          label={claimLabel(figures)}
          title="The same claim made twice counts once; shared are those that somebody else makes, too"
        />
      )}
      {most && (
        <Figure
          value={mean(most.mean)}
          label={
            <FeltList
              felt={held}
              title={`What ${speaker.name} feels, ${plural(held.count, 'time')}`}
              verb="toward"
              nameOf={toWhom}
              speakerId={speaker.id}
              kind="feelings"
            >
              toward <span className="clip">{toWhom(most.who)}</span>
              {others > 0 && ` and ${plural(others, 'other')}`}
            </FeltList>
          }
        >
          <FeltBar felt={held} />
        </Figure>
      )}
      {toward.count > 0 && (
        <Figure
          value={mean(toward.mean)}
          label={
            <FeltList
              felt={toward}
              title={`What is felt toward ${speaker.name}, ${plural(toward.count, 'time')}`}
              verb="by"
              nameOf={nameOf('somebody not said')}
              speakerId={speaker.id}
              kind="toward"
            >
              felt toward <span className="clip">{surnameOf(speaker) ?? speaker.name}</span>
              {` by ${toward.parties.length.toLocaleString()}`}
            </FeltList>
          }
        >
          <FeltBar felt={toward} />
        </Figure>
      )}
      {articles.length > 0 && (
        <Figure value={articles.length} label={articles.length === 1 ? 'article' : 'articles'} />
      )}
    </ul>
  );
}

interface FigureProps {
  readonly value: string | number;
  readonly label: ReactNode;
  readonly title?: string;
  readonly children?: ReactNode;
}

function Figure({ value, label, title, children }: FigureProps) {
  return (
    <li title={title}>
      <b>{typeof value === 'number' ? value.toLocaleString() : value}</b>
      <span className="figure-label">{label}</span>
      {children}
    </li>
  );
}

/** "claims in 7 places, 3 shared". */
function claimLabel({ claims, made, shared }: Figures): string {
  const places = made > claims ? ` in ${made.toLocaleString()} places` : '';
  return `${claims === 1 ? 'claim' : 'claims'}${places}${shared > 0 ? `, ${shared.toLocaleString()} shared` : ''}`;
}

/** How many of each value: the stronger the feeling, the stronger its side of the diverging pair. */
function FeltBar({ felt: { steps } }: { felt: Felt }) {
  if (steps.length === 0) return null;
  const reach = Math.max(...steps.map(({ value }) => Math.abs(value)), 3);
  return (
    <Bar
      parts={steps.map(({ value, count }) => ({
        label: `of ${mean(value)}`,
        count,
        colour:
          value === 0
            ? 'var(--neu-tint)'
            : `color-mix(in srgb, var(--${value < 0 ? 'neg' : 'pos'}) ${Math.round((Math.abs(value) / reach) * 70 + 30)}%, var(--paper))`,
      }))}
    />
  );
}
