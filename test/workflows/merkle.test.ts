import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  growTree,
  type Hash,
  hex,
  inclusionProof,
  leafHash,
  readHash,
  rootFromProof,
  rootOf,
  sha256,
} from '~/workflows/merkle';

const bytes = (text: string) => new TextEncoder().encode(text);
const leavesOf = (size: number): Promise<Hash[]> =>
  Promise.all(Array.from({ length: size }, (_, index) => leafHash(bytes(`leaf ${index}`))));

/** The definition of RFC 9162, 2.1.1, written the way it is there. */
async function definedRoot(contents: readonly Uint8Array[]): Promise<string> {
  const [only] = contents;
  if (!only) return hex(await sha256());
  if (contents.length === 1) return hex(await sha256(Uint8Array.of(0), only));
  let at = 1;
  while (at * 2 < contents.length) at *= 2;
  const sides = [await definedRoot(contents.slice(0, at)), await definedRoot(contents.slice(at))];
  return hex(await sha256(Uint8Array.of(1), ...sides.map((side) => readHash(side) ?? new Uint8Array())));
}

test('the tree is that of RFC 9162', async () => {
  for (let size = 0; size <= 33; size += 1) {
    const contents = Array.from({ length: size }, (_, index) => bytes(`leaf ${index}`));
    expect(hex(await rootOf(await growTree(await leavesOf(size))))).toBe(await definedRoot(contents));
  }
});

test('the known roots of Certificate Transparency', async () => {
  expect(hex(await rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(await leafHash(new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('every leaf of every tree is proved, and by nothing else', async () => {
  for (let size = 1; size <= 33; size += 1) {
    const leaves = await leavesOf(size);
    const tree = await growTree(leaves);
    const root = hex(await rootOf(tree));
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(tree, index);
      const reached = await rootFromProof({ leaf, index, size, proof });
      expect(reached && hex(reached)).toBe(root);
      expect(await rootFromProof({ leaf, index: size, size, proof })).toBeUndefined();
      expect(await rootFromProof({ leaf, index, size, proof: [...proof, leaf] })).toBeUndefined();
    }
    expect(() => inclusionProof(tree, size)).toThrow(RangeError);
  }
});

test('a proof with anything changed leads elsewhere', async () => {
  const size = 21;
  const leaves = await leavesOf(size);
  const tree = await growTree(leaves);
  const root = hex(await rootOf(tree));
  const cases = fc.record({ index: fc.nat(size - 1), other: fc.nat(size - 1), step: fc.nat(4), bit: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(cases, async ({ index, other, step, bit }) => {
      const proof = inclusionProof(tree, index);
      const changed = proof.map((hash, at) =>
        at === step % proof.length
          ? hash.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
          : hash,
      );
      const leaf = leaves[index] ?? new Uint8Array();
      const reached = [await rootFromProof({ leaf, index, size, proof: changed })];
      if (other !== index) reached.push(await rootFromProof({ leaf: leaves[other] ?? leaf, index, size, proof }));
      for (const each of reached) expect(each && hex(each)).not.toBe(root);
    }),
    { numRuns: 200 },
  );
});

test('only hashes are read as hashes', () => {
  expect(readHash('00'.repeat(32))).toEqual(new Uint8Array(32));
  for (const text of ['', '0'.repeat(63), 'F'.repeat(64), `${'0'.repeat(63)}g`]) expect(readHash(text)).toBeUndefined();
});
