import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { interfaceGroupShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { loadInterfaceGroup } from '~/app/published/interface-group-page.server';

export const loader = apiLoader(
  async ({ params, context }) => {
    const group = await loadInterfaceGroup(context, params.id ?? '');
    if (!group) throw ApiProblem.notFound();
    return { data: interfaceGroupShape(group, await loadShaping(context)) };
  },
  tableOf('interface-group', 'products'),
);

export const action = refuseToChange;
