import { numberFrom } from './seed';

const weights = [2, 7, 6, 5, 4, 3, 2, 1] as const;

/**
 * Whether a CVR number can have been given to anybody: its weighted sum divides by 11.
 * Source: Erhvervsstyrelsen's check of CVR numbers (modulus 11).
 */
export function passesModulus11(cvr: string): boolean {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(cvr[index]), 0);
  return sum % 11 === 0;
}

/** A CVR number for a fictional company: eight digits that fail modulus 11, so that nobody can ever have it. */
export function fictionalCvr(companyName: string): string {
  let number = 10_000_000 + numberFrom(`cvr ${companyName}`, 80_000_000);
  while (passesModulus11(String(number))) number += 1;
  return String(number);
}
