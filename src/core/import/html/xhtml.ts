const EMPTIED =
  /<(title|script|style|textarea|iframe|noscript|xmp|noembed|noframes|a|p|div|span|td|th|i|b|em|strong|object|video|audio|canvas|svg)(\s[^<>]*)?\/>/giu;

/**
 * XHTML as the HTML reader takes it: an element that is closed in its own start tag (`<title/>`) is given an
 * end tag, without which HTML would take the rest of the page to be in it; the XML declaration goes.
 */
export function xhtmlAsHtml(xhtml: string): string {
  return xhtml.replace(/^\s*<\?xml[^>]*\?>/u, '').replace(EMPTIED, '<$1$2></$1>');
}
