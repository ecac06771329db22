import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrongWithBlocks } from '../news.arbitrary';
import { readHtml } from './document';

const long =
  'The harbour opened late on Monday after divers had looked at the piles, the port authority said.';
const more =
  'Nobody there would say whether the reversing gear was part of the inquiry, which goes on into May.';

/** "kind: text" for every block. */
function outline(html: string, options?: { whole: boolean }): readonly string[] {
  const { text, blocks } = readHtml(html, options);
  expect(wrongWithBlocks(text, blocks)).toBeNull();
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('readHtml', () => {
  it('reads the article and leaves the page around it', () => {
    const html = `<html><body><header><h1>The Harbour Post</h1><nav><a href=/>News</a></nav></header>
      <main><article><h1>Ferry Strikes Pier</h1><h2 class="article__standfirst">The company calls it untrue.</h2>
      <p class="byline">By <a rel="author">Jane Doe</a></p><time datetime="2024-03-12">12 March</time>
      <figure><img src=a.jpg><figcaption>The Marta at Pier 4</figcaption></figure>
      <p>${long}</p><aside><p>Read more</p></aside><h2>Background</h2><p>${more}</p>
      <ul><li><a href=1>Share on this</a></li><li><a href=2>Share on that</a></li></ul>
      <form><p>Subscribe now</p><input value=x></form></article></main><footer><p>Contact us</p></footer></body></html>`;
    expect(outline(html)).toEqual([
      'title: Ferry Strikes Pier',
      'standfirst: The company calls it untrue.',
      'byline: By Jane Doe',
      'byline: 12 March',
      'caption: The Marta at Pier 4',
      `paragraph: ${long}`,
      'heading: Background',
      `paragraph: ${more}`,
    ]);
    expect(readHtml(html).facts).toMatchObject({ byline: 'Jane Doe', publishedAt: '2024-03-12' });
  });

  it('prefers the fullest <article>, fetches the headline from outside, and knows it by og:title', () => {
    const html = `<meta property=og:title content="Ferry Strikes Pier"><header><h1>Ferry Strikes Pier</h1></header>
      <article><p>Teaser of another story here.</p></article><article><h2>Background</h2><p>${long}</p><p>${more}</p></article>`;
    expect(outline(html)).toEqual([
      'title: Ferry Strikes Pier',
      'heading: Background',
      `paragraph: ${long}`,
      `paragraph: ${more}`,
    ]);
    const inside = `<meta property=og:title content="Ferry Strikes Pier"><article><h2>Ferry strikes pier</h2><p>${long}</p></article>`;
    expect(outline(inside)[0]).toBe('title: Ferry strikes pier');
  });

  it('finds the container with most paragraph text in pages without landmarks', () => {
    const html = `<div id=top><p>Menu of the day</p></div><div><div><p>${long}</p><p>${more}</p><p>${long}</p></div></div><div><p>Imprint</p></div>`;
    expect(outline(html)).toEqual([`paragraph: ${long}`, `paragraph: ${more}`, `paragraph: ${long}`]);
  });

  it('keeps an embedded post together, with its emoji and its signature', () => {
    const html = `<article><p>${long}</p><blockquote class="twitter-tweet"><p>still shaking 😳<br>thank you 👩‍🚒</p>&mdash; Noor B (@noor) <a href=x>February 24, 2024</a></blockquote><script>widgets()</script><p>${more}</p></article>`;
    expect(outline(html)[1]).toBe(
      'post: still shaking 😳\nthank you 👩‍🚒\n— Noor B (@noor) February 24, 2024',
    );
  });

  it('keeps a quotation’s footer, and tells its paragraphs apart', () => {
    expect(
      outline(
        `<article><p>${long}</p><blockquote><p>One.</p><p>Two.</p><footer>The log</footer></blockquote></article>`,
      ).slice(1),
    ).toEqual(['blockquote: One.', 'blockquote: Two.', 'blockquote: The log']);
  });

  it('collapses white space, decodes entities and breaks lines as a browser does', () => {
    const html =
      '<p>  one\n\t two&nbsp; <b> three</b>&amp;&#8220;four&#x201D;&hellip;<br> five<br><br>six <q>seven</q></p><div>eight<div>nine</div>ten</div><pre>a\n  b</pre>';
    expect(outline(html, { whole: true })).toEqual([
      'title: one two\u00a0 three&“four”…\nfive',
      'paragraph: six “seven”',
      'paragraph: eight',
      'paragraph: nine',
      'paragraph: ten',
      'paragraph: a\n  b',
    ]);
  });

  it('takes soft hyphens out and marks what no export can carry', () => {
    expect(outline('<p>Fäh&shy;ren&#1;&#0;x</p>', { whole: true })).toEqual([
      'paragraph: Fähren\ufffd\ufffdx',
    ]);
  });

  it('reads JSON-LD before meta before elements, and believes no address to be a name', () => {
    const html = `<html lang="de-DE"><head><title>Fähre rammt Pier | Tageblatt</title>
      <link rel=canonical href="https://tageblatt.example/1"><meta property="article:author" content="https://social.example/x">
      <meta name=author content="Max Roe"><meta property="og:site_name" content="Tageblatt">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"author":[{"name":"Jana Dörfler"},{"name":"Max Roe"}],"datePublished":"2024-03-12T23:30:00-08:00"}]}</script>
      </head><body><article><p>${long}</p></article></body></html>`;
    expect(readHtml(html).facts).toEqual({
      title: 'Fähre rammt Pier',
      byline: 'Jana Dörfler, Max Roe',
      outlet: 'Tageblatt',
      url: 'https://tageblatt.example/1',
      publishedAt: '2024-03-12',
      language: 'de-DE',
    });
  });

  it('does not take an embedded post’s date for the article’s', () => {
    const html = `<article><p>${long}</p><blockquote class=twitter-tweet><p>x</p><time datetime="2020-01-01">Jan 1, 2020</time></blockquote></article>`;
    expect(readHtml(html).facts.publishedAt).toBeUndefined();
  });

  it('drops nothing that was pasted but what is no text', () => {
    expect(
      outline('<nav>One</nav><aside><p>Two</p></aside><footer>Three</footer><script>four()</script>', {
        whole: true,
      }),
    ).toEqual(['title: One', 'paragraph: Two', 'paragraph: Three']);
  });
});

describe('hostile pages', () => {
  it('keep their text and lose everything else', () => {
    const html = `<body onload="alert(1)"><article><p onclick=alert(2)>${long}</p><script>alert(3)</script><style>p{background:url(x)}</style>
      <iframe srcdoc="<p>alert(4)</p>">alert(5)</iframe><svg><script>alert(6)</script><text>alert(7)</text></svg><noscript>alert(8)</noscript>
      <template><p>alert(9)</p></template><object>alert(10)</object><p><a href="javascript:alert(11)">a link</a> ${more}</p>
      <meta http-equiv=refresh content="0;url=x"><base href=//evil.example><p hidden>alert(12)</p><p style="display: none">alert(13)</p>
      <!-- alert(14) --><textarea>alert(15)</textarea><math><mtext><img src=x onerror=alert(16)></mtext></math></article>`;
    const { text, facts } = readHtml(html);
    expect(text).not.toContain('alert');
    expect(text).toContain(`a link ${more}`);
    expect(facts.url).toBeUndefined();
    const poisoned =
      '<script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"Article","headline":"H"}</script><p>x</p>';
    expect(readHtml(poisoned).facts.title).toBe('H');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['<div>', 200_000],
    ['<b>', 50_000],
    ['<ul><li>', 50_000],
    ['<blockquote><p>a</p>', 50_000],
    ['<h1><div>', 50_000],
    ['<time itemprop=author>', 50_000],
    ['<table><tr><td>', 30_000],
    ['<svg><g>', 50_000],
    ['<template>', 50_000],
    ['<pre> ', 50_000],
    ['<script type=application/ld+json>{}</script>', 50_000],
  ])('%s nested or repeated %i times is read within seconds', (tag, count) => {
    const begun = performance.now();
    const { text, blocks } = readHtml(`${tag.repeat(count)}<p>${long}`);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(wrongWithBlocks(text, blocks)).toBeNull();
  });

  it.each(['<pre>', '<p>', '<title>'])('a run of 500,000 spaces in %s is read within seconds', (tag) => {
    const begun = performance.now();
    readHtml(`${tag}a${' '.repeat(500_000)}b`);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('finds the text at the bottom of 200,000 nested elements', () => {
    expect(outline(`${'<div>'.repeat(200_000)}${long}`)).toEqual([`paragraph: ${long}`]);
  });

  it('gives sound blocks for any soup of tags', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<div>',
            '</div>',
            '<br>',
            '<h1>',
            '</h1>',
            '<h2 class=subtitle>',
            '<blockquote class=twitter-tweet>',
            '</blockquote>',
            '<figure>',
            '<figcaption>',
            '<li>',
            '<pre>',
            '</pre>',
            '<b>',
            '</b>',
            '<time>',
            '<article>',
            '<main>',
            '<q>',
            '<table><tr><td>',
            '&nbsp;',
            '&#0;',
            '&shy;',
            '\r\n',
            ' ',
            'By Jane Doe',
            '— N (@n) May 1, 2024',
            'words here.',
            'Ferry Strikes Pier',
          ),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.boolean(), (html, whole) => {
        const { text, blocks } = readHtml(html, { whole });
        expect(wrongWithBlocks(text, blocks)).toBeNull();
        expect(text).toBe(text.trim());
      }),
      { numRuns: 1000 },
    );
  });
});
