import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../change/change';
import { apply, compose, invert, isEmpty, replay } from '../change/change';
import type { ArticleDraft } from '../import/draft';
import type { Annotation, Project } from '../project/model';
import { READING_STATUSES } from '../project/model';
import { compareAnnotations } from '../project/order';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations, findAnnotation } from '../project/query';
import { parseChange } from '../project/validate';
import type { ProposedSource } from '../propose/proposal';
import { openProposals } from '../propose/propose';
import { contextOf } from '../text/context';
import { acceptProposals, completeQuote } from './accept-proposals';
import { addAnnotation } from './add-annotation';
import { addClaim } from './claims';
import { deleteAnnotations } from './delete-annotations';
import { duplicateAnnotation } from './duplicate-annotation';
import {
  changeLayer,
  setAttribute,
  setCertainty,
  setNote,
  setRole,
  setSpans,
  setStatus,
} from './edit-annotation';
import { deleteArticle, editArticle } from './edit-article';
import { editCodebook, renameProject, setAnnotator, setLayerOn } from './edit-project';
import { importArticles } from './import-articles';
import { rejectProposals, setReadingStatus } from './readings';
import { addSpeaker, deleteSpeaker, editSpeaker, mergeSpeakers, renameSpeaker } from './speakers';

const at = '2030-01-02T03:04:05.000Z';

/** Numbers from which a command's arguments are picked. */
type Pick = <T>(list: readonly T[]) => T | undefined;

/** Every command, with arguments picked from the project; undefined where the project has nothing to do it to. */
const COMMANDS: Readonly<Record<string, (project: Project, pick: Pick) => Change | undefined>> = {
  importArticles: (project, pick) => {
    const article = pick([...project.articles.values()]);
    const { id: _, order: __, addedAt: ___, ...draft } = article ?? ({} as never);
    return (
      article &&
      importArticles(project, {
        items: [
          { id: 'new-1', draft: draft as ArticleDraft },
          { id: 'new-2', draft: draft as ArticleDraft },
        ],
        at,
      })
    );
  },
  editArticle: (project, pick) => {
    const article = pick([...project.articles.values()]);
    return (
      article && editArticle(project, { id: article.id, fields: { outlet: 'The Post', byline: undefined } })
    );
  },
  deleteArticle: (project, pick) => {
    const article = pick([...project.articles.values()]);
    return article && deleteArticle(project, { id: article.id, at });
  },
  addAnnotation: (project, pick) => {
    const article = pick([...project.articles.values()].filter(({ text }) => text.length > 1));
    const layer = pick(project.codebook.layers);
    const span = article && characterSpan(article.text);
    return (
      article &&
      layer &&
      span &&
      addAnnotation(project, {
        id: 'new-1',
        articleId: article.id,
        annotatorId: 'annotator-0',
        layer: layer.id,
        spans: [span],
        at,
      })
    );
  },
  setSpans: on((project, { id, articleId }) => {
    const { text } = project.articles.get(articleId)!;
    return text === '' ? undefined : setSpans(project, { id, spans: [characterSpan(text)], at });
  }),
  setAttribute: on((project, { id }) =>
    setAttribute(project, { id, attribute: 'kind', value: 'denial', at }),
  ),
  unsetAttribute: on((project, { id, attributes }, pick) =>
    setAttribute(project, { id, attribute: pick(Object.keys(attributes)) ?? 'none', value: null, at }),
  ),
  setRole: on((project, { id, layer }, pick) => {
    const role = pick(
      project.codebook.layers
        .find((next) => next.id === layer)
        ?.roles.filter(({ targets }) => targets.includes('author')) ?? [],
    );
    return role && setRole(project, { id, role: role.id, targets: [{ author: true }], at });
  }),
  unsetRole: on((project, { id, roles }, pick) => {
    const role = pick(Object.keys(roles));
    return role === undefined ? undefined : setRole(project, { id, role, targets: [], at });
  }),
  setNote: on((project, { id }) => setNote(project, { id, note: 'a new note', at })),
  setCertainty: on((project, { id }) => setCertainty(project, { id, certainty: 'very uncertain', at })),
  setStatus: on((project, { id }) => setStatus(project, { id, status: 'final', at })),
  changeLayer: on((project, { id, spans }, pick) => {
    const layer = pick(
      project.codebook.layers.filter(({ wholeArticle }) => wholeArticle || spans.length > 0),
    );
    return layer && changeLayer(project, { id, layer: layer.id, at });
  }),
  duplicateAnnotation: on((project, { id }) =>
    duplicateAnnotation(project, { id, newId: 'new-1', annotatorId: 'annotator-0', at }),
  ),
  deleteAnnotations: (project, pick) => {
    const all = [...allAnnotations(project)];
    return deleteAnnotations(project, { ids: [pick(all)?.id ?? 'none', pick(all)?.id ?? 'none'], at });
  },
  addSpeaker: (project) => addSpeaker(project, { id: 'new-1', name: 'Ida Holm' }),
  renameSpeaker: onSpeaker((project, id) => renameSpeaker(project, { id, name: 'Ida Holm' })),
  editSpeaker: onSpeaker((project, id) =>
    editSpeaker(project, { id, fields: { role: undefined, kind: 'group' } }),
  ),
  mergeSpeakers: onSpeaker((project, into) =>
    mergeSpeakers(project, { into, from: [...project.speakers.keys()], at }),
  ),
  deleteSpeaker: onSpeaker((project, id) => deleteSpeaker(project, { id, at })),
  addClaim: (project) => addClaim(project, { id: 'new-1', wording: 'The crane was unsafe' }),
  editCodebook: (project) =>
    editCodebook(project, { codebook: { ...project.codebook, name: 'Ours', version: '2.0' } }),
  setLayerOn: (project, pick) => {
    const layer = pick(project.codebook.layers);
    return layer && setLayerOn(project, { layer: layer.id, on: !layer.on });
  },
  setReadingStatus: (project, pick) => {
    const status = pick(READING_STATUSES)!;
    return setReadingStatus(project, { articles: [...project.articles.keys()], status });
  },
  rejectProposals: (project, pick) => {
    const articleId = pick([...project.articles.keys()]);
    return articleId === undefined
      ? undefined
      : rejectProposals(project, { articleId, keys: ['quote:3-19', 'speaker:7-9'] });
  },
  acceptProposals: (project, pick) => {
    const article = pick([...project.articles.values()]);
    const proposals = article ? openProposals(project, article.id) : [];
    return proposals.length === 0
      ? undefined
      : acceptProposals(project, {
          articleId: article!.id,
          proposals,
          annotatorId: 'annotator-0',
          id: 'new',
          at,
        });
  },
  completeQuote: on((project, { id, articleId }, pick) => {
    const { text } = project.articles.get(articleId)!;
    if (text === '') return undefined;
    const speaker = pick([null, ...project.speakers.keys()]) ?? null;
    const span = characterSpan(text);
    const source: ProposedSource = { span, name: pick(['', 'Ida Holm'])!, speaker };
    const given = { cue: pick([null, span])!, source: pick([null, source])! };
    return completeQuote(project, { annotationId: id, ...given, id: 'new', at });
  }),
  renameProject: (project) => renameProject(project, { name: 'Another name' }),
  setAnnotator: (project) => setAnnotator(project, { annotator: { id: 'annotator-0', name: 'Someone' } }),
};

