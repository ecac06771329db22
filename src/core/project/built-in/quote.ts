import type { Layer } from '../codebook';
import { preset } from './parts';

/** Who says what. After PARC 3.0 and PolNeAR (source, cue, content) and RiQuA (addressee). */
export const QUOTE: Layer = {
  id: 'quote',
  label: 'Quote',
  description:
    'Something the article ascribes to someone: their words, or what they think, want, feel or have noticed. The passage is what is ascribed, not who it is ascribed to.',
  examples: [
    '**“The bridge will open in May,”** the mayor said.',
    'According to the harbour master, **the crane had not been checked for a year**.',
    'Residents fear **that the noise will drive tenants away**.',
  ],
  rules:
    'Mark the content only: source and cue are roles, and stay outside.\nTake the quotation marks in, and the comma or full stop inside them.\nWhere the cue stands in the middle, mark both parts as one quote: select the second part and add it to the first.\nA quote that runs on into the next paragraph is still one quote.\nA source with no words of its own (“she declined to comment”) is no quote.\nWhat someone says that someone else said is a quote in a quote: mark both and nest the inner one.',
  colour: 'quote',
  form: 'bracket',
  key: 'q',
  on: true,
  attributes: [
    preset('form', 'Form', 'How the article renders it.', [
      ['direct', 'Word for word, as the quotation marks say: “I saw it fall,” he said.'],
      ['indirect', 'In the article’s words: He said he had seen it fall.'],
      [
        'mixed',
        'In the article’s words with some of the source’s in quotation marks: He called the log “a forgery”.',
      ],
      [
        'free indirect',
        'In the source’s voice with neither marks nor a cue in the sentence: He had seen it fall. What more did they want?',
      ],
    ]),
    preset('act', 'Act', 'What the source does in it.', [
      ['statement', 'Says or writes that something is so.'],
      ['belief', 'Thinks, believes, expects or doubts that it is so.'],
      ['intention', 'Plans, promises, refuses or wants to do something.'],
      ['attitude', 'Fears, hopes, regrets, welcomes: feels something about what is told.'],
      ['decree', 'Orders, rules, allows or forbids, and by that makes it so: a court, a law, a regulator.'],
      ['perception', 'Has seen, heard or noticed it.'],
      ['evidence', 'A document, a study or a figure shows it; nobody says it in person.'],
    ]),
    preset('medium', 'Medium', 'How it came into the world.', [
      ['speech', 'Spoken: an interview, a speech, a call, an answer to reporters.'],
      ['writing', 'Written: a letter, a post, a report, a statement sent out.'],
      ['thought', 'Not uttered: the article says what someone thinks or feels.'],
      ['unclear', 'The article does not say.'],
    ]),
    preset('polarity', 'Polarity', 'Does the source say it, or is it said that the source does not?', [
      ['affirmed', 'The source says, thinks or wants it.'],
      ['negated', 'The source does not: She did not say that the ferry was safe.'],
    ]),
  ],
  roles: [
    {
      id: 'source',
      label: 'source',
      noun: 'source',
      description: 'Who is quoted: a speaker of the register, or the words that name one.',
      targets: ['speaker', 'spans', 'annotation', 'author'],
      layers: ['speaker'],
      expected: true,
    },
    {
      id: 'cue',
      label: 'cue',
      noun: 'cue',
      description: 'The words that ascribe it: “told”, “according to”, “in a letter”, a colon. One passage.',
      targets: ['spans'],
      max: 1,
      contiguous: true,
    },
    {
      id: 'addressee',
      label: 'to',
      noun: 'addressee',
      description: 'Whom it is said to, where the article tells.',
      targets: ['speaker', 'spans', 'annotation'],
      layers: ['speaker'],
    },
    {
      id: 'nested-in',
      label: 'nested in',
      description: 'The quote in which it is reported, where the article has it at second hand.',
      targets: ['annotation'],
      layers: ['quote'],
      max: 1,
      acyclic: true,
    },
  ],
};
