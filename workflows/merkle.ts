/**
 * The Merkle tree of RFC 9162 (Certificate Transparency), 2.1: leaves and nodes are hashed apart, so that neither can be
 * taken for the other. Hashes are bytes. Runs in the browser as well: the hash is Web Crypto's.
 */

export type Hash = Uint8Array<ArrayBuffer>;

/** @returns SHA-256 of the parts, one after the other */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Hash> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export function leafHash(content: Uint8Array): Promise<Hash> {
  return sha256(leafMark, content);
}

export function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  return sha256(nodeMark, left, right);
}

/** Every level of a tree, from the leaves up to the root; of no leaves none. A node without a neighbour rises as it is. */
export type Tree = readonly (readonly Hash[])[];

export async function growTree(leaves: readonly Hash[]): Promise<Tree> {
  const levels: (readonly Hash[])[] = leaves.length > 0 ? [leaves] : [];
  for (let below = leaves; below.length > 1; ) {
    const level: Hash[] = [];
    for (let at = 0; at < below.length; at += 2) {
      const [left, right] = [below[at], below[at + 1]];
      if (left) level.push(right ? await nodeHash(left, right) : left);
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

/** @returns the tree's root; of no leaves the hash of nothing */
export async function rootOf(tree: Tree): Promise<Hash> {
  return tree.at(-1)?.[0] ?? sha256();
}

/**
 * The hashes that lead from a leaf to the root, from below.
 * @param index of the leaf, from 0
 * @throws RangeError when there is no such leaf
 */
export function inclusionProof(tree: Tree, index: number): Hash[] {
  if (!tree[0]?.[index]) throw new RangeError('There is no such leaf.');
  return tree.flatMap((level, height) => level[(index >>> height) ^ 1] ?? []);
}

export interface Inclusion {
  leaf: Hash;
  index: number;
  size: number;
  proof: readonly Hash[];
}

/** The root that a proof leads to (RFC 9162, 2.1.3.2); undefined for one that cannot be of this leaf and size. */
export async function rootFromProof({ leaf, index, size, proof }: Inclusion): Promise<Hash | undefined> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  let position = index;
  let last = size - 1;
  let root = leaf;
  for (const step of proof) {
    if (last === 0) return undefined;
    if (position % 2 === 1 || position === last) {
      root = await nodeHash(step, root);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = await nodeHash(root, step);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns undefined for what is no SHA-256 in lower case hexadecimal */
export function readHash(text: string): Hash | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
