import { findCaseFor } from '~/db/cases/read';
import { addRoutingRule } from '~/db/routing-rules';
import type { Place } from './cast';
import { places } from './cast';
import { Clock } from './clock';
import type { Desk, Life } from './life';
import { must } from './must';
import type { Story } from './timeline';

/** Before the case that it sends on its way (see the course of MarskAffald), after all others that it would. */
const ruleDaysAgo = 9;

/** One municipality knows the classification best, so what declares its interfaces goes there by itself. */
export async function* addRule({ db, now, coordinator }: Desk): Story {
  const at = new Clock(now, 'routing').at(ruleDaysAgo);
  yield at;
  const rule = {
    name: 'Klassifikation til Frederikshavn',
    position: 1,
    sectionIds: ['klassifikation'],
    municipalityCodes: [places.c],
    way: 'least-loaded',
    mostOpen: null,
    toPerson: true,
  };
  must(await addRoutingRule(db, { actor: coordinator, now: at }, rule), 'the routing rule');
}

/** @throws where no rule has sent the case there */
export async function takeRouted({ db, coordinator }: Desk, life: Life, to: Place): Promise<void> {
  const row = await findCaseFor(db, coordinator, life.caseId);
  if (row?.municipalityCode !== places[to]) throw new Error(`No rule has sent ${life.product.name} to ${places[to]}.`);
  life.place = to;
  life.caseVersion = row.version;
}
