/** The parts of a rule that somebody types. */
export interface TypedRule {
  name: string;
  /** Not a number where something else was typed. */
  position: number;
  mostOpen: number | null;
}

export type RuleGap = { field: keyof TypedRule; code: 'rule-name-needed' | 'rule-position-wrong' | 'rule-limit-wrong' };

export const ruleNameLimit = 120;

/** Everything that has to be corrected in a rule, in the order of its form. */
export function listRuleGaps({ name, position, mostOpen }: TypedRule): RuleGap[] {
  const isName = name.trim() !== '' && name.trim().length <= ruleNameLimit;
  const isPosition = Number.isInteger(position) && Math.abs(position) <= 10_000;
  const isLimit = mostOpen === null || (Number.isInteger(mostOpen) && mostOpen > 0 && mostOpen < 100_000);
  return [
    ...(isName ? [] : [{ field: 'name' as const, code: 'rule-name-needed' as const }]),
    ...(isPosition ? [] : [{ field: 'position' as const, code: 'rule-position-wrong' as const }]),
    ...(isLimit ? [] : [{ field: 'mostOpen' as const, code: 'rule-limit-wrong' as const }]),
  ];
}
