import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../change/change';
import { apply, compose, invert, isEmpty, replay } from '../change/change';
import type { ArticleDraft } from '../import/draft';
import { arrive } from '../import-annotations/arrive';
import { foreignLayers } from '../import-annotations/foreign-layers';
import { proposeMapping } from '../import-annotations/propose-mapping';
import { entryOf } from '../project/claim-links';
import { arbitraryClaimWeb } from '../project/claim-web.arbitrary';
import type { Attribute, AttributeKind, Layer } from '../project/codebook';
import { valueAtDigit } from '../project/codebook';
import { ODD_CODEBOOK } from '../project/codebook.arbitrary';
import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import type { Annotation, Project } from '../project/model';
import { READING_STATUSES } from '../project/model';
import { compareAnnotations } from '../project/order';
import { arbitraryProject, QUERIES } from '../project/project.arbitrary';
import { allAnnotations, findAnnotation } from '../project/query';
import { parseChange } from '../project/validate';
import type { ProposedSource } from '../propose/proposal';
import { openProposals } from '../propose/propose';
import { contextOf } from '../text/context';
import { acceptProposals, completeQuote } from './accept-proposals';
import { addAnnotation } from './add-annotation';
import {
  changeLayerOfMany,
  setAttributeOfMany,
  setCertaintyOfMany,
  setRoleOfMany,
  setStatusOfMany,
} from './bulk';
import { addClaim, deleteClaim, editClaim, rewordClaim } from './claims';
import { renameCodebook, replaceCodebook, setLayerOn, setUnivocal } from './codebook';
import {
  addAttribute,
  deleteAttribute,
  editAttribute,
  moveAttribute,
  setAttributeKind,
} from './codebook-attributes';
import { addLayer, deleteLayer, editLayer, moveLayer } from './codebook-layers';
import { addRole, deleteRole, editRole, moveRole } from './codebook-roles';
import { addValue, deleteValue, editValue, moveValue } from './codebook-values';
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
import { renameProject, setAnnotator, setProjectNote } from './edit-project';
import { forgetMapping, importAnnotations } from './import-annotations';
import { importArticles } from './import-articles';
import { linkMentions } from './link-mentions';
import { mergeClaims } from './merge-claims';
import { deleteQuery, renameQuery, saveQuery } from './queries';
import { beginReading, rejectProposals, setReadingStatus } from './readings';
import { repairProject } from './repair-project';
import { restoreProject } from './restore-project';
import { registerClaims, sameAs, splitClaim } from './same-claim';
import { addSpeaker, deleteSpeaker, editSpeaker, mergeSpeakers, renameSpeaker } from './speakers';
import { splitSpeaker } from './split-speaker';
import { tagMatches } from './tag-matches';

const at = '2030-01-02T03:04:05.000Z';

const KINDS: readonly AttributeKind[] = ['choice', 'multiple', 'scale', 'text', 'number', 'date'];

