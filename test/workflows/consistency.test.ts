import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyProof, hasOnlyGrown } from '~/workflows/consistency';
import { growTree, type Hash, hex, leafHash, readHash, rootOf, type Tree } from '~/workflows/merkle';

const leafOf = (text: string): Promise<Hash> => leafHash(new TextEncoder().encode(text));
const leaves = (size: number, other?: number): Promise<Hash[]> =>
  Promise.all(Array.from({ length: size }, (_, index) => leafOf(index === other ? 'another' : `leaf ${index}`)));

async function headOf(tree: Tree): Promise<{ size: number; root: Hash }> {
  return { size: tree[0]?.length ?? 0, root: await rootOf(tree) };
}

test('every tree is proved to have grown from every earlier one', async () => {
  const trees = await Promise.all(Array.from({ length: 34 }, async (_, size) => growTree(await leaves(size))));
  for (const [size, tree] of trees.entries()) {
    for (let before = 1; before <= size; before += 1) {
      const earlier = await headOf(trees[before] ?? []);
      const proof = consistencyProof(tree, before);
      expect(await hasOnlyGrown({ earlier, later: await headOf(tree), proof })).toBe(true);
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)) + 1);
    }
    for (const none of [0, size + 1, -1, 0.5]) expect(() => consistencyProof(tree, none)).toThrow(RangeError);
  }
});

test('a tree in which anything of before was changed is not, with whatever proof', async () => {
  const size = fc.integer({ min: 2, max: 40 });
  await fc.assert(
    fc.asyncProperty(size, fc.nat(), fc.nat(), async (whole, before, changed) => {
      const earlierSize = 1 + (before % (whole - 1));
      const other = changed % earlierSize;
      const earlier = await headOf(await growTree(await leaves(earlierSize)));
      const [honest, forged] = [await growTree(await leaves(whole)), await growTree(await leaves(whole, other))];
      for (const proof of [consistencyProof(honest, earlierSize), consistencyProof(forged, earlierSize)]) {
        expect(await hasOnlyGrown({ earlier, later: await headOf(forged), proof })).toBe(false);
      }
    }),
  );
});

test('a proof with anything changed, left out or put in shows nothing', async () => {
  const later = await growTree(await leaves(21));
  const [earlierHead, laterHead] = [await headOf(await growTree(await leaves(13))), await headOf(later)];
  const proof = consistencyProof(later, 13);
  const shows = (changed: readonly Hash[]) => hasOnlyGrown({ earlier: earlierHead, later: laterHead, proof: changed });
  expect(await shows(proof)).toBe(true);
  const other = await leafOf('other');
  for (const index of proof.keys()) {
    expect(await shows(proof.with(index, other))).toBe(false);
    expect(await shows(proof.toSpliced(index, 1))).toBe(false);
    expect(await shows(proof.toSpliced(index, 0, other))).toBe(false);
  }
  expect(await shows([...proof, other])).toBe(false);
  expect(await shows([])).toBe(false);
  const swapped = { earlier: laterHead, later: earlierHead, proof };
  expect(await hasOnlyGrown(swapped)).toBe(false);
});

test('the proofs of the example in RFC 9162, 2.1.5', async () => {
  const seven = await leaves(7);
  const tree = await growTree(seven);
  const nodes = tree.flat().map(hex);
  // The RFC's letters: leaves a to f and j, above them g h i, then k, l.
  const [, , , d, , , j, g, h, i] = nodes;
  const k = hex((tree[2] ?? [])[0] ?? seven[0] ?? new Uint8Array());
  const l = hex((tree[2] ?? [])[1] ?? seven[0] ?? new Uint8Array());
  const c = nodes[2];
  expect(consistencyProof(tree, 3).map(hex)).toEqual([c, d, g, l]);
  expect(consistencyProof(tree, 4).map(hex)).toEqual([l]);
  expect(consistencyProof(tree, 6).map(hex)).toEqual([i, j, k]);
  expect(readHash(h ?? '')).toBeDefined();
});
