import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteArticle } from '../../core/commands/edit-article';
import { importArticles } from '../../core/commands/import-articles';
import { reasonForBackup, superfluous } from './backup-policy';
import type { BackupFile } from './backups';
import { add, projectOf, tag } from './project-on-disk.arbitrary';

const at = (hoursAgo: number, minutes = 0) =>
  new Date(Date.UTC(2026, 2, 12, 10, 30) - hoursAgo * 3_600_000 - minutes * 60_000)
    .toISOString()
    .replace('.000', '');
const backups = (...times: string[]): BackupFile[] =>
  times.map((time, index) => ({ path: `${index}`, at: time, sequence: 1000 - index }));

test('a week of backups every five minutes leaves 24 hourly, 14 daily and the newest', () => {
  const all = backups(...Array.from({ length: 12 * 24 * 20 }, (_, index) => at(0, index * 5)));
  const gone = new Set(superfluous(all));
  const kept = all.filter((backup) => !gone.has(backup));
  expect(new Set(kept.map((backup) => backup.at.slice(0, 10))).size).toBe(14);
  expect(new Set(kept.map((backup) => backup.at.slice(0, 13))).size).toBeGreaterThanOrEqual(24);
  expect(kept.slice(0, 6)).toEqual(all.slice(0, 6));
  expect(kept.length).toBeLessThan(6 + 24 + 14);
});

test('the newest is never given up, and doing it twice removes nothing more', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 }), (minutes) => {
      const all = backups(...minutes.map((next) => at(0, next)));
      const gone = new Set(superfluous(all));
      const kept = all.filter((backup) => !gone.has(backup));
      expect(kept).toContain(all[0]);
      expect(superfluous(kept)).toEqual([]);
    }),
  );
});

test('what a person may miss later is backed up before, a single mark is not', () => {
  const project = projectOf(3, 30);
  expect(reasonForBackup(tag(project, 1))).toBeNull();
  expect(reasonForBackup(add([10]))).toBe('before an article was added');
  expect(reasonForBackup(add([10, 11, 12]))).toBe('before 3 articles were added');
  expect(reasonForBackup(deleteArticle(project, { id: 'a1', at: at(0) }))).toBe(
    'before an article was deleted',
  );
  const speakers = Object.fromEntries(
    ['s1', 's2'].map((id) => [id, [{ ...project.speakers.get('s1')!, id }, null] as const]),
  );
  expect(reasonForBackup({ speakers })).toBe('before 2 speakers were deleted');
  const { id: _id, order: _order, addedAt: _addedAt, ...draft } = project.articles.get('a1')!;
  const items = [{ id: 'b1', draft }];
  expect(reasonForBackup(importArticles(project, { items, at: at(0) }))).toBe('before an article was added');
  const marks = Array.from({ length: 51 }, (_, index) => tag(project, index).annotations!);
  expect(reasonForBackup({ annotations: Object.assign({}, ...marks) })).toContain('51 rows');
  const { codebook } = project;
  const without = { ...codebook, layers: codebook.layers.slice(1) };
  expect(reasonForBackup({ codebook: { [codebook.id]: [codebook, without] } })).toContain('layer');
  expect(reasonForBackup({ codebook: { [codebook.id]: [without, codebook] } })).toBeNull();
});
