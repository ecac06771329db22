import type { Finding, FindingKind } from '../../core/doctor/finding';
import type { Loaded } from '../store/load';

/** Something that is not as it should be. */
export function finding(
  kind: FindingKind,
  where: string,
  what: string,
  can: string,
  repairable = false,
): Finding {
  return { kind, grave: true, where, what, can, repairable };
}

/** Something to know of that does no harm. */
export function note(
  kind: FindingKind,
  where: string,
  what: string,
  can: string,
  repairable = false,
): Finding {
  return { kind, grave: false, where, what, can, repairable };
}

/** A finding for each annotation that cannot be used; those in `revived` a repair brings back. */
export function annotationsAside(
  { setAside, project }: Loaded,
  revived: ReadonlySet<unknown>,
): readonly Finding[] {
  return [...setAside].flatMap(([path, records]) =>
    records.map(({ why, record }) => {
      const { quote, articleId } = (record ?? {}) as { quote?: unknown; articleId?: unknown };
      const title = project.articles.get(String(articleId))?.title;
      const words = typeof quote === 'string' && quote !== '' ? ` “${quote.slice(0, 60)}”` : '';
      const what = `An annotation${words}${title ? ` of “${title}”` : ''} cannot be used: ${why}.`;
      return revived.has(record)
        ? finding(
            'unusable-annotation',
            path,
            what,
            'Its words stand in the article: a repair sets it there.',
            true,
          )
        : finding(
            'unusable-annotation',
            path,
            what,
            'It is kept in the file word for word. Restore its article, or tag the passage again.',
          );
    }),
  );
}
