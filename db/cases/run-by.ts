import { type SQL, sql } from 'drizzle-orm';
import { cases, municipalities, submissionAnswers } from '../schema';

/**
 * The municipalities that the case's present submission names: where the supplier says that the product runs. A table
 * expression with the column `code`, once per municipality and answer, for queries from `cases`.
 */
export function countedMunicipalities(): SQL {
  return sql`(select known.code from ${submissionAnswers} as given
    cross join lateral jsonb_array_elements_text(
      case when jsonb_typeof(given.value) = 'array' then given.value else '[]' end) as named(code)
    join ${municipalities} as known on known.code = named.code
    where given.submission_id = ${cases.currentSubmissionId} and jsonb_typeof(given.value) = 'array')`;
}
