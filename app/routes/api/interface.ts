import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { forecastShape } from '~/app/api/forecast-shape.server';
import { ApiProblem } from '~/app/api/problem';
import { interfaceSummaryShape, interfaceSupportShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { findInterface, listInterfaceGroups } from '~/db/catalogue';
import { countLevels, listSupporters } from '~/db/published/interfaces';
import { copenhagenDay } from '~/workflows/day';
import { countReady } from '~/workflows/published-rows';

export const loader = apiLoader(
  async ({ params, context }) => {
    const { publicDb: db, now } = context;
    const entry = await findInterface(db, params.id ?? '');
    if (!entry) throw ApiProblem.notFound();
    const [groups, supporters] = await Promise.all([
      listInterfaceGroups(db),
      listSupporters(db, entry.id, copenhagenDay(now())),
    ]);
    const shaping = await loadShaping(context);
    const groupName = groups.find(({ id }) => id === entry.groupId)?.name ?? { da: entry.groupId, en: entry.groupId };
    return {
      data: {
        ...interfaceSummaryShape(entry, { ...shaping, groupName, levels: countLevels(supporters) }),
        support: supporters.map((supporter) => interfaceSupportShape(supporter, shaping)),
      },
      ...(await forecastShape(context, { interfaceId: entry.id }, countReady(supporters))),
    };
  },
  tableOf('interface', 'support'),
);

export const action = refuseToChange;
