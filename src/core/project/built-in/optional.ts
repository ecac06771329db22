import type { Layer } from '../codebook';
import { choice } from './parts';

const stance: Layer = {
  id: 'stance',
  label: 'Stance',
  description: 'Where someone stands on an issue, for or against it, whatever they feel about it.',
  examples: ['“I will vote no,” she said. (explicit anti, issue: the new quay)'],
  rules:
    'Name the issue in the same few words every time.\nStance is towards an issue, sentiment towards someone or something: one passage may have both.',
  colour: 'stance',
  form: 'edge',
  key: 'w',
  on: false,
  attributes: [
    choice('position', 'Position', 'For or against, said or shown.', [
      ['explicit pro', 'Says to be for it.'],
      ['implicit pro', 'Is for it, as what is said or done shows.'],
      ['neutral', 'Speaks of it and takes no side.'],
      ['implicit anti', 'Is against it, as what is said or done shows.'],
      ['explicit anti', 'Says to be against it.'],
    ]),
    { id: 'issue', label: 'Issue', description: 'What the stance is on, in a few words.', kind: 'text' },
  ],
  roles: [
    {
      id: 'holder',
      label: 'held by',
      noun: 'holder',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      max: 1,
      inherits: { layer: 'quote', role: 'source', elseAuthor: true },
    },
  ],
};

const argument: Layer = {
  id: 'argument-unit',
  label: 'Argument unit',
  description: 'A passage that does one job in an argument: a premise, a testimony, a figure, a story.',
  examples: ['**Seven of ten commuters asked** would rather wait. (statistics)'],
  rules: 'Mark the smallest passage that does the job. Say with “supports” what it is a reason for.',
  colour: 'argument',
  form: 'tint',
  key: 'a',
  on: false,
  attributes: [
    choice('kind', 'Kind', 'What the argument rests on here.', [
      ['common ground', 'What readers are taken to know and accept already.'],
      ['assumption', 'A statement put forward without anything to back it.'],
      ['testimony', 'Someone is cited who should know: an expert, a witness, an authority.'],
      ['statistics', 'Figures, a study, a survey.'],
      ['anecdote', 'A single case or a personal experience.'],
      'other',
    ]),
  ],
  roles: [{ id: 'supports', label: 'supports', targets: ['annotation'] }],
};

const frame: Layer = {
  id: 'frame',
  label: 'Frame',
  description: 'The angle from which the issue is shown: what it is made to be a matter of.',
  rules: 'Tag the article without a passage for its primary frame, the headline for the headline’s.',
  colour: 'frame',
  form: 'tint',
  key: 'i',
  on: false,
  wholeArticle: true,
  attributes: [
    // The fifteen dimensions of the Media Frames Corpus (Card et al. 2015).
    choice('dimension', 'Dimension', 'What it is made a matter of.', [
      ['economic', 'Costs, gains, jobs, trade.'],
      ['capacity and resources', 'Having or lacking the means: time, staff, space, money.'],
      ['morality', 'Duty, faith, right and wrong.'],
      ['fairness and equality', 'Who gets what, and whether that is just.'],
      ['legality and constitutionality', 'Laws, rights, courts and what they permit.'],
      ['policy prescription and evaluation', 'Proposed rules, and whether rules work.'],
      ['crime and punishment', 'Offences, police, sentences.'],
      ['security and defence', 'Threats, and protection from them.'],
      ['health and safety', 'Illness, accidents, care.'],
      ['quality of life', 'How people live from day to day.'],
      ['cultural identity', 'Traditions, belonging, who “we” are.'],
      ['public opinion', 'Polls, protest, what people think.'],
      ['political', 'Parties, campaigns, deals and tactics.'],
      ['external regulation and reputation', 'Other countries, treaties, standing abroad.'],
      'other',
    ]),
    choice('scope', 'Scope', 'How much of the article it frames.', [
      ['span', 'This passage.'],
      ['headline', 'The headline.'],
      ['primary frame', 'The article as a whole.'],
    ]),
  ],
  roles: [],
};

const article: Layer = {
  id: 'article',
  label: 'Article',
  description: 'What is judged of the article as a whole, once for each.',
  rules: 'Tag without a passage.',
  colour: 'neutral',
  form: 'edge',
  key: 'e',
  on: false,
  wholeArticle: true,
  attributes: [
    choice('relevance', 'Relevance', 'Does it belong to what the project studies?', [
      'relevant',
      ['partly relevant', 'Some of it does, or it only mentions the matter.'],
      'not relevant',
    ]),
    choice('genre', 'Genre', 'What kind of piece it is.', [
      ['hard news', 'Reports what happened.'],
      ['analysis', 'Explains what happened and what it may mean.'],
      ['opinion', 'Argues: a column, an editorial, a letter.'],
      ['interview', 'Questions and answers.'],
      'other',
    ]),
    { id: 'wire-credit', label: 'Wire credit', description: 'The agency named, if any.', kind: 'text' },
    choice('valence', 'News valence', 'Is it good or bad news, whatever is felt about it?', [
      'bad',
      'neutral',
      'good',
    ]),
  ],
  roles: [],
};

/** Layers that are switched off until someone wants them. */
export const OPTIONAL: readonly Layer[] = [stance, argument, frame, article];
