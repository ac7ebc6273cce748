import { type Hash, nodeHash, type Tree } from './merkle';

/**
 * Consistency proofs of RFC 9162, 2.1.4: that a tree has only grown, so that nothing which was in an earlier one has been
 * changed, taken out or moved. Whoever kept an earlier head needs no entries to be sure of it.
 */

/**
 * @param size of the earlier tree, from 1 to the size of this one
 * @throws RangeError for another size
 */
export function consistencyProof(tree: Tree, size: number): Hash[] {
  const whole = tree[0]?.length ?? 0;
  if (!Number.isSafeInteger(size) || size < 1 || size > whole) throw new RangeError('There was no such tree.');
  return size === whole ? [] : proofOf(tree, { size, from: 0, to: whole }, true);
}

interface Part {
  /** Of the earlier tree, within this part. */
  size: number;
  /** The leaves of the part, `to` excluded. */
  from: number;
  to: number;
}

/** SUBPROOF of the RFC. @param isWhole whether the part is the earlier tree itself, whose root the verifier has */
function proofOf(tree: Tree, { size, from, to }: Part, isWhole: boolean): Hash[] {
  if (size === to - from) return isWhole ? [] : [rootOfPart(tree, from, to)];
  const left = powerBelow(to - from);
  const middle = from + left;
  return size <= left
    ? [...proofOf(tree, { size, from, to: middle }, isWhole), rootOfPart(tree, middle, to)]
    : [...proofOf(tree, { size: size - left, from: middle, to }, false), rootOfPart(tree, from, middle)];
}

/** Parts begin where a node of their height does, and end there or with the tree. */
function rootOfPart(tree: Tree, from: number, to: number): Hash {
  const height = to - from === 1 ? 0 : Math.log2(powerBelow(to - from)) + 1;
  const node = tree[height]?.[from / 2 ** height];
  if (!node) throw new RangeError('The tree has no such part.');
  return node;
}

/** The largest power of two below a number of at least 2. */
function powerBelow(number: number): number {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}

export interface Growth {
  earlier: { size: number; root: Hash };
  later: { size: number; root: Hash };
  proof: readonly Hash[];
}

/** Whether a proof shows that the later tree is the earlier one with more leaves behind it (RFC 9162, 2.1.4.2). */
export async function hasOnlyGrown({ earlier, later, proof }: Growth): Promise<boolean> {
  const sizes = [earlier.size, later.size];
  if (!sizes.every(Number.isSafeInteger) || earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && isSame(earlier.root, later.root);
  const [first, ...steps] = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let [position, last] = [earlier.size - 1, later.size - 1];
  const rise = () => {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  };
  while (position % 2 === 1) rise();
  let [old, grown] = [first, first];
  for (const step of steps) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      old = await nodeHash(step, old);
      grown = await nodeHash(step, grown);
      while (position % 2 === 0 && position !== 0) rise();
    } else {
      grown = await nodeHash(grown, step);
    }
    rise();
  }
  return last === 0 && isSame(old, earlier.root) && isSame(grown, later.root);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}

function isSame(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
