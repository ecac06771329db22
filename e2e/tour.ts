import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from './app';
import { expect, ROOT, test } from './app';
import { articleFiles, HARBOUR, MARKET, selectText } from './desk';

const TOUR = join(ROOT, 'tour');

/** One picture of the window's page at a size. */
async function picture({ app, page }: Workbench, name: string, width = 1440, height = 900): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w!, h!),
    [width, height],
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await page.screenshot({ path: join(TOUR, `${name}.png`) });
}

async function theme(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill(`theme: ${name}`);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute(
    'data-theme',
    name === 'high contrast' ? 'contrast' : name,
  );
}

/** A small corpus as a table. */
function corpus(): string {
  const rows = Array.from({ length: 12 }, (_, at) =>
    [
      `Harbour notes, part ${at + 1}`,
      `“${MARKET.split('“')[1]!.replaceAll('"', '')}`.replaceAll('\n', ' '),
      `2024-03-${String(at + 1).padStart(2, '0')}`,
      'The Harbour Post',
      'Tove Brandal',
      String(180 + 7 * at),
    ].map((cell) => `"${cell}"`),
  );
  return [['Headline', 'Body', 'Date', 'Newspaper', 'Reporter', 'Words'], ...rows]
    .map((row) => row.join(','))
    .join('\n');
}

/** The market story as another tool has it: places in code points, where the fish is one. */
const BRAT = {
  'market.txt': MARKET,
  'market.ann': ['Person Arne Lie', 'Quote “We are not moving,”', 'Place the market']
    .map((line, at) => {
      const [type, words] = [line.split(' ')[0]!, line.slice(line.indexOf(' ') + 1)];
      const start = [...MARKET.slice(0, MARKET.indexOf(words))].length;
      return `T${at + 1}\t${type} ${start} ${start + [...words].length}\t${words}\n`;
    })
    .join(''),
};

test('the tour', async ({ start, folder }) => {
  rmSync(TOUR, { recursive: true, force: true });
  mkdirSync(TOUR, { recursive: true });
  const workbench = await start();
  const { page } = workbench;
  await picture(workbench, '01-start');

  await workbench.answerDialogs([join(folder, 'The Linden ferry')]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await theme(page, 'light');
  await page.locator('.mark', { hasText: 'They knew in January' }).first().click();
  await picture(workbench, '02-library');
  await picture(workbench, '03-library-narrow', 1024, 700);
  for (const name of ['dark', 'sepia', 'high contrast']) {
    await theme(page, name);
    await picture(workbench, `04-${name.replace(' ', '-')}`);
  }
  await theme(page, 'light');
  await page.keyboard.press('Enter');
  await expect(page.locator('.inspector')).toBeVisible();
  await picture(workbench, '05-inspector');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('option', { name: /A harbour that trusts nobody/ }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const words = await page.evaluate(() =>
    document.querySelector('.block.paragraph')!.textContent!.split(' ').slice(0, 6).join(' '),
  );
  await selectText(page, words);
  await picture(workbench, '06-selection');
  await page.keyboard.press('c');
  await page.keyboard.press('b');
  await picture(workbench, '07-said-by');
  await page.keyboard.press('Escape');

  // The attribution: what is proposed at a quote, and going through the proposals.
  await page.getByRole('option', { name: /Four Minutes/ }).click();
  await page.keyboard.press('p');
  while (!(await page.locator('.ghost-bar').innerText()).includes('said by'))
    await page.keyboard.press('Tab');
  await picture(workbench, '13-attribution');
  await page.keyboard.press('Tab');
  await picture(workbench, '14-proposals', 1024, 700);
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: /Ferry operator/ }).click();
  await page.keyboard.press('h');
  await expect(page.getByRole('listbox', { name: 'Hints' })).toBeVisible();
  await picture(workbench, '15-hints');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+2');
  await page.keyboard.type('crash');
  await expect(page.locator('.search-outcome output')).toContainText('matches');
  await picture(workbench, '16-search');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(workbench, '08-speakers');
  await page.keyboard.press('Control+4');
  await expect(page.getByText('Who says it')).toBeVisible();
  await picture(workbench, '17-claims');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await picture(workbench, '18-table');
  await page.keyboard.press('Control+6');
  await expect(page.getByText('Optional layers')).toBeVisible();
  await picture(workbench, '19-codebook');
  await page.keyboard.press('Control+1');

  await workbench.answerDialogs(
    articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR, 'market.txt': MARKET, 'empty.txt': '' }),
  );
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('button', { name: 'Add 2 articles' })).toBeVisible();
  await picture(workbench, '09-import');
  await page.getByRole('button', { name: 'Add 2 articles' }).click();

  // A corpus, whose columns are chosen, and annotations of another tool, whose layers are.
  await workbench.answerDialogs(articleFiles(join(folder, 'in'), { 'corpus.csv': corpus() }));
  await page.keyboard.press('Control+i');
  await expect(page.getByText('Taken for')).toBeVisible();
  await picture(workbench, '20-columns');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await workbench.answerDialogs(articleFiles(join(folder, 'brat'), BRAT));
  await workbench.chooseMenu('File', 'Import annotations…');
  await expect(page.getByText('what they become here')).toBeVisible();
  await picture(workbench, '21-annotations');
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('dialog').getByText('CSV table').click();
  await expect(page.getByRole('dialog')).toContainText('cannot carry:');
  await picture(workbench, '10-export');
  const out = join(TOUR, 'export');
  mkdirSync(out);
  await workbench.answerDialogs([out]);
  await page.getByRole('button', { name: /^Export \d/ }).click();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await picture(workbench, '11-exported');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await picture(workbench, '12-keys');
  await workbench.quit();
});
