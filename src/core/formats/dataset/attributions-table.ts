import { reportedThrough } from '../../project/attribution';
import { layerOf } from '../../project/codebook';
import type { Annotation, Article, Target } from '../../project/model';
import { findAnnotation, speakerIdOf } from '../../project/query';
import type { Span } from '../../text/span';
import type { Part } from '../part';
import { integer, string } from './columns';
import type { OffsetsOf } from './last-offsets';
import type { Names } from './names';
import type { Cell, Row, Table } from './table';

/** One row per attribution: content, cue and source of every quote, and who is behind it. */
export function attributionsTable(part: Part, names: Names, offsetsOf: OffsetsOf): Table {
  const { whole } = part;
  function* rows(article: Article): Generator<Row> {
    const offsets = offsetsOf(article);
    const place = (spans: readonly Span[]): Cell[] => {
      const [first, last] = [spans[0], spans.at(-1)];
      if (!first || !last) return [null, null, null];
      const words = spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
      return [words, offsets.fromUtf16(first.start), offsets.fromUtf16(last.end)];
    };
    for (const annotation of part.annotations.get(article.id) ?? []) {
      const layer = layerOf(whole.codebook, annotation.layer);
      if (!layer?.roles.some(({ id }) => id === 'source')) continue;
      const { source = [], cue = [], addressee = [] } = annotation.roles;
      const value = (id: string) => (annotation.attributes[id] as string | undefined) ?? null;
      const who = (targets: readonly Target[]) =>
        targets.map((target) => speakerIdOf(whole, target, article.id)).find((id) => id !== undefined) ??
        null;
      const speaker = who(source);
      const outer = reportedThrough(whole, annotation);
      const through = outer.map((quote) => who(quote.roles.source ?? [])).filter((id) => id !== null);
      yield [
        annotation.id,
        article.id,
        ...place(annotation.spans),
        annotation.spans.length,
        ...place(spansOf(cue)),
        ...place(
          spansOf(source, (id) => {
            const found = findAnnotation(whole, id, article.id);
            return found?.articleId === article.id ? found : undefined;
          }),
        ),
        speaker,
        speaker === null ? null : names.of(speaker),
        source.some((target) => 'author' in target),
        who(addressee),
        value('form'),
        value('act'),
        value('medium'),
        value('polarity'),
        outer.length + 1,
        through.join('; ') || null,
      ];
    }
  }
  return {
    name: 'attributions',
    description: 'One row per attribution: who says what, in whose words.',
    key: ['annotation_id'],
    links: {
      annotation_id: ['annotations', 'annotation_id'],
      article_id: ['articles', 'article_id'],
      speaker_id: ['speakers', 'speaker_id'],
    },
    columns: [
      string('annotation_id', 'Identifies the attribution.'),
      string('article_id', 'The article it is in.'),
      string('content', 'What is said; passages joined by " … ".'),
      integer('content_start', 'First character, in Unicode code points from 0.'),
      integer('content_end', 'After the last character, in Unicode code points.'),
      integer('content_parts', 'How many passages the content has.'),
      string('cue', 'The words that attribute it.'),
      integer('cue_start', 'First character, in Unicode code points.'),
      integer('cue_end', 'After the last character, in Unicode code points.'),
      string('source', 'The words that name who says it.'),
      integer('source_start', 'First character, in Unicode code points.'),
      integer('source_end', 'After the last character, in Unicode code points.'),
      string('speaker_id', 'Who says it.'),
      string('speaker', 'Name of who says it.'),
      { name: 'by_author', type: 'boolean', description: 'The author of the article says it.' },
      string('addressee_id', 'To whom it is said.'),
      string('form', 'direct, indirect, mixed, free indirect.'),
      string('act', 'statement, belief, intention …'),
      string('medium', 'speech, writing, thought …'),
      string('polarity', 'affirmed or negated.'),
      integer('level', '1 for what the article itself reports, 2 for what is told within that …'),
      string('through', 'Ids of the speakers it was told through, outermost first.'),
    ],
    of: rows,
  };
}

/** The passages that targets are, or that the mentions they point at are. */
function spansOf(
  targets: readonly Target[],
  find: (id: string) => Annotation | undefined = () => undefined,
): readonly Span[] {
  return targets.flatMap((target) => {
    if ('spans' in target) return target.spans;
    return 'annotation' in target ? (find(target.annotation)?.spans ?? []) : [];
  });
}
