import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { docx, epub, mhtml, odt, wordParagraph } from '../src/main/import/fixtures/documents';
import { expect, test } from './app';
import { articlesOnDisk, importFiles, newProject } from './desk';

/** What an article's words are, which must be read whatever stands around them. */
const WORDS = 'The lamp on Quay 9 was lit again at four, the harbour office said on Monday morning.';

/** Everything in a page that could fetch something or run something, pointing at one address. */
const hostile = (base: string) => `
<script src="${base}/script"></script><script>window.__ran = 1; fetch('${base}/inline')</script>
<img src="${base}/img" srcset="${base}/srcset 2x" onerror="window.__ran = 1" onload="fetch('${base}/onload')">
<picture><source srcset="${base}/source"><img src="x" onerror="window.__ran = 1"></picture>
<svg onload="window.__ran = 1"><image href="${base}/svg"/><use href="${base}/use#a"/><script>window.__ran = 1</script></svg>
<iframe src="${base}/iframe" srcdoc="<script>parent.__ran = 1</script>"></iframe>
<object data="${base}/object"></object><embed src="${base}/embed">
<video src="${base}/video" poster="${base}/poster" autoplay></video><audio src="${base}/audio" autoplay></audio>
<track src="${base}/track"><input type="image" src="${base}/input"><body background="${base}/background">
<style>@import url(${base}/import); body { background: url(${base}/css) }
@font-face { font-family: x; src: url(${base}/font) } * { font-family: x }</style>
<p style="background:url(${base}/style)">${WORDS}</p>
<a href="${base}/a" ping="${base}/ping" id="auto">link</a><a href="javascript:window.__ran=1">script link</a>
<form action="${base}/form"><button autofocus onfocus="window.__ran = 1">x</button></form>
<math><mtext><img src="${base}/math" onerror="window.__ran = 1"></mtext></math>
<details open ontoggle="window.__ran = 1"><summary>x</summary></details>
<template shadowrootmode="open"><img src="${base}/shadow"></template>`;

const head = (base: string) => `
<base href="${base}/base/"><meta http-equiv="refresh" content="0;url=${base}/refresh">
<link rel="stylesheet" href="${base}/link"><link rel="prefetch" href="${base}/prefetch">
<link rel="preconnect" href="${base}/preconnect"><link rel="dns-prefetch" href="${base}/dns">
<link rel="icon" href="${base}/icon"><link rel="manifest" href="${base}/manifest">
<link rel="modulepreload" href="${base}/modulepreload">`;

function hostileFiles(base: string): Record<string, string | Uint8Array> {
  const body = hostile(base);
  const page = (title: string) =>
    `<!doctype html><html><head><title>${title}</title>${head(base)}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  const remote = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${base}/docx" TargetMode="External"/></Relationships>`;
  return {
    'page.html': page('Lamp lit on the web'),
    'page.mhtml': mhtml(Buffer.from(page('Lamp lit on a saved page')), 'base64'),
    'notes.md': `# Lamp lit in notes\n\n${WORDS}\n\n![x](${base}/md) <img src="${base}/md-html" onerror="window.__ran=1">\n\n<script>window.__ran = 1</script>\n\n[x](javascript:window.__ran=1)\n`,
    'plain.txt': `Lamp lit in plain words\n\n${WORDS}\n\n${body}`,
    'book.epub': epub([
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="stylesheet" href="${base}/epub-css"/><script src="${base}/epub-js"></script></head><body><h1>Lamp lit in a book</h1><p>${WORDS}</p><img src="${base}/epub-img" alt=""/><iframe src="${base}/epub-frame"></iframe></body></html>`,
    ]),
    'letter.docx': docx(
      wordParagraph('Lamp lit in a letter') +
        wordParagraph(WORDS) +
        '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" xmlns:r="urn:r" r:link="r1"/></w:drawing></w:r></w:p>',
      { 'word/_rels/document.xml.rels': remote },
    ),
    'letter.odt': odt(
      `<text:h>Lamp lit in another letter</text:h><text:p>${WORDS}</text:p><text:p><draw:image xmlns:draw="urn:draw" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="${base}/odt"/></text:p>`,
    ),
    'letter.rtf': `{\\rtf1\\ansi Lamp lit in a third letter\\par ${WORDS}\\par {\\field{\\*\\fldinst{INCLUDEPICTURE "${base}/rtf"}}{\\fldrslt x}}}`,
    'table.csv': `title,text\r\nLamp lit in a table,"${WORDS} <img src=${base}/csv onerror=window.__ran=1>"\r\n`,
    'lines.jsonl': `${JSON.stringify({ title: 'Lamp lit in lines', text: `${WORDS} <script>window.__ran=1</script><img src="${base}/jsonl">`, __proto__: 1 })}\n`,
  };
}

test('nothing of what is read is run, and nothing in it is fetched', async ({ start, folder }) => {
  let connections = 0;
  const canary = createServer((socket) => {
    connections++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => canary.once('listening', listening));
  try {
    const base = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
    const files = hostileFiles(base);
    const workbench = await start();
    const { page, app } = workbench;
    await newProject(workbench, join(folder, 'project'), 'Lamp');
    mkdirSync(join(folder, 'in'));
    const paths = Object.entries(files).map(([name, data]) => {
      const path = join(folder, 'in', name);
      writeFileSync(path, data);
      return path;
    });
    await importFiles(workbench, paths);
    const items = page.locator('.item');
    await expect(items).toHaveCount(paths.length);
    for (const item of await items.all()) {
      await item.click();
      await expect(page.locator('article')).toContainText(WORDS);
      expect(
        await page
          .locator('article')
          .locator('script, img, iframe, object, embed, video, link, style, form')
          .count(),
      ).toBe(0);
    }
    // The files follow the journal a moment behind.
    const whole = () => articlesOnDisk(join(folder, 'project')).filter(({ text }) => text.includes(WORDS));
    await expect.poll(() => whole().length).toBe(paths.length);
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(connections).toBe(0);
    // The canary does hear what comes.
    await fetch(base).catch(() => {});
    expect(connections).toBe(1);
  } finally {
    canary.close();
  }
});