function on(command: (project: Project, annotation: Annotation, pick: Pick) => Change | undefined) {
  return (project: Project, pick: Pick) => {
    const annotation = pick([...allAnnotations(project)]);
    return annotation && command(project, annotation, pick);
  };
}

function onSpeaker(command: (project: Project, id: string) => Change) {
  return (project: Project, pick: Pick) => {
    const id = pick([...project.speakers.keys()]);
    return id === undefined ? undefined : command(project, id);
  };
}

/** The first whole character of a text. */
function characterSpan(text: string) {
  return { start: 0, end: String.fromCodePoint(text.codePointAt(0)!).length };
}

const project = arbitraryProject();
const picks = fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 });
function picker(numbers: readonly number[]): Pick {
  let next = 0;
  return (list) => list[(numbers[next++ % numbers.length] ?? 0) % Math.max(1, list.length)];
}

describe.each(Object.entries(COMMANDS))('%s', (_name, command) => {
  it('is undone by its inverse, survives JSON, and leaves a project that holds together', () => {
    let done = 0;
    fc.assert(
      fc.property(project, picks, (before, numbers) => {
        const change = command(before, picker(numbers));
        if (!change) return;
        done++;
        const after = apply(before, change);
        expect(apply(after, invert(change))).toEqual(before);
        expect(invert(invert(change))).toEqual(change);
        const read = parseChange(JSON.parse(JSON.stringify(change)));
        expect(apply(before, read)).toEqual(after);
        expect(replay(replay(before, change), change)).toEqual(after);
        expect(compose(change, invert(change))).toEqual({});
        if (isEmpty(change)) expect(after).toBe(before);
        holdsTogether(after);
      }),
      { numRuns: 1000 },
    );
    // A law that nothing was held to is no law.
    expect(done).toBeGreaterThan(100);
  });
});

