import type { Layer } from '../codebook';
import { choice, preset } from './parts';

/** What is asserted. After ClaimBuster and CheckThat! (check-worthiness). */
export const CLAIM: Layer = {
  id: 'claim',
  label: 'Claim',
  description:
    'A clause or sentence that says something is so, was so, will be so or ought to be so, and that someone might dispute.',
  examples: [
    'The ministry spent **twice as much on advice as on repairs**.',
    'He denied that **he had ever met the owner**.',
    '**Rents will fall within two years**, the developer promised.',
  ],
  rules:
    'Mark the clause that carries the claim, without “she said that”.\nOne claim for each thing that could be true or false on its own: two clauses joined by “and” are often two.\nMark claims inside quotes and outside them alike. Inside one, the speaker is taken from the quote.\nAn article’s own sentences make claims too: then the author makes them.\nQuestions, greetings and plain descriptions of the scene are no claims.',
  colour: 'claim',
  form: 'tint',
  key: 'c',
  on: true,
  attributes: [
    preset('kind', 'Kind', 'What sort of thing is claimed.', [
      ['factual', 'That something is or was so, and nobody is accused: The log has forty pages.'],
      ['allegation', 'That someone did wrong, and it is not settled: They hid the log.'],
      ['denial', 'That what someone else says is not so: Nobody hid anything.'],
      ['opinion', 'A judgement or taste that no evidence settles: It is the ugliest bridge on the river.'],
      ['prediction', 'What will or would be: The quay will not last the winter.'],
      ['call to action', 'What should be done: The director must resign.'],
      'other',
    ]),
    choice('verifiable', 'Verifiable', 'Could one find out, with public sources and in fair time?', [
      ['yes', 'There are records, figures, witnesses or images that would settle it.'],
      ['no', 'A matter of taste, of the future, or of what someone thinks.'],
      ['cannot judge', 'It takes knowledge the reader does not have.'],
    ]),
    choice(
      'check-worthiness',
      'Check-worthiness',
      'Would a fact-checker take it up? Ask whether readers would care if it were false.',
      [
        ['not factual', 'There is nothing to check: an opinion, a wish, a question.'],
        ['unimportant', 'It could be checked, but nothing hangs on it.'],
        ['check-worthy', 'It could be checked, and it matters whether it is true.'],
      ],
    ),
    preset(
      'verdict',
      'Verdict',
      'What the evidence says of this claim, in your own judgement or a cited one.',
      [
        ['unchecked', 'Nobody has looked yet.'],
        ['supported', 'The evidence found bears it out.'],
        ['refuted', 'The evidence found speaks against it.'],
        ['not enough evidence', 'Looked for, and too little was found either way.'],
        ['disputed', 'Good evidence stands on both sides.'],
      ],
    ),
  ],
  roles: [
    {
      id: 'made-by',
      label: 'made by',
      noun: 'speaker',
      description: 'Who claims it. Left empty inside a quote, it is the source of the quote.',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      expected: true,
      inherits: { layer: 'quote', role: 'source' },
    },
    {
      id: 'same-claim',
      label: 'same as',
      description: 'The entry of the claim register that this is a wording of.',
      targets: ['claim'],
      max: 1,
    },
    {
      id: 'supports',
      label: 'supports',
      description: 'Claims it is offered as a reason for.',
      targets: ['annotation', 'claim'],
      layers: ['claim'],
    },
    {
      id: 'contradicts',
      label: 'contradicts',
      description: 'Claims that cannot be true together with it.',
      targets: ['annotation', 'claim'],
      layers: ['claim'],
    },
  ],
};
