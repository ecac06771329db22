import type { Speaker } from '../../core/project/model';
import type { Tally } from '../../core/project/register';
import { plural } from '../ui/words';

/** "31 mentions · 14 statements", leaving out what is none. */
export function countsOf({ mentions, statements }: Tally): string {
  const parts = [
    mentions > 0 && plural(mentions, 'mention'),
    statements > 0 && plural(statements, 'statement'),
  ];
  return parts.filter(Boolean).join(' · ') || 'not mentioned yet';
}

/** What someone is, in a word or two. */
export function whatIs({ role, affiliation, kind }: Speaker): string {
  return role ?? affiliation ?? kind;
}

/** The line of facts under a name, in parts; kinds that say nothing are left out. */
export function factsOf(speaker: Speaker, { mentions, articles }: Tally): readonly string[] {
  const { kind, role, affiliation, naming, aliases, externalId } = speaker;
  const also = aliases.map((alias) => `“${alias}”`).join(', ');
  return [
    kind === 'unspecified' ? '' : kind.charAt(0).toUpperCase() + kind.slice(1),
    role ?? '',
    affiliation ?? '',
    naming === undefined || naming === 'named' ? '' : naming,
    also === '' ? '' : `also ${also}`,
    externalId ?? '',
    articles === 0
      ? 'not mentioned yet'
      : `${mentions > 0 ? plural(mentions, 'mention') : 'stands'} in ${plural(articles, 'article')}`,
  ].filter((fact) => fact !== '');
}

/** A mean with its sign and one decimal: "−2.4", "0", "+0.5"; "–" where there is none. */
export function mean(value: number | null): string {
  if (value === null) return '–';
  const rounded = Math.round(value * 10) / 10;
  const size = Math.abs(rounded).toLocaleString();
  return rounded > 0 ? `+${size}` : rounded < 0 ? `−${size}` : '0';
}
