/** Where text goes. 'nowhere' is for pictures, headers, notes and all that no reader knows. */
export type Destination = 'text' | 'fonts' | 'styles' | 'info' | 'title' | 'nowhere';

/** What a group inherits from the one around it, and changes for itself. */
export interface GroupState {
  destination: Destination;
  bold: boolean;
  hidden: boolean;
  font: number;
  /** How many characters stand after `\u` for readers that know no Unicode. */
  fallback: number;
}

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  ...Object.fromEntries(
    (
      'colortbl pict nonshppict header headerl headerr headerf footer footerl footerr footerf footnote ' +
      'annotation atnid atnauthor xe tc txe rxe listtext pntext filetbl author operator company keywords ' +
      'subject comment doccomm manager category template sp fldinst datafield themedata revtbl rsidtbl'
    )
      .split(' ')
      .map((name) => [name, 'nowhere'] as const),
  ),
};

/** The destination that a control word opens at the start of a group; undefined when it is none. */
export function destinationOf(word: string, outer: Destination): Destination | undefined {
  if (outer === 'nowhere') return undefined;
  if (outer === 'info') return word === 'title' ? 'title' : undefined;
  return Object.hasOwn(DESTINATIONS, word) ? DESTINATIONS[word] : undefined;
}
