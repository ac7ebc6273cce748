import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import { attestationTexts } from '~/app/i18n/attestations';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { AttestationsPage } from '~/app/review/attestations-page';
import { loadAttestations, readAct } from '~/app/review/attestations-view.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { statusOf, textsOf, versionOf } from '~/app/review/refused.server';
import { attest, changeAttestation } from '~/db/attestations';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(attestationTexts, language)('title'),
  breadcrumbs: (args) => reviewCrumbs(args),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  return loadAttestations(request, context, await requireReviewer(request, context));
}

/** Gives (`act=give`), renews, withdraws, names or unnames an attestation of the municipality. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context);
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const act = readAct(typed.act);
  if (!act) return data({ refusal: { code: 'request-not-understood' }, typed }, 400);
  const { product: slug = '', interface: interfaceId = '', sinceOn = '', isNamed, id = '' } = typed;
  const done =
    act === 'give'
      ? await attest(context.db, acting, { slug, interfaceId, sinceOn, isNamed: isNamed === 'yes' })
      : await changeAttestation(context.db, acting, { id, expectedVersion: versionOf(typed), change: act });
  if (done.ok)
    return redirect(
      paths(languageOf(request)).review.attestations({ done: act, ...(act === 'give' ? { product: slug } : {}) }),
      303,
    );
  if (done.refusal.code === 'not-found') throw notFound();
  return data({ refusal: done.refusal, typed }, statusOf(done.refusal));
}

export default function Attestations() {
  return <AttestationsPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
