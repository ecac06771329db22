import type { FormatFile } from '../format';
import { stemOf } from '../marks/article-named';

/** The files of annotations that belong to one text, joined where there are several (BioNLP's .a1 and .a2). */
const ANNOTATIONS = /\.(?:ann|a1|a2|co|rel)$/i;

/** A text and the files about it; either may be missing. */
export interface BratDocument {
  readonly stem: string;
  readonly text: FormatFile | undefined;
  readonly annotations: readonly FormatFile[];
}

/** The documents of a folder, by the names of files without their extensions. */
export function documentsIn(files: readonly FormatFile[]): readonly BratDocument[] {
  const texts = new Map(
    files.flatMap((file) => (/\.txt$/i.test(file.path) ? [[stemOf(file.path), file]] : [])),
  );
  const annotations = new Map<string, FormatFile[]>();
  for (const file of files) {
    if (!ANNOTATIONS.test(file.path)) continue;
    const stem = stemOf(file.path);
    annotations.set(stem, [...(annotations.get(stem) ?? []), file]);
  }
  const stems = new Set([...annotations.keys(), ...texts.keys()]);
  return [...stems].map((stem) => ({
    stem,
    text: texts.get(stem),
    annotations: annotations.get(stem) ?? [],
  }));
}
