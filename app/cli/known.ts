import { and, eq } from 'drizzle-orm';
import type { Db } from '~/db/client';
import { isUuid, mainQuestionnaire } from '~/db/declarations';
import { OperatorProblem } from '~/db/operator-problem';
import { findPersonByEmail, type Person } from '~/db/people';
import { findProductByRef, findSupplierByRef } from '~/db/registry/facts';
import { declarations, interfaces, municipalities } from '~/db/schema';

/** What commands name, looked up; each throws an OperatorProblem `unknown-…` that says which is not there. */

/** @param cvr or its address name */
export async function supplierIdOf(db: Db, cvr: string): Promise<string> {
  const supplier = await findSupplierByRef(db, cvr);
  return (supplier ?? unknown('supplier', cvr, `No supplier has the CVR number ${cvr}.`)).id;
}

export async function productIdOf(db: Db, slug: string): Promise<string> {
  const product = await findProductByRef(db, slug);
  return (product ?? unknown('product', slug, `No product has the address name ${slug}.`)).id;
}

export async function declarationIdOf(db: Db, slug: string): Promise<string> {
  const productId = await productIdOf(db, slug);
  const [found] = await db
    .select({ id: declarations.id })
    .from(declarations)
    .where(and(eq(declarations.productId, productId), eq(declarations.questionnaireSlug, mainQuestionnaire)));
  return (found ?? unknown('declaration', slug, `${slug} has no declaration.`)).id;
}

export async function personOf(db: Db, email: string): Promise<Person> {
  const person = await findPersonByEmail(db, email);
  return person ?? unknown('person', email, `Nobody has the e-mail ${email}.`);
}

export async function municipalityCodeOf(db: Db, code: string): Promise<string> {
  const [found] = await db
    .select({ code: municipalities.code })
    .from(municipalities)
    .where(eq(municipalities.code, code));
  return (found ?? unknown('municipality', code, `No municipality has the code ${code}.`)).code;
}

export async function interfaceIdOf(db: Db, id: string): Promise<string> {
  const [found] = await db.select({ id: interfaces.id }).from(interfaces).where(eq(interfaces.id, id));
  return (found ?? unknown('interface', id, `There is no interface ${id} in the catalogue.`)).id;
}

/** One of a list, by its id. @param what as the message and the code name it, e.g. `transfer` */
export function oneOf<T extends { id: string }>(all: readonly T[], id: string, what: string): T {
  return all.find((each) => each.id === id) ?? unknown(what, id, `There is no ${what} ${id}.`);
}

/** The id as it was given. @throws OperatorProblem for what no id looks like, before the database is asked */
export function idOf(id: string, what: string): string {
  return isUuid(id) ? id : unknown(what, id, `There is no ${what} ${id}.`);
}

export function unknown(what: string, named: string, message: string): never {
  throw new OperatorProblem(message, `unknown-${what}`, { [what]: named });
}
