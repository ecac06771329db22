import type { Layer } from '../codebook';

/** Who is mentioned. */
export const SPEAKER: Layer = {
  id: 'speaker',
  label: 'Speaker',
  description:
    'A mention of someone who speaks or is spoken of: a name, a description, a pronoun; a person, an organisation, a document.',
  examples: [
    '**Mira Solberg**, who runs the night shift, said nothing.',
    '**The two officials** asked not to be named.',
    'A **leaked memo** puts the cost at nine million.',
  ],
  rules:
    'Mark the shortest words that pick the speaker out, without title, office or clause behind the name.\nMark pronouns only where they are the source of a quote or the target of a feeling.\nSay with “is” who is meant. Two mentions of one person are two mentions and one speaker.\nA source nobody names is a speaker all the same: “a person close to the talks”.',
  colour: 'speaker',
  form: 'underline',
  key: 's',
  on: true,
  attributes: [],
  roles: [
    {
      id: 'is',
      label: 'is',
      noun: 'speaker',
      description: 'The speaker of the register that is meant here.',
      targets: ['speaker'],
      max: 1,
      expected: true,
    },
  ],
};
