import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../../project/codebook';
import type { Annotation, Project } from '../../project/model';
import { compareAnnotations } from '../../project/order';
import { allAnnotations, annotationsOf, resolveRole } from '../../project/query';
import {
  parseAnnotation,
  parseArticle,
  parseClaim,
  parseSpeaker,
  placementProblem,
} from '../../project/validate';
import { sentences } from '../../text/sentences';
import { covers } from '../../text/span';
import type { ArticleDraft } from '../draft';
import { fileFormatOf } from '../file-format';
import { readArticle } from '../read-article';
import { buildSample } from './build-sample';
import { findPassage } from './find-passage';
import { parseSampleFile } from './sample-file';

const folder = new URL('../../../../resources/sample/', import.meta.url);
const file = parseSampleFile(JSON.parse(readFileSync(new URL('annotations.json', folder), 'utf8')));
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

function draftOf(name: string): ArticleDraft {
  const bytes = readFileSync(new URL(name, folder));
  const draft = readArticle({
    text: bytes.toString('utf8'),
    format: fileFormatOf(name)!,
    fileName: name,
    encoding: 'utf-8',
  })!;
  const origin = { ...draft.origin, bytes: bytes.length, bytesSha256: sha256(bytes) };
  return { ...draft, sha256: sha256(draft.text), origin };
}

function build(): Project {
  const drafts = new Map(file.articles.map(({ file: name }) => [name, draftOf(name)]));
  const annotator = { id: 'rs', name: 'RS' };
  return buildSample({ file, drafts, annotator, at: '2024-04-01T09:00:00.000Z' });
}

const project = build();
const all = [...allAnnotations(project)];
const kindsOf = (id: string) => project.articles.get(id)!.blocks.map(({ kind }) => kind);

