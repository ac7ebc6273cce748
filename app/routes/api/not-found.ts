import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';

export const loader = apiLoader(() => {
  throw new ApiProblem(404, 'Not found', 'The API has no such address; /api/v1/openapi.json lists them all.');
});

export const action = refuseToChange;
