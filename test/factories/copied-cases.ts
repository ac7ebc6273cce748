import { sql } from 'drizzle-orm';
import type { Database } from '~/db/client';
import { CaseWalk } from './reviewed-case';

/** So that copies that are made later have other numbers and names. */
let before = 0;

/**
 * Copies of a case that is not decided yet with all that belongs to it (product, declaration, answers, submission,
 * verdicts, sections), as rows: many cases at the same point for the price of one. Only what happens to them afterwards
 * is under test.
 */
export async function copyCase(walk: CaseWalk, count: number): Promise<CaseWalk[]> {
  const { world, declarationId, caseId, now } = walk;
  const { currentSubmissionId } = await walk.row();
  const first = before + 1;
  before += count;
  const made = await world.db.transaction(async (tx) => {
    // Ten thousand copies take longer than any page may.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`
      create temporary table copies on commit drop as
      select n, gen_random_uuid() as product, gen_random_uuid() as declaration, gen_random_uuid() as "case",
        gen_random_uuid() as submission
      from generate_series(${first}::int, ${first + count - 1}::int) as n`);
    const copy = (table: string, changes: string, where: string) =>
      tx.execute(
        sql.raw(`
        insert into ${table}
        select (jsonb_populate_record(o, jsonb_build_object(${changes}))).*
        from ${table} o cross join copies c where ${where}`),
      );
    const ofCase = `o.case_id = '${caseId}'`;
    const ofDeclaration = `o.declaration_id = '${declarationId}'`;
    const submission = currentSubmissionId === null ? 'null' : `'${currentSubmissionId}'`;
    const ofSubmission = `o.submission_id = ${submission}`;
    await copy(
      'products',
      `'id', c.product, 'slug', o.slug || '-' || c.n, 'name', o.name || ' ' || c.n`,
      `o.id = (select product_id from declarations where id = '${declarationId}')`,
    );
    await copy('declarations', `'id', c.declaration, 'product_id', c.product`, `o.id = '${declarationId}'`);
    await copy(
      'cases',
      `'id', c."case", 'number', '2026-' || (100000 + c.n), 'product_id', c.product, 'declaration_id', c.declaration,
       'current_submission_id', case when o.current_submission_id is not null then c.submission end,
       'snapshot', case when o.current_submission_id is null then o.snapshot
         else jsonb_set(o.snapshot, '{context,submissionId}', to_jsonb(c.submission)) end`,
      `o.id = '${caseId}'`,
    );
    await copy('answers', `'declaration_id', c.declaration`, ofDeclaration);
    await copy(
      'submissions',
      `'id', c.submission, 'case_id', c."case", 'declaration_id', c.declaration`,
      `o.id = ${submission}`,
    );
    await copy('submission_answers', `'submission_id', c.submission`, ofSubmission);
    await copy(
      'verdicts',
      `'id', gen_random_uuid(), 'case_id', c."case", 'submission_id', c.submission, 'declaration_id', c.declaration`,
      ofSubmission,
    );
    await copy('case_sections', `'case_id', c."case"`, ofCase);
    return listCopies(tx);
  });
  return made.map((ids) => CaseWalk.of(world, ids, now));
}

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

async function listCopies(tx: Tx): Promise<{ caseId: string; declarationId: string }[]> {
  const rows = await tx.execute<{ caseId: string; declarationId: string }>(
    sql`select "case" as "caseId", declaration as "declarationId" from copies order by n`,
  );
  return [...rows];
}
