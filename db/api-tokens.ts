import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, exists, isNull, or, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import {
  type ApiScope,
  apiScopes,
  isTokenLike,
  type TokenState,
  tokenLifetimes,
  tokenNameLimit,
  tokenPrefix,
  tokenStateOf,
  writeToken,
} from '~/workflows/api-token';
import { isLine } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople } from '~/workflows/supplier-rights';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { apiTokens, memberships, people, products } from './schema';

const day = 24 * 60 * 60_000;
/** In milliseconds: a request writes that its token was used at most this often. */
const usedEvery = 60_000;
/** The most tokens that a supplier can have in use. */
export const mostTokens = 50;

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface NewToken {
  name: string;
  scopes: readonly ApiScope[];
  /** Null: all products of the supplier. */
  productId: string | null;
  /** In days. */
  lifetime: number;
}

export type NewTokenRefusal =
  | 'role-required'
  | 'not-found'
  | 'token-name-needed'
  | 'token-scope-needed'
  | 'token-lifetime-unknown'
  | 'too-many-tokens';

/** A token that was just made; `token` cannot be shown again. */
export interface MadeToken {
  id: string;
  name: string;
  token: string;
  expiresAt: Date;
}

/** Makes a token for a system of the actor's supplier. Only its hash is kept. */
export function makeApiToken(db: Db, acting: Acting, input: NewToken): Promise<Result<MadeToken, NewTokenRefusal>> {
  return db.transaction(async (tx) => {
    const { supplierId } = acting.actor;
    if (supplierId === null || !canManagePeople(acting.actor)) return refuse('role-required');
    const name = input.name.trim();
    if (!isLine(name, tokenNameLimit)) return refuse('token-name-needed', { most: tokenNameLimit });
    const scopes = apiScopes.filter((scope) => input.scopes.includes(scope));
    if (scopes.length === 0) return refuse('token-scope-needed');
    if (!tokenLifetimes.some((days) => days === input.lifetime)) return refuse('token-lifetime-unknown');
    if (input.productId !== null && !(await isOwnProduct(tx, supplierId, input.productId))) return refuse('not-found');
    if ((await countInUse(tx, supplierId, acting.now)) >= mostTokens)
      return refuse('too-many-tokens', { most: mostTokens });
    const expiresAt = new Date(acting.now.getTime() + input.lifetime * day);
    const made = await insertToken(tx, acting, { supplierId, name, scopes, productId: input.productId, expiresAt });
    await appendLog(tx, acting, {
      action: 'api-token.make',
      subject: { type: 'api-token', id: made.id },
      details: { name, scopes, productId: input.productId, prefix: tokenPrefix(made.token), expiresAt },
    });
    return ok(made);
  });
}

/**
 * Puts a new token with the same name, rights and length of life in the place of one, which ends at once.
 * @returns the new one
 */
export function rotateApiToken(
  db: Db,
  acting: Acting,
  { tokenId }: { tokenId: string },
): Promise<Result<MadeToken, 'role-required' | 'not-found' | 'token-not-in-use'>> {
  return db.transaction(async (tx) => {
    const found = await lockToken(tx, acting.actor, tokenId);
    if (!found.ok) return found;
    const old = found.value;
    await tx.update(apiTokens).set({ revokedAt: acting.now }).where(eq(apiTokens.id, old.id));
    const lifetime = old.expiresAt.getTime() - old.createdAt.getTime();
    const expiresAt = new Date(acting.now.getTime() + lifetime);
    const { supplierId, name, scopes, productId } = old;
    const made = await insertToken(tx, acting, { supplierId, name, scopes, productId, expiresAt });
    await appendLog(tx, acting, {
      action: 'api-token.rotate',
      subject: { type: 'api-token', id: made.id },
      details: { replaces: old.id, name, prefix: tokenPrefix(made.token), expiresAt },
    });
    return ok(made);
  });
}

/** Ends a token: from now on requests with it are refused. */
export function revokeApiToken(
  db: Db,
  acting: Acting,
  { tokenId }: { tokenId: string },
): Promise<Result<null, 'role-required' | 'not-found' | 'token-not-in-use'>> {
  return db.transaction(async (tx) => {
    const found = await lockToken(tx, acting.actor, tokenId);
    if (!found.ok) return found;
    await endToken(tx, acting, found.value);
    return ok(null);
  });
}

/** The operator ends any token, e.g. one that was found in the open. @param tokenId as `api-token list` shows it */
export function revokeApiTokenAsOperator(
  db: Db,
  { now, tokenId }: { now: Date; tokenId: string },
): Promise<Result<null, 'not-found' | 'token-not-in-use'>> {
  return db.transaction(async (tx) => {
    if (!isUuid(tokenId)) return refuse('not-found');
    const [token] = await tx.select().from(apiTokens).where(eq(apiTokens.id, tokenId)).for('update');
    if (!token) return refuse('not-found');
    if (token.revokedAt) return refuse('token-not-in-use');
    await endToken(tx, { actor: null, now }, token);
    return ok(null);
  });
}

type TokenRow = typeof apiTokens.$inferSelect;

