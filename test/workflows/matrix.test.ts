import { expect, it } from 'vitest';
import { declaredInterfaces, differingInterfaces } from '~/workflows/matrix';
import type { SupportLevel } from '~/workflows/words';

const row = (levels: Record<string, SupportLevel>) => ({
  support: Object.entries(levels).map(([interfaceId, level]) => ({ interfaceId, level })),
});
const ids = ['a', 'b', 'c', 'd'];
const rows = [row({ a: 'ready', b: 'ready', c: 'planned' }), row({ a: 'ready', b: 'not_relevant' })];

it('shows the interfaces of which something is approved', () => {
  expect(declaredInterfaces(ids, rows)).toEqual(['a', 'b', 'c']);
  expect(declaredInterfaces(ids, [])).toEqual([]);
});

it('counts »not declared« as a difference, and nothing that all share', () => {
  expect(differingInterfaces(ids, rows), 'what nobody has declared is the same for all').toEqual(['b', 'c']);
});

it('keeps everything for a single product', () => {
  expect(differingInterfaces(['a', 'b'], rows.slice(0, 1))).toEqual(['a', 'b']);
});
