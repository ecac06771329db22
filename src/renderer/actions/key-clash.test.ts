import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import { emptyProject } from '../../core/project/empty';
import { state } from '../store';
import { freeKey, keyClash } from './key-clash';

// The table of actions asks which system it runs on as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal('navigator', { platform: 'Linux' }));

const info = { id: 'p', name: 'P', note: '', createdAt: '2024-01-01T00:00:00.000Z' };
const now = { ...state(), project: emptyProject(info, { id: 'me', name: 'Me' }) };

describe('the keys of layers', () => {
  it('of the built-in codebook clash with nothing', () => {
    for (const { id, key } of DEFAULT_CODEBOOK.layers) expect(keyClash(key, id, now)).toBeNull();
  });

  it('are refused in words when something has them', () => {
    expect(keyClash('q', 'claim', now)).toBe('“q” is the key of Quote.');
    expect(keyClash('w', 'claim', now)).toBe('“w” is the key of Stance, which is switched off.');
    expect(keyClash('n', 'claim', now)).toBe('“n” does “Write a note”.');
    // Shift and a layer's key change an annotation to it.
    expect(keyClash('f', 'claim', now)).toBe('“Shift f” does “Mark as final”.');
    expect(keyClash('7', 'claim', now)).toMatch('one letter');
    const own = { ...now, settings: { ...now.settings, keys: { note: 'z' } } };
    expect(keyClash('z', 'claim', own)).toBe('“z” does “Write a note”.');
    expect(keyClash('n', 'claim', own)).not.toContain('Write a note');
  });

  it('for a new layer is a letter of its name where one is free', () => {
    expect(freeKey('Zeal', now)).toBe('z');
    expect(freeKey('Claims', now)).toBe('l');
    expect(keyClash(freeKey('', now)!, null, now)).toBeNull();
  });
});