describe('the sample project', () => {
  it('builds the same project every time', () => {
    expect(build()).toEqual(project);
  });

  it('consists of valid rows, in reading order, inside their texts', () => {
    for (const article of project.articles.values()) expect(parseArticle(article)).toEqual(article);
    for (const speaker of project.speakers.values()) expect(parseSpeaker(speaker)).toEqual(speaker);
    for (const claim of project.claims.values()) expect(parseClaim(claim)).toEqual(claim);
    for (const annotation of all) {
      expect(parseAnnotation(annotation)).toEqual(annotation);
      expect(placementProblem(annotation, project.articles.get(annotation.articleId)!)).toBeNull();
    }
    for (const list of project.annotations.values()) expect([...list].sort(compareAnnotations)).toEqual(list);
  });

  it('uses only what the codebook has', () => {
    for (const { layer: id, attributes, roles } of all) {
      const layer = layerOf(project.codebook, id)!;
      for (const [name, value] of Object.entries(attributes)) {
        const attribute = layer.attributes.find((candidate) => candidate.id === name);
        if (attribute?.kind === 'choice') expect(attribute.values.map((one) => one.id)).toContain(value);
        else if (attribute?.kind === 'scale')
          expect(attribute.min <= Number(value) && Number(value) <= attribute.max).toBe(true);
        else expect.fail(`${id} has no attribute ${name}`);
      }
      for (const [name, targets] of Object.entries(roles)) {
        const role = layer.roles.find((candidate) => candidate.id === name)!;
        expect(targets.length).toBeLessThanOrEqual(role.max ?? Number.POSITIVE_INFINITY);
        for (const target of targets) {
          expect(role.targets).toContain(Object.keys(target)[0]);
          if ('annotation' in target) {
            const other = all.find((candidate) => candidate.id === target.annotation)!;
            expect(role.layers).toContain(other.layer);
            expect(other.articleId).toBe(all.find((one) => one.roles === roles)!.articleId);
          }
        }
      }
    }
  });

  it('has two articles coded, one begun and two untouched', () => {
    const counts = [...project.articles.keys()].map((id) => annotationsOf(project, id).length);
    expect(counts.filter((count) => count === 0)).toHaveLength(2);
    expect(counts.filter((count) => count > 0 && count < 10)).toHaveLength(1);
    expect(counts.filter((count) => count > 15)).toHaveLength(2);
  });

  it('shows discontinuous quotes, overlaps, every polarity but the middle, and notes', () => {
    expect(all.filter(({ spans }) => spans.length > 1).length).toBeGreaterThanOrEqual(5);
    expect(all.filter(({ note }) => note !== '').length).toBeGreaterThanOrEqual(12);
    const polarities = new Set(
      all.map(({ attributes }) => attributes.polarity).filter((p) => typeof p === 'number'),
    );
    expect([...polarities].sort()).toEqual([-3, -2, -1, 1, 2, 3].sort());
    const overlapping = all.filter((a) =>
      all.some((b) => a !== b && a.articleId === b.articleId && covers(a.spans, b.spans)),
    );
    expect(overlapping.length).toBeGreaterThan(15);
  });

  it('nests five deep: quote in quote in quote, a claim in it, a mention in that', () => {
    const deepest = Math.max(...all.map(depthOf));
    expect(deepest).toBeGreaterThanOrEqual(5);
  });

  it('marks no quotation without its quotation marks, and none that ends inside a word', () => {
    for (const { layer, attributes, quote, prefix } of all) {
      if (layer === 'quote' && attributes.form === 'direct' && quote.startsWith('“'))
        expect(prefix).not.toMatch(/\p{L}$/u);
      expect(quote).not.toMatch(/^\s|\s$/u);
    }
  });

  it('repeats passages word for word between papers', () => {
    const texts = [...project.articles.values()].map(({ text }) => text);
    const shared = new Map<string, number>();
    for (const text of texts) {
      for (const { start, end } of sentences(text, { start: 0, end: text.length })) {
        const sentence = text.slice(start, end);
        if (sentence.length > 40) shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
      }
    }
    expect([...shared.values()].filter((count) => count > 1).length).toBeGreaterThanOrEqual(3);
  });

  it('shows each shape of file', () => {
    expect(kindsOf('operator-warned').slice(0, 5)).toEqual([
      'title',
      'standfirst',
      'byline',
      'byline',
      'caption',
    ]);
    expect(kindsOf('operator-warned').filter((kind) => kind === 'post')).toHaveLength(1);
    expect(kindsOf('sent-her-out').filter((kind) => kind === 'post')).toHaveLength(2);
    expect(kindsOf('four-minutes').filter((kind) => kind === 'post')).toHaveLength(3);
    expect(kindsOf('four-minutes').filter((kind) => kind === 'caption')).toHaveLength(3);
    expect(kindsOf('trusts-nobody')).toContain('blockquote');
    expect(kindsOf('missing-pages').filter((kind) => kind === 'heading')).toHaveLength(2);
    const outlets = [...project.articles.values()].map(({ outlet, publishedAt, byline }) => [
      outlet,
      publishedAt,
      byline,
    ]);
    expect(outlets).toEqual([
      ['The Harbour Post', '2024-03-12', 'Imke Sandvoort'],
      ['Coast Wire', '2024-03-12', 'Jonas Petrel'],
      [undefined, undefined, 'Mika Sorrel'],
      ['The Harbour Post', '2024-03-14', 'Solveig Arnott'],
      ['Lindener Tageblatt', '2024-03-19', 'Tilda Ravn'],
    ]);
  });

  function depthOf(annotation: Annotation): number {
    const around = annotationsOf(project, annotation.articleId).filter(
      (other) => other !== annotation && covers(other.spans, annotation.spans),
    );
    return 1 + new Set(around.map(({ spans }) => JSON.stringify(spans))).size;
  }
});

describe('a claim inside a quote', () => {
  it('takes its maker from the innermost quote around it', () => {
    const claim = all.find(({ layer, quote }) => layer === 'claim' && quote === 'we are not made of money')!;
    const madeBy = layerOf(project.codebook, 'claim')!.roles.find(({ id }) => id === 'made-by')!;
    expect(resolveRole(project, claim, madeBy).targets).toEqual([{ speaker: 'unnamed-manager' }]);
  });
});

describe('findPassage', () => {
  it('finds whole words, alone, within others, or by number', () => {
    const text = 'We were told that we were told.';
    expect(findPassage(text, 'we')).toEqual({ start: 18, end: 20 });
    expect(findPassage(text, { text: 'told', occurrence: 2 })).toEqual({ start: 26, end: 30 });
    expect(findPassage(text, { text: 'told', within: 'told that' })).toEqual({ start: 8, end: 12 });
  });

  it('throws when a passage is missing or not the only one', () => {
    expect(() => findPassage('told and told', 'told')).toThrow('occurs 2 times');
    expect(() => findPassage('told', 'tol')).toThrow('occurs 0 times');
    expect(() => findPassage('told', { text: 'told', occurrence: 2 })).toThrow('occurs 1 times');
  });
});
