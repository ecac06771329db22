import type { Column } from './table';

export const string = (name: string, description: string): Column => ({ name, type: 'string', description });
export const integer = (name: string, description: string): Column => ({
  name,
  type: 'integer',
  description,
});

export const ANNOTATION = string('annotation_id', 'Identifies the annotation.');
export const ARTICLE = string('article_id', 'The article it is in.');
export const TO_ARTICLE = { article_id: ['articles', 'article_id'] } as const;
export const TO_ANNOTATION = { annotation_id: ['annotations', 'annotation_id'] } as const;
