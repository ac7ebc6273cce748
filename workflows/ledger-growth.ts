import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { hasOnlyGrown } from './consistency';
import { isRecord, type ProofProblem, proveHead, Unproved } from './declaration-proof';
import type { LedgerHead } from './ledger';
import { type Hash, readHash } from './merkle';

export type GrowthProblem =
  | Extract<ProofProblem, 'unknown-key' | 'bad-signature' | 'cannot-check'>
  /** The file holds no signed head. */
  | 'no-head'
  /** The proof does not lead from the one head to the other: the ledger was rewritten, or the proof is of other heads. */
  | 'not-grown';

export type GrowthResult = { ok: true; earlier: LedgerHead; later: LedgerHead } | { ok: false; problem: GrowthProblem };

/**
 * Checks that the ledger of a head that somebody kept is the beginning of the present one, wherever that is.
 * @param kept anything that carries a signed head: what /api/v1/ledger answered, a signed declaration, or the head alone
 * @param answered what /api/v1/ledger/consistency answered
 * @param keys the public keys that are trusted (RFC 7517)
 */
export async function proveGrowth(kept: unknown, answered: unknown, keys: JSONWebKeySet): Promise<GrowthResult> {
  const [first, second] = [findHead(kept), findHead(answered)];
  const proof = readProof(answered);
  if (first === undefined || second === undefined || !proof) return { ok: false, problem: 'no-head' };
  try {
    const trusted = createLocalJWKSet(keys);
    const [earlier, later] = [await proveHead(first, trusted), await proveHead(second, trusted)];
    const [oldRoot, newRoot] = [readHash(earlier.root), readHash(later.root)];
    const isGrown =
      oldRoot &&
      newRoot &&
      (await hasOnlyGrown({
        earlier: { size: earlier.size, root: oldRoot },
        later: { size: later.size, root: newRoot },
        proof,
      }));
    return isGrown ? { ok: true, earlier, later } : { ok: false, problem: 'not-grown' };
  } catch (error) {
    if (!(error instanceof Unproved)) throw error;
    const { problem } = error;
    const isOfKey = problem === 'unknown-key' || problem === 'bad-signature' || problem === 'cannot-check';
    return { ok: false, problem: isOfKey ? problem : 'no-head' };
  }
}

function findHead(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  if (typeof value.jws === 'string') return value.jws;
  return findHead(value.head) ?? findHead(value.data);
}

function readProof(answered: unknown): Hash[] | undefined {
  const data = isRecord(answered) && isRecord(answered.data) ? answered.data : answered;
  if (!isRecord(data) || !Array.isArray(data.proof)) return undefined;
  const steps = data.proof.map((step) => (typeof step === 'string' ? readHash(step) : undefined));
  return steps.every((step): step is Hash => step !== undefined) ? steps : undefined;
}
