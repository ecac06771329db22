import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../change/change';
import type { Project } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations, findAnnotation } from '../project/query';
import { linkMentions } from './link-mentions';
import { addSpeaker, editSpeaker, mergeSpeakers } from './speakers';
import { movedWith, splitSpeaker } from './split-speaker';

const at = '2030-01-02T03:04:05.000Z';

describe('splitting a speaker', () => {
  /** The annotations that name a speaker, themselves and not through a mention. */
  const naming = (project: Project, speaker: string) =>
    [...allAnnotations(project)].filter(({ roles }) =>
      Object.values(roles)
        .flat()
        .some((target) => 'speaker' in target && target.speaker === speaker),
    );

  it('moves what was chosen, and mentions it goes through, and nothing else; a merge brings them back', () => {
    fc.assert(
      fc.property(arbitraryProject(), fc.array(fc.boolean()), (made, picks) => {
        const from = [...made.speakers.keys()][0];
        fc.pre(from !== undefined);
        const before = apply(made, addSpeaker(made, { id: 'new-1', name: 'Someone else' }));
        const chosen = [...allAnnotations(before)].filter((_, index) => picks[index]);
        const annotations = chosen.map(({ id }) => id);
        const args = { from: from!, into: 'new-1', annotations, aliases: [], at };
        const after = apply(before, splitSpeaker(before, args));
        const moved = naming(after, 'new-1').map(({ id }) => id);
        expect(new Set(moved)).toEqual(movedWith(before, args));
        const gone = new Set(annotations);
        for (const { id, roles } of chosen) {
          for (const target of Object.values(roles).flat())
            if ('annotation' in target) gone.add(target.annotation);
          expect(naming(after, from!).map((next) => next.id)).not.toContain(id);
        }
        for (const annotation of allAnnotations(after)) {
          if (!gone.has(annotation.id)) expect(annotation).toBe(findAnnotation(before, annotation.id));
        }
        const merged = apply(after, mergeSpeakers(after, { into: from!, from: ['new-1'], at }));
        const ids = (project: Project) => naming(project, from!).map(({ id }) => id);
        expect(ids(merged)).toEqual(ids(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('hands over the names chosen', () => {
    const [base] = fc.sample(
      arbitraryProject().filter(({ speakers }) => speakers.size > 1),
      { numRuns: 1, seed: 5 },
    );
    const [one, two] = [...base!.speakers.values()];
    const named = apply(
      base!,
      editSpeaker(base!, { id: one!.id, fields: { aliases: ['Holm', 'the boss'] } }),
    );
    const args = { from: one!.id, into: two!.id, annotations: [], aliases: ['the boss', 'unknown'], at };
    const after = apply(named, splitSpeaker(named, args));
    expect(after.speakers.get(one!.id)!.aliases).toEqual(['Holm']);
    expect(after.speakers.get(two!.id)!.aliases).toEqual([...new Set([...two!.aliases, 'the boss'])]);
  });
});

describe('linking mentions', () => {
  it('tags every place and links what was linked to nobody, and leaves other links alone', () => {
    fc.assert(
      fc.property(arbitraryProject(), (before) => {
        const speaker = [...before.speakers.keys()].at(-1);
        fc.pre(speaker !== undefined);
        const all = [...allAnnotations(before)];
        const places = [...before.articles.values()]
          .filter(({ text }) => text.length > 0)
          .map(({ id, text }, index) => ({ id: `new-${index}`, articleId: id, span: characterSpan(text) }));
        const mentions = all.map(({ id }) => id);
        const annotatorId = 'annotator-0';
        const args = { speaker: speaker!, places, mentions, annotatorId, at };
        const after = apply(before, linkMentions(before, args));
        for (const { id, articleId, span } of places) {
          expect(findAnnotation(after, id, articleId)).toMatchObject({
            layer: 'speaker',
            spans: [span],
            roles: { is: [{ speaker }] },
          });
        }
        for (const mention of all) {
          const now = findAnnotation(after, mention.id)!;
          const linked =
            mention.roles.is?.some((target) => 'speaker' in target) || mention.layer !== 'speaker';
          if (linked) expect(now).toBe(mention);
          else expect(now.roles.is).toEqual([{ speaker }]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The first whole character of a text. */
function characterSpan(text: string) {
  return { start: 0, end: String.fromCodePoint(text.codePointAt(0)!).length };
}
