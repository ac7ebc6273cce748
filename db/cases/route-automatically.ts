import type { Transaction } from '../client';
import { appendLog } from '../log';
import { getPortalSettings } from '../portal-settings';
import { lockCase } from './case-row';
import { loadFacts } from './load-facts';
import type { CaseActing } from './move-case';
import { moveCase } from './move-case';
import { keepRouting, planRoutings } from './routing';

/**
 * Routes a case that has just been submitted by the first rule that finds somebody, in the submission's own transaction:
 * whoever submits twice at once submits once, so it is routed once. Where no rule finds anybody, where the coordinator
 * has switched it off and where the case was routed before, it stays as it is.
 */
export async function routeAutomatically(tx: Transaction, caseId: string, now: Date): Promise<void> {
  if (!(await getPortalSettings(tx)).isRoutingAutomatic) return;
  const [planned] = await planRoutings(tx, now, [caseId]);
  const row = planned?.routing && (await lockCase(tx, caseId));
  if (!planned?.routing || !row) return;
  const { routing } = planned;
  const { municipalityCode } = routing;
  const personId = routing.personId ?? undefined;
  const portal: CaseActing = { actor: null, now };
  const facts = await loadFacts(tx, { row, actor: null, municipalityCode, assigneeId: personId });
  const request = { type: 'route' as const, municipalityCode, note: '', ...(personId ? { personId } : {}) };
  const moved = await moveCase(tx, { row, acting: portal, request, facts });
  // The plan has looked at all that the machine asks for; should they ever differ, the coordinator has the case.
  if (!moved.ok) return;
  await keepRouting(tx, { caseId, routing, isAutomatic: true, now });
  const { entry } = moved.value;
  await appendLog(tx, portal, { ...entry, details: { ...entry.details, rule: routing.ruleName } });
}
