import type { Facts } from '../facts';
import { learn, webAddress } from '../facts';
import { isName } from './bylines';
import { findDate } from './dates';

const FIELDS: Readonly<Record<string, keyof Facts>> = {
  title: 'title',
  headline: 'title',
  subtitle: 'standfirst',
  standfirst: 'standfirst',
  dek: 'standfirst',
  summary: 'standfirst',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  by: 'byline',
  outlet: 'outlet',
  source: 'outlet',
  publication: 'outlet',
  publisher: 'outlet',
  newspaper: 'outlet',
  site: 'outlet',
  sitename: 'outlet',
  date: 'publishedAt',
  published: 'publishedAt',
  'publication date': 'publishedAt',
  publishedat: 'publishedAt',
  datepublished: 'publishedAt',
  url: 'url',
  link: 'url',
  canonical: 'url',
  language: 'language',
  lang: 'language',
};

/** Which field of the article a label such as "Source" or "published_at" stands for, if any. */
export function fieldOf(label: string): keyof Facts | undefined {
  const spaced = label.trim().toLowerCase();
  const joined = spaced.replace(/[_-]/gu, '');
  const name = [spaced, joined].find((candidate) => Object.hasOwn(FIELDS, candidate));
  return name === undefined ? undefined : FIELDS[name];
}

/** Notes what a label and its value say. False when the value does not fit the field: then nothing is noted. */
export function learnLabelled(facts: Facts, field: keyof Facts, value: string): boolean {
  const fitting =
    field === 'publishedAt' ? findDate(value)?.iso : field === 'url' ? webAddress(value) : value.trim();
  if (!fitting || (field === 'byline' && fitting.length > 200)) return false;
  learn(facts, field, field === 'byline' ? fitting.replace(/^by\s+/iu, '') : fitting);
  return true;
}

/**
 * "Source: The Harbour Post" as a line of its own: the field and what is said, or undefined. An outlet must
 * look like a name, since headlines too begin with "Source:".
 */
export function labelledLine(line: string): { field: keyof Facts; value: string } | undefined {
  const match = line.length <= 300 ? /^(\p{L}[\p{L} _-]{1,20}?)\s*:\s+(\S.*)$/u.exec(line) : null;
  const field = match && fieldOf(match[1]!);
  if (!match || !field || (field === 'outlet' && !isName(match[2]!))) return undefined;
  return { field, value: match[2]! };
}
