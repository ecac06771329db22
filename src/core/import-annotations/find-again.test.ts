import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import { webAnnotation } from '../formats/web-annotation';
import { allAnnotations } from '../project/query';
import { contextOf } from '../text/context';
import { article, edit, edited } from '../text/edited-text.arbitrary';
import { RoughSearch } from '../text/find-roughly';
import { sha256 } from '../text/sha256';
import { arrive } from './arrive';
import { findAgain } from './find-again';

it('words that have changed are not mistaken for the same words elsewhere', () => {
  let [found, all] = [0, 0];
  fc.assert(
    fc.property(
      article.chain((text) =>
        fc.tuple(fc.constant(text), fc.nat(text.length - 60), fc.array(edit(40), { maxLength: 2 })),
      ),
      fc.integer({ min: 8, max: 40 }),
      fc.boolean(),
      ([text, start, edits], length, before) => {
        const end = Math.min(text.length, start + length);
        const own = edits.map((next) => ({ ...next, at: Math.min(text.length - 2, start + next.at) }));
        const { now, moved, count } = edited(text, own);
        const words = contextOf(text, [{ start, end }]);
        // The very words, in a place that has nothing to do with them.
        const decoy = `Elsewhere one reads of ${words.quote} and of nothing more.`;
        const whole = before ? `${decoy} ${now}` : `${now} ${decoy}`;
        const at = before ? decoy.length + 1 : 0;
        const place = findAgain(new RoughSearch(whole), { ...words, share: start / text.length });
        all++;
        if (!place) return;
        found++;
        expect(Math.abs(place.start - at - moved(start))).toBeLessThanOrEqual(count + 4);
        expect(Math.abs(place.end - at - moved(end))).toBeLessThanOrEqual(count + 4);
        if (!place.roughly) expect(whole.slice(place.start, place.end)).toBe(words.quote);
      },
    ),
    { numRuns: 2000 },
  );
  expect(found / all).toBeGreaterThan(0.8);
});

const OLD =
  'Ferry stops\n\nThe crew said the plan was foolish. The council answered that it would wait. Nobody asked.';
const NEW = OLD.replace('the plan was foolish', 'the plan was a foolish one').replace(
  'Ferry stops',
  'The ferry stops',
);
const WORDS = 'the plan was foolish.';

it('an annotation that is found roughly is a draft again, tells what was marked, and is counted', () => {
  const theirs = articleOf('foreign', OLD, { title: 'Ferry', sha256: sha256(OLD) });
  const start = OLD.indexOf(WORDS);
  const claim = claimOn(theirs, 'c', [[start, start + WORDS.length]], { status: 'final', note: 'Mine' });
  const other = claimOn(theirs, 'd', [[OLD.indexOf('Nobody'), OLD.length]], { status: 'final' });
  const ours = new Map([['t1', articleOf('t1', NEW, { title: 'Ferry', sha256: sha256(NEW) })]]);
  const reader = { id: 'brat', label: 'brat standoff', unit: 'codepoint' } as const;
  const { project, warnings } = arrive(
    reader,
    { project: projectOf([theirs], [claim, other]), warnings: [] },
    ours,
  );
  const [rough, exact] = [...allAnnotations(project)];
  expect(rough).toMatchObject({
    quote: 'the plan was a foolish one.',
    status: 'draft',
    note: 'Mine\nFound roughly, to be checked. In the file: “the plan was foolish.”',
  });
  expect(exact).toMatchObject({ quote: 'Nobody asked.', status: 'final', note: '' });
  expect(warnings).toEqual([
    '1 passage was found roughly: check it (“the plan was foolish.” is “the plan was a foolish one.”)',
  ]);
});

it('W3C annotations of a page that was corrected since are found roughly', () => {
  const old = articleOf('t1', OLD);
  const start = OLD.indexOf(WORDS);
  const { files } = webAnnotation.serialize(
    projectOf([old], [claimOn(old, 'c', [[start, start + WORDS.length]], { status: 'final' })]),
  );
  const { project, warnings } = webAnnotation.parse!(files, new Map([['t1', { ...old, text: NEW }]]));
  const [found] = [...allAnnotations(project)];
  expect(found).toMatchObject({ quote: 'the plan was a foolish one.', status: 'draft' });
  expect(found!.note).toContain(WORDS);
  expect(warnings.join()).toContain('1 passage was found roughly: check it');
});
