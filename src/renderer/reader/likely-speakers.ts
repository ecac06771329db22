import type { Annotation, Project, Speaker } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';

/**
 * The register, likeliest first: speakers with a linked mention near the annotation (the nearest first, in
 * UTF-16 units), then those mentioned or named anywhere in the article, then the rest by name.
 */
export function likelySpeakers(project: Project, annotation: Annotation): readonly Speaker[] {
  const at = annotation.spans[0]?.start ?? 0;
  const distance = new Map<string, number>();
  for (const other of annotationsOf(project, annotation.articleId)) {
    for (const targets of Object.values(other.roles)) {
      for (const target of targets) {
        if (!('speaker' in target) || other.id === annotation.id) continue;
        const away = Math.min(
          ...other.spans.map((span) => Math.abs(span.start - at)),
          Number.MAX_SAFE_INTEGER,
        );
        distance.set(target.speaker, Math.min(away, distance.get(target.speaker) ?? away));
      }
    }
  }
  const text = project.articles.get(annotation.articleId)?.text ?? '';
  for (const speaker of project.speakers.values()) {
    for (const name of [speaker.name, ...speaker.aliases]) {
      // The name written nearest before the passage, or else the first after it.
      const before = text.lastIndexOf(name, at);
      const found = before >= 0 ? before : text.indexOf(name, at);
      if (found < 0) continue;
      distance.set(
        speaker.id,
        Math.min(Math.abs(found - at), distance.get(speaker.id) ?? Number.MAX_SAFE_INTEGER),
      );
    }
  }
  const compare = (x = Number.MAX_SAFE_INTEGER, y = Number.MAX_SAFE_INTEGER) => x - y;
  return [...project.speakers.values()].sort(
    (a, b) => compare(distance.get(a.id), distance.get(b.id)) || a.name.localeCompare(b.name),
  );
}
