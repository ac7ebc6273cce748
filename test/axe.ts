import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page that is open, a line each: the rule and the first three places.
 * @param tags only rules with one of these; all of axe's without
 */
export async function axeFaults(page: Page, tags?: string[]): Promise<string[]> {
  // What passed is not wanted, and no page has frames of others, for which alone axe would open a tab at each look; to do
  // without both makes a look two to three times as quick.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (tags ? axe.withTags(tags) : axe).analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target);
    return `${id}: ${places.join(', ')}`;
  });
}
