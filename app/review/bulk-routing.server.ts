import type { PortalContext } from '~/app/context.server';
import { listCaseNumbers } from '~/db/cases/case-numbers';
import type { RoutedResult } from '~/db/cases/routing';
import type { RoutedCases } from './routed-alert';

export interface ChosenCase {
  caseId: string;
  version: number;
  /** Empty where the form names it for all. */
  municipalityCode: string;
}

/** The ticked boxes of a form: `<case>:<version>` or `<case>:<version>:<municipality>`; what no page sent is left out. */
export function readChosenCases(form: FormData): ChosenCase[] {
  return form.getAll('case').flatMap((value) => {
    const [caseId = '', version = '', municipalityCode = ''] = String(value).split(':');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(caseId) || !/^\d{1,9}$/.test(version)) return [];
    return [{ caseId, version: Number(version), municipalityCode }];
  });
}

/** Results with the numbers that people know cases by. */
export async function tellRouted({ db }: PortalContext, results: readonly RoutedResult[]): Promise<RoutedCases> {
  const refused = results.flatMap(({ caseId, refusal }) => (refusal ? [{ caseId, refusal }] : []));
  const numbers = await listCaseNumbers(
    db,
    refused.map(({ caseId }) => caseId),
  );
  return {
    routed: results.length - refused.length,
    refused: refused.map((each) => ({ ...each, number: numbers.get(each.caseId) ?? '–' })),
  };
}
