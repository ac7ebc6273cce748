import { apiLoader, jsonResponse, refuseToChange } from '~/app/api/answer.server';
import { describeApi } from '~/app/api/openapi';

/** A description, not data: its licence stands in `info`. */
export const loader = apiLoader(async ({ context }) => jsonResponse(describeApi(context.config)));

export const action = refuseToChange;
