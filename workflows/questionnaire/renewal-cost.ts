/** What a new version costs the suppliers who have answered the one before. Numbers of answers, but for `declarations`. */
export interface RenewalCost {
  declarations: number;
  /** All of the next three. */
  answers: number;
  carried: number;
  toConfirm: number;
  toAnswer: number;
  dropped: number;
}

/** @returns whole percentages of the answers that together are 100 (largest remainder); all 0 where there are none */
export function sharesOf({ answers, carried, toConfirm, toAnswer }: RenewalCost): {
  carried: number;
  toConfirm: number;
  toAnswer: number;
} {
  const exact = [carried, toConfirm, toAnswer].map((part) => (answers === 0 ? 0 : (part * 100) / answers));
  const shares = exact.map(Math.floor);
  const order = [0, 1, 2].sort((a, b) => remainder(exact[b]) - remainder(exact[a]));
  const left = answers === 0 ? 0 : 100 - shares.reduce((sum, share) => sum + share, 0);
  for (const place of order.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  const [first = 0, second = 0, third = 0] = shares;
  return { carried: first, toConfirm: second, toAnswer: third };
}

function remainder(share = 0): number {
  return share - Math.floor(share);
}
