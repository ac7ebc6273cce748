import { jsonAnswer, refuseToWrite, supplierApi } from '~/app/api/supplier/answer.server';
import { questionsOf, requireOwnDeclaration } from '~/app/api/supplier/own-declaration.server';

/** The questions that are asked now, and what is missing at each. */
export const loader = supplierApi('declarations:read', async (asked) =>
  jsonAnswer(JSON.stringify({ data: questionsOf(await requireOwnDeclaration(asked)), next: null })),
);

export const action = refuseToWrite;
