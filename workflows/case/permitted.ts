import type { Refusal } from '../refusal';
import type { CaseSender } from './chart-words';
import { permissions } from './permissions';
import { getRule, type RuleName, type Situation } from './rules';

/** The role in which a person may send an event, if any of theirs will do. */
function isSender({ event }: Situation): boolean {
  const senders: readonly CaseSender[] = permissions[event.type].senders;
  return event.by === null ? senders.includes('portal') : event.by.roles.some((role) => senders.includes(role));
}

/** Whether the event's sender has a role for it and every rule holds. */
export function isPermitted(situation: Situation, furtherRules: readonly RuleName[]): boolean {
  return findRefusal(situation, furtherRules) === undefined;
}

/**
 * The refusal of the first rule that does not hold: the role, then the event's rules, then the state's.
 * @param isListing leave out rules about what comes with the event: nothing has come yet
 */
export function findRefusal(
  situation: Situation,
  furtherRules: readonly RuleName[],
  isListing = false,
): Refusal | undefined {
  if (!isSender(situation)) return { code: 'role-required' };
  const names = [...permissions[situation.event.type].rules, ...furtherRules];
  const failed = names.map(getRule).find((rule) => !(isListing && rule.isAboutPayload) && !rule.holds(situation));
  if (!failed) return undefined;
  const params = failed.params?.(situation);
  return params ? { code: failed.refusal, params } : { code: failed.refusal };
}

export function hasSender(situation: Situation): boolean {
  return isSender(situation);
}