/** Reading order, quotes that are what the text says, and no target that points at nothing. */
function holdsTogether(after: Project): void {
  const ids = new Set([...allAnnotations(after)].map(({ id }) => id));
  for (const [articleId, list] of after.annotations) {
    expect([...list].sort(compareAnnotations)).toEqual(list);
    for (const annotation of list) {
      expect(annotation.articleId).toBe(articleId);
      const { quote, prefix, suffix, spans } = annotation;
      expect({ quote, prefix, suffix }).toEqual(contextOf(after.articles.get(articleId)!.text, spans));
      for (const target of Object.values(annotation.roles).flat()) {
        if ('annotation' in target) expect(ids.has(target.annotation)).toBe(true);
        if ('speaker' in target) expect(after.speakers.has(target.speaker)).toBe(true);
        if ('claim' in target) expect(after.claims.has(target.claim)).toBe(true);
      }
    }
  }
  for (const id of after.readings.keys()) expect(after.articles.has(id)).toBe(true);
}

describe('commands refuse', () => {
  const [sample] = fc.sample(
    arbitraryProject({ articles: 3, annotations: 5 }).filter((next) =>
      [...allAnnotations(next)].some(({ spans }) => spans.length > 0),
    ),
    { numRuns: 1, seed: 7 },
  );
  const some = [...allAnnotations(sample!)].find(({ spans }) => spans.length > 0)!;

  it('spans past the end of the text, with the numbers', () => {
    const { length } = sample!.articles.get(some.articleId)!.text;
    expect(() => setSpans(sample!, { id: some.id, spans: [{ start: 0, end: length + 2 }], at })).toThrow(
      `0,${length + 2}`,
    );
  });

  it('annotations, speakers and articles that are not there', () => {
    expect(() => setNote(sample!, { id: 'nobody', note: 'x', at })).toThrow('no annotation nobody');
    expect(() => renameSpeaker(sample!, { id: 'nobody', name: 'x' })).toThrow('no speaker nobody');
    expect(() => editArticle(sample!, { id: 'nobody', fields: {} })).toThrow('no article nobody');
  });

  it('names that are empty', () => {
    expect(() => addSpeaker(sample!, { id: 's1', name: '  ' })).toThrow('name');
    expect(() => renameProject(sample!, { name: '' })).toThrow('name');
  });
});

describe('merging speakers', () => {
  it('leaves every mention linked and gathers the names, and one undo splits them again', () => {
    fc.assert(
      fc.property(arbitraryProject(), (before) => {
        const [into, ...from] = [...before.speakers.values()];
        fc.pre(into !== undefined && from.length > 0);
        const change = mergeSpeakers(before, { into: into!.id, from: from.map(({ id }) => id), at });
        const after = apply(before, change);
        expect([...after.speakers.keys()]).toEqual([into!.id]);
        const { name, aliases } = after.speakers.get(into!.id)!;
        for (const speaker of from) expect([name, ...aliases]).toContain(speaker.name);
        const linked = (next: Project) =>
          [...allAnnotations(next)]
            .filter(({ roles }) =>
              Object.values(roles)
                .flat()
                .some((target) => 'speaker' in target),
            )
            .map(({ id }) => id);
        expect(linked(after)).toEqual(linked(before));
        expect(apply(after, invert(change))).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('nesting', () => {
  it('never closes a circle', () => {
    const quote = sampleWithTwoQuotes();
    const [outer, inner] = [...allAnnotations(quote)];
    const nested = apply(
      quote,
      setRole(quote, { id: inner!.id, role: 'nested-in', targets: [{ annotation: outer!.id }], at }),
    );
    expect(() =>
      setRole(nested, { id: outer!.id, role: 'nested-in', targets: [{ annotation: inner!.id }], at }),
    ).toThrow('nest');
    expect(findAnnotation(nested, inner!.id)!.roles['nested-in']).toEqual([{ annotation: outer!.id }]);
  });
});

function sampleWithTwoQuotes(): Project {
  const [base] = fc.sample(
    arbitraryProject({ articles: 1, annotations: 0 }).filter(
      ({ articles, codebook }) =>
        articles.size === 1 &&
        [...articles.values()][0]!.text.length > 3 &&
        codebook.layers.some(({ id }) => id === 'quote'),
    ),
    { numRuns: 1, seed: 3 },
  );
  const article = [...base!.articles.values()][0]!;
  const quote = (project: Project, id: string) =>
    apply(
      project,
      addAnnotation(project, {
        id,
        articleId: article.id,
        annotatorId: 'annotator-0',
        layer: 'quote',
        spans: [characterSpan(article.text)],
        at,
      }),
    );
  return quote(quote(base!, 'a-outer'), 'b-inner');
}
