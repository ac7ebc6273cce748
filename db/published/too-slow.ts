/** Whether the database gave up a statement because it took too long (SQLSTATE 57014). @param error what was thrown */
export function isTooSlow(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '57014') return true;
  }
  return false;
}
