import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '~/workflows/canonical-json';
import { proveDeclaration, type SignedDeclaration } from '~/workflows/declaration-proof';
import type { LedgerEntry } from '~/workflows/ledger';
import { growTree, hex, inclusionProof, leafHash, rootOf, sha256 } from '~/workflows/merkle';

const bytes = (value: unknown) => new TextEncoder().encode(canonicalJson(value));
const document = { number: 2, product: { slug: 'alfa', name: 'Ålfa' }, answers: ['ja', null, 3.5] };

type Keys = Awaited<ReturnType<typeof makeKeys>>;
let keys: Keys;
let good: SignedDeclaration;

async function makeKeys(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const trusted = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] };
  const sign = (content: Uint8Array) =>
    new CompactSign(content).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
  return { trusted, sign };
}

async function makeDeclaration({ sign }: Keys, events: readonly LedgerEntry['event'][]): Promise<SignedDeclaration> {
  const others = [await leafHash(bytes('before')), await leafHash(bytes('between'))];
  const hash = hex(await sha256(bytes(document)));
  const entries = events.map((event, at) => ({
    schema: 'snitfladeklar/ledger-entry/1' as const,
    index: others.length + at,
    event,
    product: 'alfa',
    publication: 2,
    document: hash,
    at: `2026-11-0${at + 1}T10:00:00.000Z`,
  }));
  const tree = await growTree([...others, ...(await Promise.all(entries.map((entry) => leafHash(bytes(entry)))))]);
  const size = others.length + entries.length;
  const head = {
    schema: 'snitfladeklar/ledger-head/1',
    size,
    root: hex(await rootOf(tree)),
    at: '2026-11-20T10:00:00.000Z',
  };
  const detached = async (content: Uint8Array) => (await sign(content)).replace(/\..*\./, '..');
  return {
    schema: 'snitfladeklar/signed-declaration/1',
    document,
    entries: await Promise.all(
      entries.map(async (entry) => ({
        entry,
        signature: await detached(bytes(entry.event === 'published' ? document : entry)),
        proof: inclusionProof(tree, entry.index).map(hex),
      })),
    ),
    head: { jws: await sign(bytes(head)) },
  };
}

beforeAll(async () => {
  keys = await makeKeys('one');
  good = await makeDeclaration(keys, ['published', 'suspended', 'resumed', 'revoked']);
});

/** As it comes out of a file, with something changed. */
function changed(change: (declaration: SignedDeclaration & Record<string, never>) => void): unknown {
  const copy = JSON.parse(JSON.stringify(good));
  change(copy);
  return copy;
}

const at = (index: number) => (declaration: SignedDeclaration) =>
  declaration.entries[index] as unknown as { entry: Record<string, unknown>; signature: string; proof: string[] };

describe('a signed declaration', () => {
  it('is proved, also from a file that was written otherwise', async () => {
    const written = JSON.parse(
      JSON.stringify(
        changed(() => undefined),
        null,
        7,
      ),
    );
    expect(await proveDeclaration(written, keys.trusted)).toMatchObject({
      ok: true,
      proved: { product: 'alfa', publication: 2, latest: { event: 'revoked' }, document, head: { size: 6 } },
    });
  });

  it('is proved without its document: that it was published, and what came of it', async () => {
    const without = changed((declaration) => Object.assign(declaration, { document: null }));
    expect(await proveDeclaration(without, keys.trusted)).toMatchObject({ ok: true, proved: { document: null } });
  });

  it('of another key is not known here', async () => {
    const other = await makeKeys('two');
    expect(await proveDeclaration(good, other.trusted)).toEqual({ ok: false, problem: 'unknown-key' });
    const sameName = await makeKeys('one');
    expect(await proveDeclaration(good, sameName.trusted)).toEqual({ ok: false, problem: 'bad-signature' });
  });

  it.each<[string, string, (declaration: SignedDeclaration) => void]>([
    [
      'another answer',
      'altered-document',
      ({ document: given }) => Object.assign(given as object, { answers: ['nej'] }),
    ],
    ['another event', 'not-in-ledger', (given) => Object.assign(at(3)(given).entry, { event: 'resumed' })],
    ['another day', 'not-in-ledger', (given) => Object.assign(at(0)(given).entry, { at: '2025-01-01T00:00:00.000Z' })],
    ['another place', 'not-in-ledger', (given) => Object.assign(at(0)(given).entry, { index: 1 })],
    ['another proof', 'not-in-ledger', (given) => at(1)(given).proof.reverse()],
    ['no proof', 'not-in-ledger', (given) => at(1)(given).proof.splice(0)],
    ['a broken proof', 'not-in-ledger', (given) => at(1)(given).proof.push('zz')],
    [
      'another signature',
      'bad-signature',
      (given) => Object.assign(at(0)(given), { signature: at(1)(given).signature }),
    ],
    ['an attached signature', 'bad-signature', (given) => Object.assign(at(0)(given), { signature: good.head.jws })],
    [
      'another head',
      'bad-signature',
      (given) => Object.assign(given.head, { jws: `${given.head.jws.slice(0, -4)}AAAA` }),
    ],
    ['its first entry left out', 'not-a-declaration', (given) => (given.entries as unknown[]).shift()],
    ['its entries turned round', 'not-a-declaration', (given) => (given.entries as unknown[]).reverse()],
    [
      'an entry of another product',
      'not-a-declaration',
      (given) => Object.assign(at(1)(given).entry, { product: 'beta' }),
    ],
    ['no entries', 'not-a-declaration', (given) => Object.assign(given, { entries: [] })],
    [
      'half a character',
      'not-a-declaration',
      ({ document: given }) => Object.assign(given as object, { number: '\ud800' }),
    ],
  ])('with %s is refused as %s', async (_name, problem, change) => {
    expect(await proveDeclaration(changed(change), keys.trusted)).toEqual({ ok: false, problem });
  });

  it.each([null, 1, 'text', [], {}, { schema: 'snitfladeklar/signed-declaration/1' }, { ...{}, entries: [null] }])(
    'is not %j',
    async (given) => {
      expect(await proveDeclaration(given, keys.trusted)).toEqual({ ok: false, problem: 'not-a-declaration' });
    },
  );

  it('is not called false by a browser that does not know the signature', async () => {
    const unable = vi
      .spyOn(crypto.subtle, 'importKey')
      .mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
    const result = await proveDeclaration(good, { keys: keys.trusted.keys.map((key) => ({ ...key })) });
    unable.mockRestore();
    expect(result).toEqual({ ok: false, problem: 'cannot-check' });
  });

  it('whose last entry is kept back looks as it was then: its head tells the moment', async () => {
    const earlier = await makeDeclaration(keys, ['published']);
    expect(await proveDeclaration(earlier, keys.trusted)).toMatchObject({
      ok: true,
      proved: { latest: { event: 'published' }, head: { at: '2026-11-20T10:00:00.000Z' } },
    });
  });
});