/** Projects of others, some of whose ids and texts are the same. */
const FOREIGN = fc.sample(arbitraryProject(), { numRuns: 40, seed: 11 });

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
  importAnnotations: (project, pick) => {
    const foreign = { ...pick(FOREIGN)!, codebook: pick([ODD_CODEBOOK, DEFAULT_CODEBOOK])! };
    const reader = { id: 'brat', label: 'brat standoff', unit: 'codepoint' } as const;
    const part = arrive(reader, { project: foreign, warnings: [] }, project.articles);
    const proposed = proposeMapping(foreignLayers(part.project), project.codebook, project.info.mappings);
    return importAnnotations(project, {
      part,
      mapping: Object.fromEntries([...proposed].map(([id, { mapping }]) => [id, mapping])),
      annotator: pick(['theirs', { id: 'annotator-9', name: 'Nine' }] as const)!,
      newArticles: pick([true, false])!,
      ids: 'new',
      at,
    });
  },
  forgetMapping: (project, pick) => {
    const saved = pick(project.info.mappings ?? []);
    return saved && forgetMapping(project, saved);
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
  tagMatches: (project, pick) => {
    const layer = pick(project.codebook.layers);
    const matches = firstCharacters(project);
    return layer && matches.length > 0
      ? tagMatches(project, { matches, layer: layer.id, annotatorId: 'annotator-0', at })
      : undefined;
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
  setAttributeOfMany: (project, pick) => {
    const attribute = pick(project.codebook.layers.flatMap(({ attributes }) => attributes));
    const value = attribute && valueAtDigit(attribute, 2);
    return (
      attribute &&
      setAttributeOfMany(project, { ids: some(project), attribute: attribute.id, value: value ?? null, at })
    );
  },
  setRoleOfMany: (project, pick) => {
    const speaker = pick([...project.speakers.keys()]);
    const roles = Object.fromEntries(
      project.codebook.layers.map(({ id, roles: own }) => [id, pick(own)?.id ?? 'none']),
    );
    const targets = speaker === undefined ? [{ author: true } as const] : [{ speaker }];
    return setRoleOfMany(project, { ids: some(project), roles, targets, at });
  },
  changeLayerOfMany: (project, pick) => {
    const layer = pick(project.codebook.layers);
    return layer && changeLayerOfMany(project, { ids: some(project), layer: layer.id, at });
  },
  setStatusOfMany: (project) => setStatusOfMany(project, { ids: some(project), status: 'final', at }),
  setCertaintyOfMany: (project) =>
    setCertaintyOfMany(project, { ids: some(project), certainty: 'somewhat uncertain', at }),
  saveQuery: (project) =>
    saveQuery(project, {
      id: 'new-1',
      name: 'More denials',
      selection: { attributes: { kind: ['denial', null] } },
    }),
  renameQuery: onQuery((project, id) => renameQuery(project, { id, name: 'Others' })),
  deleteQuery: onQuery((project, id) => deleteQuery(project, { id })),
  repairProject: (project, pick) => {
    const annotation = pick([...allAnnotations(project)]);
    const records = [{ ...annotation, id: 'lost-1', layer: 'no-layer', annotatorId: 'nobody' }];
    return annotation && repairProject(project, { records, at }).change;
  },
  restoreProject: (project, pick) => {
    const article = pick([...project.articles.values()]);
    const was = article ? apply(project, deleteArticle(project, { id: article.id, at })) : project;
    return restoreProject(project, { was: { ...was, info: { ...was.info, name: 'As it was' } } });
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
  splitSpeaker: onSpeaker((project, from, pick) => {
    const into = pick([...project.speakers.keys()])!;
    const annotations = [...allAnnotations(project)].filter(() => pick([true, false])).map(({ id }) => id);
    return splitSpeaker(project, {
      from,
      into,
      annotations,
      aliases: project.speakers.get(from)!.aliases.slice(1),
      at,
    });
  }),
  linkMentions: onSpeaker((project, speaker, pick) => {
    const articles = [...project.articles.values()].filter(({ text }) => text.length > 0);
    return linkMentions(project, {
      speaker,
      places: articles
        .slice(0, pick([0, 1, 2]))
        .map(({ id, text }, at) => ({ id: `new-${at}`, articleId: id, span: characterSpan(text) })),
      mentions: [...allAnnotations(project)].map(({ id }) => id),
      annotatorId: 'annotator-0',
      at,
    });
  }),
  addClaim: (project) => addClaim(project, { id: 'new-1', wording: 'The crane was unsafe' }),
  rewordClaim: onClaim((project, id) => rewordClaim(project, { id, wording: ' “The crane\nwas unsafe,” ' })),
  editClaim: onClaim((project, id, others) =>
    editClaim(project, {
      id,
      fields: { verdict: 'refuted', evidence: 'the log', note: 'n', supports: others, contradicts: others },
    }),
  ),
  clearClaim: onClaim((project, id) =>
    editClaim(project, {
      id,
      fields: { verdict: 'unchecked', evidence: undefined, supports: [], contradicts: [] },
    }),
  ),
  deleteClaim: onClaim((project, id) => deleteClaim(project, { id, at })),
  mergeClaims: onClaim((project, into) =>
    mergeClaims(project, { into, from: [...project.claims.keys()], at }),
  ),
  splitClaim: (project, pick) => {
    const makes = claimsOf(project).filter((annotation) => entryOf(project, annotation) !== undefined);
    const from = pick(makes);
    return (
      from &&
      splitClaim(project, {
        from: entryOf(project, from)!,
        annotations: [from.id, pick(makes)!.id],
        newId: 'new-1',
        wording: 'The crane was unsafe',
        at,
      })
    );
  },
  sameAsEntry: (project, pick) => {
    const annotation = pick(claimsOf(project));
    const claim = pick([...project.claims.keys()]);
    return annotation && claim !== undefined
      ? sameAs(project, { id: annotation.id, as: { claim }, newId: 'new-1', at })
      : undefined;
  },
  sameAsAnnotation: (project, pick) => {
    const one = pick(claimsOf(project));
    const other = pick(claimsOf(project));
    const wording = 'The crane was unsafe';
    return (
      one &&
      other &&
      sameAs(project, { id: one.id, as: { annotation: other.id }, newId: 'new-1', wording, at })
    );
  },
  ownEntry: (project, pick) => {
    const annotation = pick(claimsOf(project));
    return annotation && sameAs(project, { id: annotation.id, newId: 'new-1', wording: 'So', at });
  },
  registerClaims: (project) =>
    registerClaims(project, {
      items: claimsOf(project).map(({ id }, index) => ({ id, newId: `new-${index}` })),
      at,
    }),
  replaceCodebook: (project, pick) => {
    const codebook = pick([ODD_CODEBOOK, DEFAULT_CODEBOOK])!;
    return replaceCodebook(project, { codebook, what: 'another codebook', at });
  },
  renameCodebook: (project) => renameCodebook(project, { name: 'Ours' }),
  setUnivocal: (project, pick) => setUnivocal(project, { univocal: pick([true, false])!, at }),
  setLayerOn: onLayer((project, { id, on: before }) => setLayerOn(project, { layer: id, on: !before })),
  addLayer: (project) => addLayer(project, { label: 'Irony', key: 'z', at }),
  editLayer: onLayer((project, { id }) =>
    editLayer(project, { layer: id, fields: { label: 'Irony', rules: undefined, key: 'z' }, at }),
  ),
  moveLayer: onLayer((project, { id }, pick) => moveLayer(project, { layer: id, to: pick([0, 1, 99])! })),
  deleteLayer: onLayer((project, { id }, pick) => {
    const others = project.codebook.layers.filter((next) => next.id !== id && next.wholeArticle);
    const to = pick(others);
    const fate = pick(['keep', 'delete', ...(to ? [{ to: to.id }] : [])] as const)!;
    return deleteLayer(project, { layer: id, fate, at });
  }),
  addAttribute: onLayer((project, { id }, pick) =>
    addAttribute(project, { layer: id, label: 'Tone', kind: pick(KINDS)!, at }),
  ),
  editAttribute: onAttribute((project, args) =>
    editAttribute(project, { ...args, fields: { label: 'Tone', default: undefined, examples: ['so'] } }),
  ),
  setAttributeKind: onAttribute((project, args, _, pick) =>
    setAttributeKind(project, { ...args, kind: pick(KINDS)! }),
  ),
  moveAttribute: onAttribute((project, args, _, pick) =>
    moveAttribute(project, { ...args, to: pick([0, 1, 99])! }),
  ),
  deleteAttribute: onAttribute((project, args, _, pick) =>
    deleteAttribute(project, { ...args, keep: pick([true, false])! }),
  ),
  addValue: onValue((project, { value: _, ...args }) => addValue(project, { ...args, label: 'Wry' })),
  editValue: onValue((project, args) =>
    editValue(project, { ...args, fields: { label: 'Wry', description: 'dry' } }),
  ),
  moveValue: onValue((project, args, _, pick) => moveValue(project, { ...args, to: pick([0, 1, 99])! })),
  deleteValue: onValue((project, args, values, pick) => {
    const to = pick([null, ...values.filter((value) => value !== args.value)])!;
    return deleteValue(project, { ...args, to });
  }),
  addRole: onLayer((project, { id }) => addRole(project, { layer: id, label: 'victim', at })),
  editRole: onRole((project, args) =>
    editRole(project, { ...args, fields: { label: 'victim', targets: ['spans'], max: undefined } }),
  ),
  moveRole: onRole((project, args, pick) => moveRole(project, { ...args, to: pick([0, 1, 99])! })),
  deleteRole: onRole((project, args, pick) => deleteRole(project, { ...args, keep: pick([true, false])! })),
  setReadingStatus: (project, pick) => {
    const status = pick(READING_STATUSES)!;
    return setReadingStatus(project, { articles: [...project.articles.keys()], status });
  },
  beginReading: (project, pick) => {
    const articleId = pick([...project.articles.keys()]);
    return articleId === undefined ? undefined : beginReading(project, { articles: [articleId] });
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
  setProjectNote: (project) => setProjectNote(project, { note: 'a new note' }),
  setAnnotator: (project) => setAnnotator(project, { annotator: { id: 'annotator-0', name: 'Someone' } }),
};

function on(command: (project: Project, annotation: Annotation, pick: Pick) => Change | undefined) {
  return (project: Project, pick: Pick) => {
    const annotation = pick([...allAnnotations(project)]);
    return annotation && command(project, annotation, pick);
  };
}

function onLayer(command: (project: Project, layer: Layer, pick: Pick) => Change | undefined) {
  return (project: Project, pick: Pick) => command(project, pick(project.codebook.layers)!, pick);
}

interface AttributeArgs {
  readonly layer: string;
  readonly attribute: string;
  readonly at: string;
}

function onAttribute(
  command: (project: Project, args: AttributeArgs, of: Attribute, pick: Pick) => Change | undefined,
) {
  return onLayer((project, layer, pick) => {
    const attribute = pick(layer.attributes);
    return attribute && command(project, { layer: layer.id, attribute: attribute.id, at }, attribute, pick);
  });
}

function onValue(
  command: (
    project: Project,
    args: AttributeArgs & { readonly value: string },
    values: readonly string[],
    pick: Pick,
  ) => Change | undefined,
) {
  return onAttribute((project, args, attribute, pick) => {
    const values = 'values' in attribute ? attribute.values.map(({ id }) => id) : [];
    const value = pick(values);
    return value === undefined ? undefined : command(project, { ...args, value }, values, pick);
  });
}

function onRole(
  command: (
    project: Project,
    args: { readonly layer: string; readonly role: string; readonly at: string },
    pick: Pick,
  ) => Change | undefined,
) {
  return onLayer((project, layer, pick) => {
    const role = pick(layer.roles);
    return role && command(project, { layer: layer.id, role: role.id, at }, pick);
  });
}

function onSpeaker(command: (project: Project, id: string, pick: Pick) => Change) {
  return (project: Project, pick: Pick) => {
    const id = pick([...project.speakers.keys()]);
    return id === undefined ? undefined : command(project, id, pick);
  };
}

function onClaim(command: (project: Project, id: string, others: readonly string[]) => Change) {
  return (project: Project, pick: Pick) => {
    const ids = [...project.claims.keys()];
    const id = pick(ids);
    return id === undefined
      ? undefined
      : command(
          project,
          id,
          ids.filter((other) => other !== id),
        );
  };
}

const claimsOf = (project: Project) => [...allAnnotations(project)].filter(({ layer }) => layer === 'claim');

function onQuery(command: (project: Project, id: string) => Change) {
  return (project: Project, pick: Pick) => {
    const query = pick(project.info.queries ?? []);
    return query && command(project, query.id);
  };
}

/** Every other annotation, and one that is not there. */
const some = (project: Project) => [
  ...[...allAnnotations(project)].filter((_, at) => at % 2 === 0).map(({ id }) => id),
  'nobody',
];

/** The first whole character of a text. */
function characterSpan(text: string) {
  return { start: 0, end: String.fromCodePoint(text.codePointAt(0)!).length };
}

/** A match in every article that has a text. */
function firstCharacters(project: Project) {
  return [...project.articles.values()]
    .filter(({ text }) => text !== '')
    .map(({ id, text }) => ({ id: `new-${id}`, articleId: id, span: characterSpan(text) }));
}

const project = fc.oneof(arbitraryProject(), arbitraryClaimWeb());
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
  for (const { supports, contradicts } of after.claims.values()) {
    for (const id of [...(supports ?? []), ...(contradicts ?? [])]) expect(after.claims.has(id)).toBe(true);
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

  it('names that another saved filter has', () => {
    const queries = QUERIES.map((query) => ({ ...query }));
    const before = { ...sample!, info: { ...sample!.info, queries } };
    expect(() => renameQuery(before, { id: 'q1', name: ' ünsure? ' })).toThrow('already');
    expect(() => saveQuery(before, { id: 'q3', name: '', selection: {} })).toThrow('name');
  });

  it('names that are empty', () => {
    expect(() => addSpeaker(sample!, { id: 's1', name: '  ' })).toThrow('name');
    expect(() => renameProject(sample!, { name: '' })).toThrow('name');
  });
});

describe('tagging matches', () => {
  it('leaves alone what is tagged so already, and doubles', () => {
    fc.assert(
      fc.property(project, (before) => {
        const matches = firstCharacters(before);
        const layer = before.codebook.layers[0]?.id;
        fc.pre(layer !== undefined && matches.length > 0);
        const slow = matches.filter(
          ({ articleId, span }) =>
            ![...allAnnotations(before)].some(
              (mark) =>
                mark.articleId === articleId &&
                mark.layer === layer &&
                mark.spans.length === 1 &&
                mark.spans[0]!.start === span.start &&
                mark.spans[0]!.end === span.end,
            ),
        );
        const args = { matches: [...matches, ...matches], layer: layer!, annotatorId: 'annotator-0', at };
        const change = tagMatches(before, args);
        expect(Object.keys(change.annotations ?? {}).sort()).toEqual(slow.map(({ id }) => id).sort());
        const after = apply(before, change);
        expect([...allAnnotations(after)]).toHaveLength([...allAnnotations(before)].length + slow.length);
        expect(tagMatches(after, args)).toEqual({});
      }),
      { numRuns: 1000 },
    );
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

describe('the same claim', () => {
  const web = () =>
    fc.tuple(arbitraryClaimWeb(), fc.nat(9999), fc.nat(9999)).filter(([next]) => claimsOf(next).length > 1);

  it('of two annotations is one entry afterwards, the other’s if it had one, and never a third', () => {
    let made = 0;
    fc.assert(
      fc.property(web(), ([before, a, b]) => {
        const all = claimsOf(before);
        const one = all[a % all.length]!;
        const other = all[b % all.length]!;
        fc.pre(one !== other && other.quote.trim() !== '');
        const args = { id: one.id, as: { annotation: other.id }, newId: 'new-1', wording: 'So', at };
        const change = sameAs(before, args);
        const after = apply(before, change);
        const entries = [one, other].map(({ id }) => entryOf(after, findAnnotation(after, id)!));
        const wanted = entryOf(before, other) ?? entryOf(before, one) ?? 'new-1';
        expect(entries).toEqual([wanted, wanted]);
        if (wanted === 'new-1') made++;
        expect(after.claims.size).toBe(before.claims.size + (wanted === 'new-1' ? 1 : 0));
        expect(apply(after, invert(change))).toEqual(before);
      }),
      { numRuns: 1000 },
    );
    expect(made).toBeGreaterThan(50);
  });

  it('merged from several keeps every link and relation but those to itself, and every wording', () => {
    let merged = 0;
    fc.assert(
      fc.property(arbitraryClaimWeb(), (before) => {
        const [into, ...gone] = [...before.claims.values()];
        fc.pre(gone.length > 1);
        const [other] = gone.splice(1, 1);
        const change = mergeClaims(before, { into: into!.id, from: gone.map(({ id }) => id), at });
        const after = apply(before, change);
        const ids = new Set(gone.map(({ id }) => id));
        const renamed = (id: string) => (ids.has(id) ? into!.id : id);
        for (const annotation of claimsOf(before)) {
          const entry = entryOf(before, annotation);
          const now = findAnnotation(after, annotation.id)!;
          expect(entryOf(after, now)).toBe(entry && renamed(entry));
        }
        const stays = after.claims.get(into!.id)!;
        for (const { wording } of gone) {
          const variants = claimsOf(after).filter((next) => entryOf(after, next) === into!.id);
          expect([stays.note, ...variants.map(({ quote }) => quote)].join('\n')).toContain(wording);
        }
        for (const kind of ['supports', 'contradicts'] as const) {
          const said = [into!, ...gone].flatMap((claim) => (claim[kind] ?? []).map(renamed));
          expect(new Set(stays[kind])).toEqual(new Set(said.filter((id) => id !== into!.id)));
          const others = after.claims.get(other!.id)![kind];
          expect(new Set(others)).toEqual(new Set(other![kind]?.map(renamed)));
        }
        expect(apply(after, invert(change))).toEqual(before);
        merged++;
      }),
      { numRuns: 1000 },
    );
    expect(merged).toBeGreaterThan(100);
  });

  it('is registered once for those in the same words, and everything is registered after', () => {
    fc.assert(
      fc.property(arbitraryClaimWeb(), (before) => {
        const items = claimsOf(before).map(({ id }, index) => ({ id, newId: `new-${index}` }));
        const after = apply(before, registerClaims(before, { items, at }));
        const entries = new Map<string, string>();
        for (const annotation of claimsOf(after)) {
          const entry = entryOf(after, annotation);
          if (entryOf(before, annotation)) expect(annotation).toBe(findAnnotation(before, annotation.id));
          else if (entry?.startsWith('new-')) {
            expect(entries.get(annotation.quote) ?? entry).toBe(entry);
            entries.set(annotation.quote, entry);
          }
        }
        const made = [...after.claims.keys()].filter((id) => !before.claims.has(id));
        expect(new Set(entries.values())).toEqual(new Set(made));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never for or against itself, nor without words', () => {
    const [next] = fc.sample(
      arbitraryClaimWeb().filter(({ claims }) => claims.size > 0),
      { numRuns: 1, seed: 5 },
    );
    const id = [...next!.claims.keys()][0]!;
    expect(() => editClaim(next!, { id, fields: { supports: [id] } })).toThrow('itself');
    expect(() => editClaim(next!, { id, fields: { contradicts: ['nobody'] } })).toThrow('no claim nobody');
    expect(() => rewordClaim(next!, { id, wording: ' “” ' })).toThrow('wording');
    expect(() => splitClaim(next!, { from: id, annotations: [], newId: 'x', at })).toThrow('none of these');
  });

  it('is worded without the marks that belong to the article', () => {
    const worded = (wording: string) => addClaim(sample(), { id: 'c1', wording }).claims!.c1![1]!.wording;
    expect(worded(' “The log was\n forged,” ')).toBe('The log was forged');
    expect(worded('the gear had “passed every inspection”')).toBe('the gear had “passed every inspection”');
    expect(worded('„Niemand hat gefragt“')).toBe('Niemand hat gefragt');
  });
  const sample = () => fc.sample(arbitraryProject(), { numRuns: 1, seed: 1 })[0]!;
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
