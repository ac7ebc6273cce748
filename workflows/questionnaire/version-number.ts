/** @returns less than 0 when `a` is the older one: 1.9 comes before 1.10 */
export function compareVersionNumbers(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
