import { jsonAnswer, refuseToWrite, supplierApi } from '~/app/supplier-api/answer.server';
import { questionsOf, requireOwnDeclaration } from '~/app/supplier-api/own-declaration.server';

/** The questions that are asked now, and what is missing at each. */
export const loader = supplierApi('declarations:read', async (asked) =>
  jsonAnswer(JSON.stringify({ data: questionsOf(await requireOwnDeclaration(asked)), next: null })),
);

export const action = refuseToWrite;
