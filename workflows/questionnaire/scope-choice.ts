import { noteProblem } from '../note';
import type { Catalogue } from './instances';

/** What is wrong with the choice about one interface; app/i18n/supplier.ts has a sentence for each. */
export const scopeProblems = [
  'reason-to-remove',
  'reason-to-add',
  'demanded',
  'unknown-interface',
  'too-long',
  'control-characters',
] as const;
export type ScopeProblem = (typeof scopeProblems)[number];

/** The longest reason, in characters. */
export const scopeReasonLimit = 1_000;

/** What is already known of an interface in a declaration's scope. */
export interface PresentScope {
  interfaceId: string;
  isProposed: boolean;
  isIncluded: boolean;
  reason: string | null;
  isDemanded: boolean;
}

/** What a supplier chose about one interface. */
export interface ScopeChoice {
  interfaceId: string;
  isIncluded: boolean;
  reason: string;
}

export interface ScopeChange {
  interfaceId: string;
  isProposed: boolean;
  from: { isIncluded: boolean; reason: string | null };
  to: { isIncluded: boolean; reason: string | null };
}

/**
 * Decides what a supplier's choice changes. Taking a proposed interface out, or another one in, needs a reason; what
 * a reviewer demanded stays, and needs none. Interfaces that the choice does not mention stay as they are.
 * @returns the changes, or what is wrong, by interface
 */
export function decideScope(
  present: readonly PresentScope[],
  choices: readonly ScopeChoice[],
  catalogue: Catalogue,
): { ok: true; changes: ScopeChange[] } | { ok: false; problems: Map<string, ScopeProblem> } {
  const known = new Map(present.map((entry) => [entry.interfaceId, entry]));
  const problems = new Map<string, ScopeProblem>();
  const changes: ScopeChange[] = [];
  for (const choice of choices) {
    const { interfaceId, isIncluded } = choice;
    const entry = known.get(interfaceId) ?? notInScope(interfaceId);
    const needsReason = isIncluded !== entry.isProposed && !entry.isDemanded;
    const reason = needsReason ? choice.reason.trim() : '';
    const problem = problemWith(choice, entry, needsReason, reason, catalogue);
    if (problem) problems.set(interfaceId, problem);
    const to = { isIncluded, reason: reason || null };
    if (entry.isIncluded === isIncluded && entry.reason === to.reason) continue;
    const from = { isIncluded: entry.isIncluded, reason: entry.reason };
    changes.push({ interfaceId, isProposed: entry.isProposed, from, to });
  }
  return problems.size > 0 ? { ok: false, problems } : { ok: true, changes };
}

function problemWith(
  { interfaceId, isIncluded }: ScopeChoice,
  entry: PresentScope,
  needsReason: boolean,
  reason: string,
  catalogue: Catalogue,
): ScopeProblem | null {
  if (!catalogue.has(interfaceId) && isIncluded && !entry.isIncluded) return 'unknown-interface';
  if (entry.isDemanded && !isIncluded) return 'demanded';
  const problem = noteProblem(reason, scopeReasonLimit);
  if (problem) return problem.code === 'note-too-long' ? 'too-long' : 'control-characters';
  if (!needsReason || reason !== '') return null;
  return isIncluded ? 'reason-to-add' : 'reason-to-remove';
}

function notInScope(interfaceId: string): PresentScope {
  return { interfaceId, isProposed: false, isIncluded: false, reason: null, isDemanded: false };
}
