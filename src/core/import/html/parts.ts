import type { BlockKind } from '../../project/model';
import type { HtmlElement } from './tree';
import { attribute } from './tree';

const set = (words: string) => new Set(words.split(' '));

/** Never text of an article: code, controls, and what only a browser could show. */
const NEVER = set(
  'script style template noscript iframe object embed applet svg canvas audio video map select option ' +
    'button input textarea datalist dialog head title meta link base noframes noembed rp progress meter',
);
/** Parts of the page that are not the article. */
const APART = set('nav aside footer form menu');
const APART_ROLES = set('navigation complementary banner contentinfo search dialog alertdialog toolbar menu');

const BLOCKS = set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'tfoot thead tr ul caption',
);

const POST =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|fb-post|mastodon-embed|text-post-media)(?:\s|$)/u;
const STANDFIRST = /(?:^|[\s_-])(?:standfirst|dek|subtitle|sub-?hed|sub-?headline)(?:$|[\s_-])/iu;
const BYLINE =
  /(?:^|[\s_-])(?:byline|authors?|pubdate|publish(?:ed)?-?(?:date|time)|timestamp|(?:article|post|entry)-(?:date|meta))(?:$|[\s_-])/iu;
const CAPTION = /(?:^|[\s_-])(?:caption|photo-?credit|image-?credit)(?:$|[\s_-])/iu;
const HIDDEN = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/u;

/** Is the element, with all in it, no text at all, or hidden from the eye? */
export function isInvisible(element: HtmlElement): boolean {
  return (
    NEVER.has(element.tagName) ||
    element.attrs.some(({ name }) => name === 'hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(element, 'style')) ||
    HIDDEN.test(attribute(element, 'class'))
  );
}

/** Is it a part of the page that surrounds the article: navigation, asides, forms, the page's foot? */
export function isApart(element: HtmlElement): boolean {
  return APART.has(element.tagName) || APART_ROLES.has(attribute(element, 'role').toLowerCase());
}

/** Does it begin and end a line of its own, as browsers lay it out? */
export function isBlockLevel(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** Is it an embedded post, of which everything belongs together? */
function isEmbeddedPost(element: HtmlElement): boolean {
  return isBlockLevel(element) && POST.test(attribute(element, 'class'));
}

/** What an element's name or class says its text is; undefined when it says nothing. */
export function kindOfElement(element: HtmlElement): BlockKind | undefined {
  const { tagName } = element;
  if (isEmbeddedPost(element)) return 'post';
  if (!isBlockLevel(element)) return undefined;
  const label = `${attribute(element, 'class')} ${attribute(element, 'itemprop')}`;
  if (STANDFIRST.test(label)) return 'standfirst';
  if (/^h[1-6]$/u.test(tagName)) return 'heading';
  if (tagName === 'blockquote') return 'blockquote';
  if (tagName === 'figure' || tagName === 'figcaption' || tagName === 'caption') return 'caption';
  if (CAPTION.test(label)) return 'caption';
  if (tagName === 'address' || BYLINE.test(label)) return 'byline';
  return undefined;
}
