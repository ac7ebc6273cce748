import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { forecastShape } from '~/app/api/forecast-shape.server';
import { ApiProblem } from '~/app/api/problem';
import { interfaceGroupShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { loadInterfaceGroup } from '~/app/published/interface-group-page.server';

export const loader = apiLoader(
  async ({ params, context }) => {
    const group = await loadInterfaceGroup(context, params.id ?? '');
    if (!group) throw ApiProblem.notFound();
    const { in_production: inProduction, ready } = group.group.levels;
    const forecast = await forecastShape(context, { groupId: group.group.id }, inProduction + ready);
    return { data: interfaceGroupShape(group, await loadShaping(context)), ...forecast };
  },
  tableOf('interface-group', 'products'),
);

export const action = refuseToChange;
