import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { describeApi } from '~/app/api/openapi';

export const loader = apiLoader(async ({ context }) => describeApi(context.config.publicUrl));

export const action = refuseToChange;
