import { expect, test } from 'vitest';
import { findProducts, groupProducts, type HomeProduct } from '~/app/supplier/home-view.server';
import { isOurTurn, type NextAction } from '~/workflows/next-action';

function product(name: string, nextAction: NextAction = 'nothing', caseNumber: string | null = null): HomeProduct {
  const nothing = { slug: '', declarationId: null, state: null, dueAt: null, progress: null, isPublic: false };
  return { ...nothing, id: name, name, caseNumber, nextAction, isOurTurn: isOurTurn(nextAction) };
}

test('many products are grouped by whose turn it is, none left out; few stand together', () => {
  const actions: NextAction[] = ['answer', 'wait', 'nothing'];
  const many = Array.from({ length: 11 }, (_, index) => product(`System ${index}`, actions[index % 2]));
  const groups = groupProducts(many);
  expect(groups?.map(({ kind, products }) => [kind, products.length])).toEqual([
    ['ours', 6],
    ['theirs', 5],
  ]);
  expect(groupProducts([...many, product('Et mere')])?.map(({ kind }) => kind)).toEqual(['ours', 'theirs', 'rest']);
  expect(groupProducts(many.slice(1))).toBeNull();
});

test('a product is found by a part of its name or its case number, in whatever case', () => {
  const all = [product('Økonomi'), product('Bygge og miljø', 'wait', '2026-0042'), product('Skole')];
  const namesOf = (text: string | null) => findProducts(all, text)?.found.map(({ name }) => name);
  expect(namesOf('økonomi')).toEqual(['Økonomi']);
  expect(namesOf(' MILJØ ')).toEqual(['Bygge og miljø']);
  expect(namesOf('0042')).toEqual(['Bygge og miljø']);
  expect(namesOf('skat')).toEqual([]);
  expect([namesOf(null), namesOf('  ')]).toEqual([undefined, undefined]);
});