async function endToken(tx: Transaction, acting: { actor: Actor | null; now: Date }, token: TokenRow): Promise<void> {
  await tx.update(apiTokens).set({ revokedAt: acting.now }).where(eq(apiTokens.id, token.id));
  await appendLog(tx, acting, {
    action: 'api-token.revoke',
    subject: { type: 'api-token', id: token.id },
    details: { name: token.name, prefix: token.prefix },
  });
}

async function insertToken(
  tx: Transaction,
  { actor, now }: Acting,
  row: Pick<TokenRow, 'supplierId' | 'name' | 'productId' | 'expiresAt'> & { scopes: ApiScope[] },
): Promise<MadeToken> {
  const id = randomUUID();
  const token = writeToken(randomBytes(32).toString('base64url'));
  await tx.insert(apiTokens).values({
    ...row,
    id,
    prefix: tokenPrefix(token),
    tokenHash: hash(token),
    createdBy: actor.personId,
    createdAt: now,
  });
  return { id, name: row.name, token, expiresAt: row.expiresAt };
}

async function lockToken(
  tx: Transaction,
  actor: Actor,
  tokenId: string,
): Promise<Result<TokenRow, 'role-required' | 'not-found' | 'token-not-in-use'>> {
  if (actor.supplierId === null || !canManagePeople(actor)) return refuse('role-required');
  if (!isUuid(tokenId)) return refuse('not-found');
  const [token] = await tx
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.id, tokenId), eq(apiTokens.supplierId, actor.supplierId)))
    .for('update');
  if (!token) return refuse('not-found');
  return token.revokedAt ? refuse('token-not-in-use') : ok(token);
}

async function isOwnProduct(tx: Transaction, supplierId: string, productId: string): Promise<boolean> {
  if (!isUuid(productId)) return false;
  return (await tx.$count(products, and(eq(products.id, productId), eq(products.supplierId, supplierId)))) > 0;
}

function countInUse(tx: Transaction, supplierId: string, now: Date): Promise<number> {
  return tx.$count(
    apiTokens,
    and(
      eq(apiTokens.supplierId, supplierId),
      isNull(apiTokens.revokedAt),
      sql`${apiTokens.expiresAt} > ${now.toISOString()}`,
    ),
  );
}

/** A token as people see it. */
export interface ListedToken {
  id: string;
  supplierId: string;
  name: string;
  prefix: string;
  scopes: ApiScope[];
  productName: string | null;
  createdByName: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  state: TokenState;
}

/** Tokens, newest first. @param supplierId whose; without it everybody's. Nothing is authorized here. */
export async function listApiTokens(
  db: Db,
  { supplierId, now }: { supplierId?: string; now: Date },
): Promise<ListedToken[]> {
  const rows = await db
    .select({ token: apiTokens, productName: products.name, createdByName: people.name, hasOwner: hasOwner(db) })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.createdBy))
    .leftJoin(products, eq(products.id, apiTokens.productId))
    .where(supplierId === undefined ? undefined : eq(apiTokens.supplierId, supplierId))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
  return rows.map(({ token, productName, createdByName, hasOwner: owned }) => {
    const { tokenHash: _hash, productId: _product, createdBy: _person, ...shown } = token;
    return { ...shown, productName, createdByName, state: tokenStateOf(token, { now, hasOwner: owned === true }) };
  });
}

/** Whether the colleague who made a token is still with the supplier: whoever has left takes what they know along. */
function hasOwner(db: Db) {
  const held = db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.personId, apiTokens.createdBy),
        eq(memberships.supplierId, apiTokens.supplierId),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
      ),
    );
  return sql<boolean>`${exists(held)}`;
}

/** Who a request is made by: a token, and the person in whose name what it does is logged. */
export interface TokenBearer {
  tokenId: string;
  name: string;
  scopes: readonly ApiScope[];
  /** Has only what the token is good for, whatever the person may do. */
  actor: Actor & { supplierId: string };
}

/** @returns undefined for a token that is unknown, ended, run out, or of a colleague who has left */
export async function findTokenBearer(db: Db, token: string, now: Date): Promise<TokenBearer | undefined> {
  if (!isTokenLike(token)) return undefined;
  const [row] = await db
    .select({ token: apiTokens, hasOwner: hasOwner(db) })
    .from(apiTokens)
    .where(eq(apiTokens.tokenHash, hash(token)));
  if (!row || tokenStateOf(row.token, { now, hasOwner: row.hasOwner === true }) !== 'good') return undefined;
  const { id, name, scopes, supplierId, productId, createdBy } = row.token;
  await markUsed(db, id, now);
  const actor = { personId: createdBy, name, roles: ['editor' as const], supplierId, municipalityCode: null };
  return {
    tokenId: id,
    name,
    scopes,
    actor: productId === null ? actor : { ...actor, restrictedTo: { editor: [productId] } },
  };
}

async function markUsed(db: Db, tokenId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - usedEvery).toISOString();
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, tokenId), or(isNull(apiTokens.lastUsedAt), sql`${apiTokens.lastUsedAt} < ${before}`)));
}
