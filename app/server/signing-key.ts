import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { Config } from '~/app/config.server';
import type { Signer } from '~/db/ledger';
import { OperatorProblem } from '~/db/operator-problem';

/**
 * Who signs the ledger: the key of SIGNING_KEY_FILE, or outside production one that is made at the first start and kept
 * in DATA_DIR. Null in production without one: nothing is signed then, and the public pages say nothing of signatures.
 * @throws OperatorProblem when the file cannot be read or holds no Ed25519 key
 */
export async function findSigner(
  config: Pick<Config, 'signingKeyFile' | 'dataDir' | 'production'>,
): Promise<Signer | null> {
  const { signingKeyFile, dataDir, production } = config;
  if (signingKeyFile === null && production) return null;
  return signerOf(signingKeyFile === null ? findOwnKey(dataDir) : readKey(signingKeyFile, 'SIGNING_KEY_FILE'));
}

/** @param key a private Ed25519 key */
export async function signerOf(key: KeyObject): Promise<Signer> {
  const { d: _, ...jwk } = await exportJWK(key);
  const kid = await calculateJwkThumbprint(jwk);
  const named: JWK = { ...jwk, kid, alg: 'EdDSA', use: 'sig' };
  return {
    kid,
    jwk: named,
    sign: (content) => new CompactSign(content).setProtectedHeader({ alg: 'EdDSA', kid }).sign(key),
  };
}

function findOwnKey(dataDir: string): KeyObject {
  const file = path.join(dataDir, 'signing-key.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Of two processes that start at once the second reads what the first has made.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    return privateKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKey(file, 'DATA_DIR');
    throw new OperatorProblem(`DATA_DIR: ${dataDir} cannot be used (${(error as Error).message}).`);
  }
}

function readKey(file: string, setting: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorProblem(`${setting}: ${file} holds no private key in PEM (${(error as Error).message}).`);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new OperatorProblem(`${setting}: ${file} holds a key of type ${key.asymmetricKeyType}; Ed25519 is needed.`);
}
