import { compactVerify, createLocalJWKSet, errors, flattenedVerify, type JSONWebKeySet } from 'jose';
import { canonicalJson } from './canonical-json';
import { type LedgerEntry, type LedgerEvent, type LedgerHead, ledgerEvents } from './ledger';
import { type Hash, hex, leafHash, readHash, rootFromProof, sha256 } from './merkle';

/**
 * Checks a publication against its signature and the ledger, wherever that is: on the command line, in a browser without
 * a network, years later. Only the keys must come from somewhere that is trusted.
 */

/** A publication with everything that proves it: what `/api/v1/products/:id/declaration` answers. */
export interface SignedDeclaration {
  schema: 'snitfladeklar/signed-declaration/1';
  /** What was published; null where it is not shown any more. */
  document: unknown;
  /** What happened to it, in order: it was published, and maybe more. */
  entries: readonly ProvedEntry[];
  /** The signed state of the ledger that the proofs lead to. */
  head: { jws: string };
}

export interface ProvedEntry {
  entry: LedgerEntry;
  /** A JWS with detached content: of the document where the event is `published`, else of the entry. */
  signature: string;
  /** From the leaf to the root, hexadecimal. */
  proof: readonly string[];
}

export type ProofProblem =
  /** The file is something else. */
  | 'not-a-declaration'
  /** Signed with a key that is not known here. */
  | 'unknown-key'
  | 'bad-signature'
  /** The document is not the one that the ledger names. */
  | 'altered-document'
  /** The proof leads to another tree than the signed one. */
  | 'not-in-ledger'
  /** This browser does not know Ed25519: nothing is said of the file. */
  | 'cannot-check';

/** What is certain about a publication that was proved. */
export interface ProvedDeclaration {
  product: string;
  publication: number;
  /** ISO 8601. */
  publishedAt: string;
  /** The latest thing that happened to it, as of the head. */
  latest: { event: LedgerEvent; at: string };
  head: LedgerHead;
  /** SHA-256 of the document, hexadecimal: what to cite. */
  hash: string;
  document: unknown;
}

export type ProofResult = { ok: true; proved: ProvedDeclaration } | { ok: false; problem: ProofProblem };

export class Unproved extends Error {
  constructor(readonly problem: ProofProblem) {
    super(problem);
  }
}

/**
 * @param given what was parsed from the file, of any shape
 * @param keys the public keys that are trusted (RFC 7517)
 */
export async function proveDeclaration(given: unknown, keys: JSONWebKeySet): Promise<ProofResult> {
  try {
    return { ok: true, proved: await prove(readDeclaration(given), createLocalJWKSet(keys)) };
  } catch (error) {
    if (error instanceof Unproved) return { ok: false, problem: error.problem };
    throw error;
  }
}

export type Keys = ReturnType<typeof createLocalJWKSet>;

async function prove(
  { document, entries, head: signedHead }: SignedDeclaration,
  keys: Keys,
): Promise<ProvedDeclaration> {
  const head = await proveHead(signedHead.jws, keys);
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last || first.entry.event !== 'published') throw new Unproved('not-a-declaration');
  const { product, publication, document: hash, at: publishedAt } = first.entry;
  const content = document === null ? null : bytesOf(document);
  if (content && hex(await sha256(content)) !== hash) throw new Unproved('altered-document');
  let before = -1;
  for (const { entry, signature, proof } of entries) {
    const isOfThis = entry.product === product && entry.publication === publication && entry.document === hash;
    if (!isOfThis || entry.index <= before) throw new Unproved('not-a-declaration');
    before = entry.index;
    await proveInclusion(entry, proof, head);
    const signed = entry.event === 'published' ? content : bytesOf(entry);
    // Without its document only the ledger, whose head is signed, says that it was published.
    if (signed) await proveSignature(signature, signed, keys);
  }
  const latest = { event: last.entry.event, at: last.entry.at };
  return { product, publication, publishedAt, latest, head, hash, document };
}

export async function proveHead(jws: string, keys: Keys): Promise<LedgerHead> {
  const payload = await verified(async () => (await compactVerify(jws, keys, { algorithms: ['EdDSA'] })).payload);
  const head: unknown = JSON.parse(new TextDecoder().decode(payload));
  if (!isRecord(head) || head.schema !== 'snitfladeklar/ledger-head/1') throw new Unproved('not-a-declaration');
  const { size, root, at } = head;
  if (typeof size !== 'number' || typeof root !== 'string' || typeof at !== 'string') {
    throw new Unproved('not-a-declaration');
  }
  return { schema: 'snitfladeklar/ledger-head/1', size, root, at };
}

async function proveSignature(signature: string, content: Uint8Array, keys: Keys): Promise<void> {
  const [header = '', nothing, value = ''] = signature.split('.');
  if (nothing !== '') throw new Unproved('bad-signature');
  const jws = { protected: header, payload: content, signature: value };
  await verified(() => flattenedVerify(withPayload(jws), keys, { algorithms: ['EdDSA'] }));
}

/** As compact JSON has it: base64url without padding. */
function withPayload({ payload, ...rest }: { protected: string; payload: Uint8Array; signature: string }) {
  let text = '';
  for (const byte of payload) text += String.fromCharCode(byte);
  return { ...rest, payload: btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') };
}

async function proveInclusion(entry: LedgerEntry, proof: readonly string[], { size, root }: LedgerHead): Promise<void> {
  const steps = proof.map(readHash).filter((step): step is Hash => step !== undefined);
  const leaf = await leafHash(bytesOf(entry));
  const reached =
    steps.length === proof.length && (await rootFromProof({ leaf, index: entry.index, size, proof: steps }));
  if (!reached || hex(reached) !== root) throw new Unproved('not-in-ledger');
}

/** A key that is not there, and a browser that cannot check, are other things than a signature that is wrong. */
async function verified<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) throw new Unproved('unknown-key');
    const isJudged = error instanceof errors.JOSEError && !(error instanceof errors.JOSENotSupported);
    throw new Unproved(isJudged ? 'bad-signature' : 'cannot-check');
  }
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  try {
    return new TextEncoder().encode(canonicalJson(value));
  } catch {
    throw new Unproved('not-a-declaration');
  }
}

function readDeclaration(given: unknown): SignedDeclaration {
  const isDeclaration =
    isRecord(given) &&
    given.schema === 'snitfladeklar/signed-declaration/1' &&
    'document' in given &&
    isRecord(given.head) &&
    typeof given.head.jws === 'string' &&
    Array.isArray(given.entries) &&
    given.entries.every(isProvedEntry);
  if (!isDeclaration) throw new Unproved('not-a-declaration');
  return given as unknown as SignedDeclaration;
}

function isProvedEntry(value: unknown): value is ProvedEntry {
  if (!isRecord(value) || !isRecord(value.entry) || typeof value.signature !== 'string') return false;
  const { entry, proof } = value;
  const texts = [entry.product, entry.document, entry.at];
  return (
    entry.schema === 'snitfladeklar/ledger-entry/1' &&
    texts.every((text) => typeof text === 'string') &&
    Number.isSafeInteger(entry.index) &&
    Number.isSafeInteger(entry.publication) &&
    ledgerEvents.some((event) => event === entry.event) &&
    Array.isArray(proof) &&
    proof.every((step) => typeof step === 'string')
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
