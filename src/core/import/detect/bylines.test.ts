import { describe, expect, it } from 'vitest';
import { isOutletName, parseByline } from './bylines';

describe('parseByline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['by Jane Doe', 'Jane Doe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['Written by Mika', 'Mika'],
    ['By Jane Doe and Max van der Roe', 'Jane Doe and Max van der Roe'],
    ['By Jane Doe, Max Roe and Ann O’Hara', 'Jane Doe, Max Roe and Ann O’Hara'],
    ['By Jane Doe, harbour correspondent', 'Jane Doe'],
    ['By Jane Doe | The Harbour Post', 'Jane Doe'],
    ['Von Jana Dörfler', 'Jana Dörfler'],
    ['Words by Jane Doe', 'Jane Doe'],
    ['(Reporting by Jane Doe; editing by Max Roe)', 'Jane Doe'],
  ])('%s', (line, author) => {
    expect(parseByline(line)?.author).toBe(author);
  });

  it('takes the date that stands beside the name', () => {
    expect(parseByline('By Jane Doe | March 12, 2024 9:05 AM')).toEqual({
      author: 'Jane Doe',
      publishedAt: '2024-03-12',
    });
  });

  it.each([
    'By Thursday the ferry was gone',
    'By the time the divers came, it was dark.',
    'By far the worst of it',
    'Bystanders Saw It All',
    'Von wegen sicher',
    'Von Der Leyen Visits Linden',
    'By and Large',
  ])('%s is none', (line) => {
    expect(parseByline(line)).toBeUndefined();
  });
});

describe('isOutletName', () => {
  it('tells papers from people', () => {
    expect(['The Harbour Post', 'Coast Wire', 'Lindener Tageblatt', 'HarbourMix'].every(isOutletName)).toBe(
      true,
    );
    expect(['Jane Doe', 'Max van der Roe'].some(isOutletName)).toBe(false);
  });
});
