import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { type RoutingRule, type RoutingWay, routingWays } from '~/workflows/review/routing';
import { listRuleGaps, type RuleGap } from '~/workflows/review/routing-rule-gaps';
import type { Db } from './client';
import { appendLog } from './log';
import { municipalities, routingRules } from './schema';

export interface KeptRule extends RoutingRule {
  position: number;
  version: number;
}

export type RuleRefusal =
  | 'role-required'
  | RuleGap['code']
  | 'rule-has-moved'
  | 'request-not-understood'
  | 'municipality-unknown';

/** Null actor: an operator, by the command line. */
type RuleActing = { actor: Acting['actor'] | null; now: Date };

export interface RuleInput {
  name: string;
  position: number;
  sectionIds: readonly string[];
  municipalityCodes: readonly string[];
  way: string;
  /** Null: no limit. */
  mostOpen: number | null;
  /** Also names the one who is to handle it. */
  toPerson: boolean;
}

/** The rules in the order in which they are tried. */
export async function listRoutingRules(db: Db): Promise<KeptRule[]> {
  const rows = await db
    .select()
    .from(routingRules)
    .where(isNull(routingRules.endedAt))
    .orderBy(asc(routingRules.position), asc(routingRules.name), asc(routingRules.id));
  return rows.map(({ changedAt: _, changedBy: __, endedAt: ___, ...rule }) => rule);
}

/** Adds a rule. */
export function addRoutingRule(
  db: Db,
  acting: RuleActing,
  input: RuleInput,
): Promise<Result<{ id: string }, RuleRefusal>> {
  return db.transaction(async (tx) => {
    const checked = await check(tx, acting, input);
    if (!checked.ok) return checked;
    const id = randomUUID();
    await tx.insert(routingRules).values({ id, ...checked.value, version: 1, ...changedBy(acting) });
    const subject = { type: 'routing-rule', id };
    await appendLog(tx, acting, { action: 'routing-rule.add', subject, details: { ...checked.value } });
    return ok({ id });
  });
}

/** Changes a rule, or ends it. Cases that it routed keep the words that it had. */
export function changeRoutingRule(
  db: Db,
  acting: RuleActing,
  { id, expectedVersion, end, ...input }: RuleInput & { id: string; expectedVersion: number; end: boolean },
): Promise<Result<null, RuleRefusal>> {
  return db.transaction(async (tx) => {
    const checked = await check(tx, acting, input);
    if (!checked.ok) return checked;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return refuse('request-not-understood');
    const present = and(
      eq(routingRules.id, id),
      eq(routingRules.version, expectedVersion),
      isNull(routingRules.endedAt),
    );
    const change = end ? { endedAt: acting.now } : checked.value;
    const [changed] = await tx
      .update(routingRules)
      .set({ ...change, version: expectedVersion + 1, ...changedBy(acting) })
      .where(present)
      .returning({ id: routingRules.id });
    if (!changed) return refuse('rule-has-moved');
    const action = end ? 'routing-rule.end' : 'routing-rule.change';
    await appendLog(tx, acting, { action, subject: { type: 'routing-rule', id }, details: { ...checked.value } });
    return ok(null);
  });
}

const changedBy = ({ actor, now }: RuleActing) => ({ changedAt: now, changedBy: actor?.personId ?? null });

async function check(db: Db, { actor }: RuleActing, input: RuleInput) {
  const name = input.name.trim();
  const way = routingWays.find((each): each is RoutingWay => each === input.way);
  if (actor !== null && !hasRole(actor, 'coordinator')) return refuse('role-required');
  if (!way) return refuse('request-not-understood');
  // A code that is nobody's would make a rule that never finds anybody, and nobody would notice.
  const codes = [...new Set(input.municipalityCodes)];
  const known = codes.length === 0 ? 0 : await db.$count(municipalities, inArray(municipalities.code, codes));
  if (known < codes.length) return refuse('municipality-unknown');
  const { position, mostOpen, toPerson } = input;
  const [gap] = listRuleGaps(input);
  if (gap) return refuse(gap.code);
  return ok({
    name,
    way,
    mostOpen,
    toPerson,
    position,
    sectionIds: [...input.sectionIds],
    municipalityCodes: codes,
  });
}
