import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { pageOf } from '~/app/api/pages';
import { interfaceGroupSummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { loadReadiness } from '~/app/published/readiness.server';
import { countGroupSupporters } from '~/db/published/groups';

export const loader = apiLoader(async ({ request, context }) => {
  const { publicDb: db } = context;
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const [groups, supporters, shaping] = await Promise.all([
    loadReadiness(db),
    countGroupSupporters(db),
    loadShaping(context),
  ]);
  const { items, next } = pageOf(groups, search, ({ id }) => id);
  const data = items.map((group) => interfaceGroupSummaryShape(group, supporters.get(group.id) ?? 0, shaping));
  return { data, next };
}, tableOf('interface-groups'));

export const action = refuseToChange;
