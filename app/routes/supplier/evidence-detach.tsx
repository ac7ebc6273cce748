import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { Button, ButtonGroup, ButtonLink, PageHeading } from '~/app/components';
import { commonTexts } from '~/app/i18n/common';
import { languageOf, useText } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { refusedResponse, requireDeclaration } from '~/app/supplier/declaration.server';
import { findInstance } from '~/app/supplier/evidence-view.server';
import { detachEvidence } from '~/db/attached-evidence';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(evidenceTexts, language)('detachTitle'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.productName, href: paths.supplier.declaration(data.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { loaded } = await requireDeclaration(request, context, params.declaration);
  const instance = findInstance(loaded, new URL(request.url).searchParams.get('question'));
  const item = instance && loaded.evidence.get(instance.key)?.find(({ id }) => id === params.evidence);
  if (!instance || !item) throw notFound();
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    sectionId: instance.sectionId,
    questionKey: instance.key,
    questionText: instance.question.text,
    title: item.title,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const form = await readForm(request);
  const key = form.get('question');
  const instance = findInstance(loaded, typeof key === 'string' ? key : null);
  if (!instance) throw notFound();
  const result = await detachEvidence(
    context.db,
    { actor, now: context.now() },
    { declarationId: loaded.declaration.id, evidenceId: params.evidence ?? '', questionKey: instance.key },
  );
  if (!result.ok) throw refusedResponse(result.refusal);
  const section = paths(languageOf(request)).supplier.section(loaded.declaration.id, instance.sectionId);
  return redirect(`${section}#q-${instance.key}`);
}

export default function DetachEvidencePage() {
  const { declarationId, sectionId, questionKey, questionText, title } = useLoaderData<typeof loader>();
  const t = useTexts(evidenceTexts);
  const common = useTexts(commonTexts);
  const text = useText();
  const paths = usePaths();
  return (
    <>
      <PageHeading caption={t('forQuestion', { question: text(questionText) })} lead={t('detachText', { title })}>
        {t('detachTitle')}
      </PageHeading>
      <form method="post">
        <input type="hidden" name="question" value={questionKey} />
        <ButtonGroup>
          <Button kind="warning">{t('detachButton')}</Button>
          <ButtonLink kind="secondary" href={`${paths.supplier.section(declarationId, sectionId)}#q-${questionKey}`}>
            {common('cancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
