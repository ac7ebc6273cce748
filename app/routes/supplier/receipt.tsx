import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { Alert, ButtonGroup, ButtonLink, Definition, PageHeading, Time } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { supplierTexts } from '~/app/i18n/supplier';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { findReceipt } from '~/db/receipts';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(submissionTexts, language)('receiptTitle'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.receipt.productName, href: paths.supplier.declaration(data.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : 0;
  const receipt = await findReceipt(context.db, loaded.declaration.id, number);
  if (!receipt) throw notFound();
  return {
    declarationId: loaded.declaration.id,
    receipt: { ...receipt, submittedAt: receipt.submittedAt.toISOString() },
  };
}

/** Proof of submission, made from what was frozen: the same whenever it is opened. */
export default function ReceiptPage() {
  const { declarationId, receipt } = useLoaderData<typeof loader>();
  const t = useTexts(submissionTexts);
  const paths = usePaths();
  return (
    <>
      <PageHeading caption={receipt.productName} lead={t('receiptLead')}>
        {t('receiptDone')}
      </PageHeading>
      <Alert kind="success" heading={`${t('receiptCase')} ${receipt.caseNumber}`}>
        <p>
          {t('receiptTime')} <Time value={receipt.submittedAt} />
        </p>
      </Alert>
      <ReceiptFacts />
      <section>
        <h2>{t('nextHeading')}</h2>
        <ol>
          <li>{t('nextScreening')}</li>
          <li>{t('nextReview')}</li>
          <li>{t('nextDecision')}</li>
        </ol>
        <p>{t('nextYou')}</p>
      </section>
      <ButtonGroup className="sd-no-print">
        <ButtonLink href={paths.supplier.declaration(declarationId)}>{t('followCase')}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.supplier.home()}>
          {t('toHome')}
        </ButtonLink>
      </ButtonGroup>
      <p className="sd-small sd-muted sd-no-print">{t('printHint')}</p>
    </>
  );
}

function ReceiptFacts() {
  const { receipt } = useLoaderData<typeof loader>();
  const t = useTexts(submissionTexts);
  const format = useFormat();
  const { questionnaire } = receipt;
  return (
    <Definition
      compact
      items={[
        { id: 'product', term: t('receiptProduct'), description: receipt.productName },
        { id: 'supplier', term: t('receiptSupplier'), description: receipt.supplierName },
        { id: 'number', term: t('receiptNumber'), description: String(receipt.number) },
        { id: 'by', term: t('receiptBy'), description: receipt.submittedBy },
        { id: 'answers', term: t('receiptAnswers'), description: format.number(receipt.answers) },
        { id: 'interfaces', term: t('receiptInterfaces'), description: format.number(receipt.interfaces) },
        {
          id: 'questionnaire',
          term: t('receiptQuestionnaire'),
          description: `${questionnaire.slug} ${questionnaire.version}`,
        },
        { id: 'hash', term: t('receiptHash'), description: <code className="sd-break">{receipt.hash}</code> },
      ]}
    />
  );
}
