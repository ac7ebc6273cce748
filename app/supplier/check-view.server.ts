import { listNamesIn } from '~/db/answer-names';
import type { SupplierCase } from '~/db/cases/read';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { listNamesWithRole } from '~/db/supplier-people';
import type { Actor } from '~/workflows/actor';
import type { Text } from '~/workflows/words';
import type { CheckedQuestion } from './check-page';
import { declarationView } from './declaration-view.server';
import { evidenceViewOf } from './evidence-view';

/** Every question that is asked, with its answer, for the check before submission. */
export async function checkView(db: Db, actor: Actor, loaded: LoadedDeclaration, about: SupplierCase | undefined) {
  const open = loaded.instances.filter(({ key }) => loaded.completeness.open.has(key));
  const interfaces = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const evidenceCodes = [...loaded.evidence.values()].flat().flatMap(({ municipalityCode }) => municipalityCode ?? []);
  const values = open.map(({ key }) => loaded.answers.get(key)?.value ?? null);
  const nameOf = (id: string): Text => interfaces.get(id) ?? { da: id, en: id };
  const questionOf = ({ key, question, interfaceId }: (typeof open)[number]): CheckedQuestion => {
    const answer = loaded.answers.get(key);
    const { type, text, options, columns } = question;
    return {
      key,
      text,
      type,
      ...(options ? { options } : {}),
      ...(columns ? { columns } : {}),
      about: interfaceId === null ? null : { id: interfaceId, name: nameOf(interfaceId) },
      value: answer?.value ?? null,
      justification: answer?.justification ?? null,
      evidence: (loaded.evidence.get(key) ?? []).map(evidenceViewOf),
    };
  };
  return {
    declaration: await declarationView(db, actor, loaded, about),
    sections: loaded.completeness.sections.map(({ sectionId }) => ({
      id: sectionId,
      title: loaded.questionnaire.definition.sections.find(({ id }) => id === sectionId)?.title ?? nameOf(sectionId),
      questions: open.filter((instance) => instance.sectionId === sectionId).map(questionOf),
    })),
    scope: loaded.scope.map(({ interfaceId, isIncluded, isProposed, reason }) => ({
      id: interfaceId,
      name: nameOf(interfaceId),
      isIncluded,
      isProposed,
      reason,
    })),
    names: await listNamesIn(db, [...values, evidenceCodes]),
    evidenceTypes: Object.fromEntries(loaded.questionnaire.definition.evidenceTypes.map(({ id, text }) => [id, text])),
    signatories: await listNamesWithRole(db, loaded.supplier.id, 'signatory'),
  };
}
export type CheckView = Awaited<ReturnType<typeof checkView>>;
