import type { ShownDispute } from '~/app/components/public/disputes';
import type { Db } from '~/db/client';
import { loadAttestedPeriods, provenOn } from '~/db/published/attestations';
import { listDisputesOf } from '~/db/published/disputes';
import { type CitedPublication, listInterfacesEver, listPublicationsInFull } from '~/db/published/publications';
import { copenhagenDay } from '~/workflows/day';
import { type AnswerStage, historyOfAnswer } from '~/workflows/publication-changes';
import { publishedRowsOf } from '~/workflows/published-rows';
import { entryOf, expiredOf, headingOf, labelsOf, loadNames, productOf } from './publications-page.server';

/**
 * What each publication of a product said in one answer, latest first, and what is disputed about it. It may be read
 * where the publications may.
 * @param key the answer's
 * @returns undefined where no publication that can be read has such an answer
 */
export async function loadAnswerHistory(db: Db, slug: string, { key, today }: { key: string; today: string }) {
  const publications = await listPublicationsInFull(db, slug, today);
  const current = publications.at(-1);
  const stages = historyOfAnswer(
    publications.map(({ document }) => document),
    key,
  );
  const answers = stages.flatMap(({ answer }) => answer ?? []);
  const latest = answers.at(-1);
  if (!current || !latest) return undefined;
  const isPresent = current.document.answers.some((answer) => answer.key === key);
  const [ever, names, periodsOf, disputes] = await Promise.all([
    listInterfacesEver(db),
    loadNames(db, answers),
    loadAttestedPeriods(db, [slug]),
    // As on the product's page: what is said of an answer that is not public is not public either.
    isPresent ? listDisputesOf(db, slug, key) : [],
  ]);
  const supportIn = ({ document, publishedAt }: CitedPublication) => {
    const { support } = publishedRowsOf(document, { ...ever, kle: [] });
    const row = support.find(({ interfaceId }) => interfaceId === latest.interfaceId);
    if (!row) return null;
    const evidence = row.answers.flatMap((each) => each.evidence);
    const proof = { level: row.level, evidence, attestations: periodsOf(slug, row.interfaceId) };
    return { level: row.level, plannedOn: row.plannedOn, ...provenOn(proof, copenhagenDay(publishedAt)) };
  };
  const heading = headingOf(latest, labelsOf(ever.interfaces));
  return {
    ...heading,
    interfaceId: latest.interfaceId,
    product: productOf(current),
    expired: expiredOf(current),
    isPresent,
    stages: [...stages].reverse().flatMap((stage) => {
      const publication = publications.find(({ number }) => number === stage.number);
      return publication ? [{ ...shownStage(stage), ...entryOf(publication), support: supportIn(publication) }] : [];
    }),
    disputes: disputes.map((dispute): ShownDispute => ({ ...dispute, question: latest.text })),
    names,
  };
}

/** Of two publications that say the same one alone is told in full. */
function shownStage({ step, answer, before }: AnswerStage) {
  return { step, answer, before: step === 'changed' ? before : null };
}

export type AnswerHistory = NonNullable<Awaited<ReturnType<typeof loadAnswerHistory>>>;
