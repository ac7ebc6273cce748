import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { pageOf } from '~/app/api/pages';
import { interfaceSummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { listInterfaceGroups, listInterfaces } from '~/db/catalogue';
import { countLevelsByInterface, noCounts } from '~/db/published/interfaces';

export const loader = apiLoader(async ({ request, context }) => {
  const { publicDb: db } = context;
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const [listed, groups, counts] = await Promise.all([
    listInterfaces(db),
    listInterfaceGroups(db),
    countLevelsByInterface(db),
  ]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const shaping = await loadShaping(context);
  const { items, next } = pageOf(listed, search, ({ id }) => id);
  const data = items.map((entry) =>
    interfaceSummaryShape(entry, {
      ...shaping,
      groupName: names.get(entry.groupId) ?? { da: entry.groupId, en: entry.groupId },
      levels: counts.get(entry.id) ?? noCounts,
    }),
  );
  return { data, next };
}, tableOf('interfaces'));

export const action = refuseToChange;
