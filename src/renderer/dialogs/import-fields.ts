import { titleFromWords } from '../../core/import/title-words';
import type { Article } from '../../core/project/model';

/** What the editor shows: an article of the project, or a draft that is not yet one. */
export type EditableText = Pick<
  Article,
  | 'title'
  | 'standfirst'
  | 'byline'
  | 'outlet'
  | 'url'
  | 'publishedAt'
  | 'language'
  | 'text'
  | 'blocks'
  | 'sha256'
  | 'origin'
  | 'note'
>;

/** What is typed, as opposed to what follows from the blocks. */
export type Field = 'title' | 'byline' | 'outlet' | 'url' | 'publishedAt' | 'language' | 'note';

/** An edit of the blocks, and of the metadata that repeats them. */
export type Edit = <Text extends EditableText>(text: Text) => Text;

/** Sets a field as it is being typed; an empty one goes, but a title and a language there always are. */
export function withField<Text extends EditableText>(text: Text, field: Field, value: string): Text {
  const next: Text = { ...text, [field]: value };
  if (value === '' && field !== 'title' && field !== 'language') {
    delete (next as { [F in typeof field]?: string })[field];
  }
  return next;
}

const TYPED = ['title', 'byline', 'outlet', 'url', 'publishedAt', 'note'] as const;

/** Takes the spaces off the ends; an article without a title is called by its first words. */
export function tidied<Text extends EditableText>(text: Text): Text {
  let next = text;
  for (const field of TYPED) {
    const value = next[field];
    if (value !== undefined && value.trim() !== value) next = withField(next, field, value.trim());
  }
  if (next.title !== '') return next;
  const first = next.blocks[0];
  return withField(next, 'title', titleFromWords(next.text.slice(first?.start, first?.end)));
}
