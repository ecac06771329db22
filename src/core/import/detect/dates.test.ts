import { describe, expect, it } from 'vitest';
import { findDate, withoutDates } from './dates';

describe('findDate', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T09:05:00+01:00', '2024-03-12'],
    ['12 March 2024', '2024-03-12'],
    ['Tuesday, 12th of March 2024', '2024-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['Mar. 12, 2024 9:05 AM EST', '2024-03-12'],
    ['Sept. 1st, 2023', '2023-09-01'],
    ['12. März 2024', '2024-03-12'],
    ['1. Jänner 2024, 10:15 Uhr', '2024-01-01'],
    ['12.03.2024', '2024-03-12'],
    ['13/03/2024', '2024-03-13'],
    ['03/13/2024', '2024-03-13'],
    ['Published 12 March 2024, updated 14 March 2024', '2024-03-12'],
    ['29 February 2024', '2024-02-29'],
  ])('reads %s', (line, iso) => {
    expect(findDate(line)?.iso).toBe(iso);
  });

  it.each([
    '03/04/2024',
    '30 February 2024',
    'March 2024',
    'May 5',
    'room 2024-13-40',
    '12 Marching 2024',
    '',
  ])('reads nothing into %j', (line) => {
    expect(findDate(line)).toBeUndefined();
  });

  it('says where the date stands', () => {
    const line = 'Linden, 12 March 2024.';
    const { start, end } = findDate(line)!;
    expect(line.slice(start, end)).toBe('12 March 2024');
  });
});

describe('withoutDates', () => {
  it.each([
    ['Tuesday, March 12, 2024 at 9:05 a.m. EST', ''],
    ['Published: 12 March 2024 | Updated: 14 March 2024', ''],
    ['Dienstag, 12. März 2024, 9.05 Uhr', ''],
    ['The Sun Post | March 12, 2024', 'The Sun Post'],
    ['12 March 2024 • Coast Wire', 'Coast Wire'],
  ])('%s leaves %j', (line, rest) => {
    expect(withoutDates(line)).toBe(rest);
  });
});
