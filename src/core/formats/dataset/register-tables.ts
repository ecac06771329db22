import type { Part } from '../part';
import { annotationsIn } from '../part';
import type { Names } from './names';
import type { Row, Table } from './table';

/** One row per speaker of the register; under pseudonyms only what does not name them. */
export function speakersTable({ whole }: Part, names: Names, pseudonyms: boolean): Table {
  const rows = [...whole.speakers.values()].map(
    (speaker): Row => [
      speaker.id,
      names.of(speaker.id),
      pseudonyms ? null : speaker.aliases.join('; ') || null,
      speaker.kind,
      speaker.naming ?? null,
      speaker.affiliation ?? null,
      pseudonyms ? null : (speaker.role ?? null),
      pseudonyms ? null : (speaker.externalId ?? null),
      pseudonyms || speaker.note === '' ? null : speaker.note,
    ],
  );
  return {
    name: 'speakers',
    description: 'One row per speaker of the register.',
    key: ['speaker_id'],
    links: {},
    columns: [
      { name: 'speaker_id', type: 'string', description: 'Identifies the speaker.' },
      { name: 'name', type: 'string', description: 'Name, or pseudonym.' },
      { name: 'aliases', type: 'string', description: 'Other names, with "; " between them.' },
      { name: 'kind', type: 'string', description: 'person, organisation, group, document or data, author.' },
      { name: 'naming', type: 'string', description: 'named, partly identified or anonymous.' },
      { name: 'affiliation', type: 'string', description: 'What the speaker belongs to.' },
      { name: 'role', type: 'string', description: 'In what capacity the speaker speaks.' },
      { name: 'external_id', type: 'string', description: 'Identifier elsewhere.' },
      { name: 'note', type: 'string', description: 'Memo on the speaker.' },
    ],
    others: () => rows,
  };
}

/** One row per entry of the claim register. */
export function claimsTable(part: Part): Table {
  const made = new Map<string, { annotations: number; articles: Set<string> }>();
  for (const { articleId, roles } of annotationsIn(part)) {
    for (const target of Object.values(roles).flat()) {
      if (!('claim' in target)) continue;
      const count = made.get(target.claim) ?? { annotations: 0, articles: new Set() };
      made.set(target.claim, count);
      count.annotations++;
      count.articles.add(articleId);
    }
  }
  const rows = [...part.whole.claims.values()].map(
    (claim): Row => [
      claim.id,
      claim.wording,
      claim.verdict ?? 'unchecked',
      claim.evidence ?? null,
      made.get(claim.id)?.annotations ?? 0,
      made.get(claim.id)?.articles.size ?? 0,
      claim.supports?.join('; ') || null,
      claim.contradicts?.join('; ') || null,
      claim.note === '' ? null : claim.note,
    ],
  );
  return {
    name: 'claims',
    description: 'One row per entry of the claim register: one claim, wherever and by whomever it is made.',
    key: ['claim_id'],
    links: {},
    columns: [
      { name: 'claim_id', type: 'string', description: 'Identifies the claim.' },
      { name: 'wording', type: 'string', description: 'Canonical wording.' },
      {
        name: 'verdict',
        type: 'string',
        description: 'unchecked, supported, refuted, not enough evidence, disputed.',
      },
      { name: 'evidence', type: 'string', description: 'What the verdict rests on.' },
      { name: 'annotations', type: 'integer', description: 'Annotations of this dataset that point at it.' },
      { name: 'articles', type: 'integer', description: 'Articles of this dataset in which they are.' },
      {
        name: 'supports',
        type: 'string',
        description: 'Ids of claims it speaks for, with "; " between them.',
      },
      { name: 'contradicts', type: 'string', description: 'Ids of claims it speaks against.' },
      { name: 'note', type: 'string', description: 'Memo on the claim.' },
    ],
    others: () => rows,
  };
}
