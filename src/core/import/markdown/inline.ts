import type { fromMarkdown } from 'mdast-util-from-markdown';

type MarkdownRoot = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];

/** The words of a paragraph or heading, and what its mark-up was like. */
export interface InlineText {
  readonly text: string;
  /** An image stands before the first word. */
  readonly opensWithImage: boolean;
  /** Every word is inside `**…**`, or inside `*…*`. */
  readonly allBold: boolean;
  readonly allItalic: boolean;
}

interface Step {
  readonly node: MarkdownNode;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Text only: tags of inline HTML are dropped, with what stands between `<script>` or `<style>` and its end. */
export function inlineText(root: MarkdownNode): InlineText {
  const parts: string[] = [];
  const counts = { all: 0, bold: 0, italic: 0 };
  let opensWithImage = false;
  let hidden: string | null = null;
  const steps: Step[] = [{ node: root, bold: false, italic: false }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node } = step;
    const bold = step.bold || node.type === 'strong';
    const italic = step.italic || node.type === 'emphasis';
    if (node.type === 'html') hidden = hiddenAfter(node.value, hidden);
    else if (node.type === 'image' || node.type === 'imageReference') opensWithImage ||= counts.all === 0;
    else if (node.type === 'break') parts.push('\n');
    else if ('children' in node) {
      for (const child of [...node.children].reverse()) steps.push({ node: child, bold, italic });
    } else if ('value' in node && hidden === null) {
      parts.push(node.value);
      const length = node.value.trim().length;
      counts.all += length;
      if (bold) counts.bold += length;
      if (italic) counts.italic += length;
    }
  }
  const { all } = counts;
  return {
    text: parts.join('').trim(),
    opensWithImage,
    allBold: all > 0 && counts.bold === all,
    allItalic: all > 0 && counts.italic === all,
  };
}

function hiddenAfter(tag: string, hidden: string | null): string | null {
  const match = /^<(\/?)(script|style)\b/iu.exec(tag);
  if (!match) return hidden;
  return match[1] ? null : match[2]!.toLowerCase();
}
