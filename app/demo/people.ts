import type { Database } from '~/db/client';
import { addPerson, findPersonByEmail } from '~/db/people';
import { createSupplier, listSuppliers } from '~/db/suppliers';
import type { Actor } from '~/workflows/actor';
import { auditor, type Character, coordinator, everyReviewer } from './cast';
import { fictionalCvr } from './fictional-cvr';
import { market } from './market';
import { must } from './must';
import type { DemoSupplier } from './profile';

/** Who writes and who signs for a supplier. */
export function staffOf(supplier: DemoSupplier): { editor: Character; signatory: Character } {
  const cvr = fictionalCvr(supplier.name);
  const at = (name: string): string => `${mailName(name)}@${supplier.domain}.example`;
  const { editor, signatory, subjects = {} } = supplier;
  return {
    editor: {
      name: editor,
      email: at(editor),
      roles: ['editor'],
      cvr,
      ...(subjects.editor ? { subject: subjects.editor } : {}),
    },
    signatory: {
      name: signatory,
      email: at(signatory),
      roles: ['signatory', 'supplier-admin'],
      cvr,
      ...(subjects.signatory ? { subject: subjects.signatory } : {}),
    },
  };
}

/** `Søren Ågård` as `soeren.aagaard`. */
export function mailName(name: string): string {
  const plain = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
  return plain.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '.');
}

/**
 * Makes the people whom the demo's sign-in page offers, with the two suppliers that some of them act for, and nothing
 * else. Who is there already is left alone.
 * @param now when they came
 */
export async function ensureDemoPeople(db: Database, now: Date): Promise<void> {
  for (const supplier of market.filter(({ subjects }) => subjects)) {
    await ensureSupplier(db, now, supplier);
    const { editor, signatory } = staffOf(supplier);
    for (const character of [editor, signatory].filter(({ subject }) => subject)) {
      await ensureActor(db, now, character);
    }
  }
  const offered = [...everyReviewer, coordinator, auditor].filter(({ subject }) => subject);
  for (const character of offered) await ensureActor(db, now, character);
}

export async function ensureSupplier(db: Database, now: Date, supplier: DemoSupplier): Promise<void> {
  const cvr = fictionalCvr(supplier.name);
  const known = await listSuppliers(db);
  if (known.some((each) => each.cvr === cvr)) return;
  const { name, domain } = supplier;
  must(
    await createSupplier(db, { actor: null, now }, { cvr, name, website: `https://${domain}.example`, isDemo: true }),
  );
}

/** @returns the character as somebody who can act; their supplier must be there */
export async function ensureActor(db: Database, now: Date, character: Character): Promise<Actor> {
  const { name, email, roles, cvr, municipalityCode = null, subject } = character;
  const supplier = cvr === undefined ? undefined : (await listSuppliers(db)).find((each) => each.cvr === cvr);
  const supplierId = supplier?.id ?? null;
  const known = await findPersonByEmail(db, email);
  const person =
    known ??
    must(
      await addPerson(
        db,
        { actor: null, now },
        {
          name,
          email,
          identities: subject ? [{ provider: 'demo', subject }] : [],
          memberships: roles.map((role) => ({ role, supplierId, municipalityCode })),
        },
      ),
    );
  return { personId: person.id, name: person.name, roles, supplierId, municipalityCode };
}
