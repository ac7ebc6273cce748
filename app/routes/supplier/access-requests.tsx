import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerRequest, loadRequests } from '~/app/access/access-view.server';
import { RequestList } from '~/app/access/request-list';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { Alert, ErrorSummary, PageHeading } from '~/app/components';
import { accessWorkTexts } from '~/app/i18n/access';
import { languageOf } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(accessWorkTexts, language)('supplierTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { supplierId } = await requireSupplierRole(request, context, 'supplier-admin');
  return {
    requests: await loadRequests(context.db, supplierId),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context, 'supplier-admin');
  const typed = textsOf(await readForm(request));
  return answerRequest(context, actor, typed, paths(languageOf(request)).supplier.accessRequests({ done: true }));
}

export default function AccessRequests() {
  const { requests, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts(accessWorkTexts);
  const sentence = useRefusal();
  const to = usePaths();
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: null, message: sentence(refused.refusal) }]} />}
      {isDone && !refused && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading lead={t('supplierLead')}>{t('supplierTitle')}</PageHeading>
      <h2 className="sr-only">{t('requests')}</h2>
      <RequestList
        requests={requests}
        side="supplier"
        action={to.supplier.accessRequests()}
        mayAnswer
        typed={refused?.typed ?? {}}
      />
    </>
  );
}
