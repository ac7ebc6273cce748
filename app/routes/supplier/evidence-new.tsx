import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { Alert, BackLink, Button, ErrorSummary, PageHeading } from '~/app/components';
import { readTestReport } from '~/app/evidence/read-test-report.server';
import { proposeFromReport, withReport } from '~/app/evidence/report-proposals.server';
import { languageOf, useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { evidenceErrors } from '~/app/supplier/evidence-errors.server';
import { EvidenceForm } from '~/app/supplier/evidence-form';
import { EvidenceList } from '~/app/supplier/evidence-list';
import { evidenceViewOf } from '~/app/supplier/evidence-view';
import { evidenceTypesFor, findInstance } from '~/app/supplier/evidence-view.server';
import { type EvidenceFields, readEvidenceForm } from '~/app/supplier/read-evidence-form.server';
import { attachEvidence } from '~/db/attached-evidence';
import { findInterface, listMunicipalities } from '~/db/catalogue';
import type { Database } from '~/db/client';
import { addEvidence } from '~/db/evidence';
import { listLibrary } from '~/db/evidence-library';
import { listEvidence } from '~/db/read-evidence';
import { copenhagenDay } from '~/workflows/working-days';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(evidenceTexts, language)('title'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.productName, href: paths.supplier.declaration(data.declarationId) },
    { label: data.sectionTitle[language], href: paths.supplier.section(data.declarationId, data.sectionId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const instance = findInstance(loaded, new URL(request.url).searchParams.get('question'));
  const section = loaded.questionnaire.definition.sections.find(({ id }) => id === instance?.sectionId);
  if (!instance || !section) throw notFound();
  const others = (await listLibrary(context.db, actor, loaded.supplier.id)).filter(
    (item) => item.evidence.declarationId !== loaded.declaration.id && item.replacedById === null,
  );
  const attached = new Set(loaded.evidence.get(instance.key)?.map(({ id }) => id));
  const all = await listEvidence(context.db, loaded.declaration.id);
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    sectionId: section.id,
    sectionTitle: section.title,
    questionKey: instance.key,
    questionText: instance.question.text,
    about: instance.interfaceId === null ? null : await nameOfInterface(context.db, instance.interfaceId),
    types: evidenceTypesFor(loaded, instance),
    typeTexts: Object.fromEntries(loaded.questionnaire.definition.evidenceTypes.map(({ id, text }) => [id, text])),
    municipalities: (await listMunicipalities(context.db)).map(({ code, name }) => ({ code, name })),
    existing: all.filter(({ id }) => !attached.has(id)).map(evidenceViewOf),
    others: others
      .filter((item) => item.evidence.supplierId === loaded.supplier.id)
      .slice(0, 50)
      .map((item) => ({ ...evidenceViewOf(item.evidence), title: `${item.product.name}: ${item.evidence.title}` })),
    replaces: all.find(({ id }) => id === new URL(request.url).searchParams.get('replaces'))?.title ?? null,
    today: copenhagenDay(context.now()),
  };
}

async function nameOfInterface(db: Database, id: string) {
  return { id, name: (await findInterface(db, id))?.name ?? { da: id, en: id } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const language = languageOf(request);
  const acting = { actor, now: context.now() };
  const read = await readEvidenceForm(request);
  if (!read.ok) {
    const errors = evidenceErrors({}, read.problem, language);
    return refused({ ...(read.fields ? { fields: read.fields } : {}), errors, hadFile: true }, 400);
  }
  const { form, fields, file } = read;
  const instance = findInstance(loaded, textIn(form, 'question'));
  if (!instance) throw notFound();
  const declarationId = loaded.declaration.id;
  const existing = textIn(form, 'existing');
  const report = file ? readTestReport(file.name, file.bytes) : undefined;
  const replaces = new URL(request.url).searchParams.get('replaces');
  const result = existing
    ? await attachEvidence(context.db, acting, { declarationId, evidenceId: existing, questionKey: instance.key })
    : await addEvidence(context.db, context.storage, acting, {
        declarationId,
        questionKeys: [instance.key],
        ...(replaces ? { replacesId: replaces } : {}),
        // What the person left open is told by the file, where it tells it.
        facts: report ? withReport(fields, report, copenhagenDay(acting.now)) : fields,
        file,
      });
  if (result.ok && report && result.value) {
    const { evidenceId } = result.value;
    await proposeFromReport(context.db, acting, loaded, { report, evidenceId, fileName: file?.name ?? '' });
    return redirect(paths(language).supplier.proposals(declarationId, { evidence: evidenceId }));
  }
  if (result.ok) {
    return redirect(`${paths(language).supplier.section(declarationId, instance.sectionId)}#q-${instance.key}`);
  }
  if ('problems' in result) {
    const errors = evidenceErrors(result.problems, result.fileProblem, language);
    return refused({ fields, errors, hadFile: file !== null }, 400);
  }
  throwIfNotFound(result.refusal);
  return refused({ fields, refusal: result.refusal, hadFile: file !== null }, statusOfRefusal(result.refusal));
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
}

interface Refused {
  fields?: EvidenceFields;
  errors?: ReturnType<typeof evidenceErrors>;
  refusal?: Parameters<typeof statusOfRefusal>[0];
  hadFile: boolean;
}

function refused({ fields = emptyEvidence, errors = [], refusal, hadFile }: Refused, status: number) {
  return data({ fields, errors, refusal: refusal ?? null, hadFile }, { status });
}

const emptyEvidence: EvidenceFields = {
  type: '',
  title: '',
  url: '',
  municipalityCode: '',
  observedOn: '',
  validTo: '',
  productVersion: '',
  environment: '',
};

export default function NewEvidencePage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTexts(evidenceTexts);
  const text = useText();
  const sentence = useRefusal();
  const paths = usePaths();
  const backHref = `${paths.supplier.section(loaded.declarationId, loaded.sectionId)}#q-${loaded.questionKey}`;
  const errors = sent?.errors ?? [];
  const { about } = loaded;
  const question = about
    ? `${text(about.name)} (${about.id}): ${text(loaded.questionText)}`
    : text(loaded.questionText);
  return (
    <>
      <BackLink href={backHref}>{text(loaded.sectionTitle)}</BackLink>
      <ErrorSummary errors={errors} />
      {sent?.refusal && <Alert kind="error">{sentence(sent.refusal)}</Alert>}
      <PageHeading
        caption={t('forQuestion', { question })}
        lead={loaded.replaces ? t('replaceLead', { title: loaded.replaces }) : t('lead')}
      >
        {t(loaded.replaces ? 'replaceTitle' : 'title')}
      </PageHeading>
      <p>{t('privacy')}</p>
      {!loaded.replaces && <ExistingEvidence />}
      <EvidenceForm
        {...loaded}
        fields={sent?.fields ?? emptyEvidence}
        errors={errors}
        hadFile={sent?.hadFile ?? false}
        backHref={backHref}
      />
    </>
  );
}

/** What the declaration has already: answered once, used for several answers. */
function ExistingEvidence() {
  const { existing, others, typeTexts, municipalities, questionKey } = useLoaderData<typeof loader>();
  const t = useTexts(evidenceTexts);
  const section = useTexts(sectionTexts);
  const lists = [
    { heading: t('existingHeading'), items: existing },
    { heading: t('otherProductsHeading'), items: others },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <section>
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="question" value={questionKey} />
        {lists.map(({ heading, items }) => (
          <div key={heading}>
            <h2>{heading}</h2>
            <EvidenceList
              items={items}
              types={typeTexts}
              municipalityNames={Object.fromEntries(municipalities.map(({ code, name }) => [code, name]))}
              actions={(item) => (
                <Button kind="secondary" small name="existing" value={item.id}>
                  {t('existingAttach')}
                  <span className="sr-only"> {section('attachFor', { question: item.title })}</span>
                </Button>
              )}
            />
          </div>
        ))}
      </form>
      <h2>{t('newHeading')}</h2>
    </section>
  );
}
