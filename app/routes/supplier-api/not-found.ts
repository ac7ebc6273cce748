import { SupplierProblem } from '~/app/supplier-api/problem';

const answer = (): Response =>
  new SupplierProblem(
    404,
    'Not found',
    'The API has no such address; /api/v1/openapi.json lists them all.',
  ).toResponse();

export const loader = answer;
export const action = answer;
