import { Alert, Button, DataTable, Details, ErrorSummary, PageHeading, Select, TextInput } from '~/app/components';
import { accessWorkTexts } from '~/app/i18n/access';
import { languageNames } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { OrphanedProduct, OrphanedSupplier } from '~/db/stewards';
import { languages } from '~/workflows/words';
import type { AccessRequestView, RefusedAnswer } from './access-view.server';
import { RequestList } from './request-list';

interface OrphansView {
  requests: AccessRequestView[];
  suppliers: OrphanedSupplier[];
  products: OrphanedProduct[];
  mayAnswer: boolean;
  isDone: boolean;
}

/** The coordinator's page: who asks to get in, and where nobody can let anybody in. */
export function OrphansPage({ view, refused }: { view: OrphansView; refused: RefusedAnswer | undefined }) {
  const t = useTexts(accessWorkTexts);
  const sentence = useRefusal();
  const to = usePaths();
  const typed = refused?.typed ?? {};
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused, view), message: sentence(refused.refusal) }]} />}
      {view.isDone && !refused && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading lead={t('adminLead')}>{t('adminTitle')}</PageHeading>
      <section aria-labelledby="requests">
        <h2 id="requests">{t('requests')}</h2>
        <RequestList
          requests={view.requests}
          side="portal"
          action={to.admin.suppliers()}
          mayAnswer={view.mayAnswer}
          typed={typed}
        />
      </section>
      <section aria-labelledby="orphans">
        <h2 id="orphans">{t('orphans')}</h2>
        {view.suppliers.length === 0 && <p>{t('orphansNone')}</p>}
        {view.suppliers.map((supplier) => (
          <Orphan key={supplier.supplierId} supplier={supplier} mayAnswer={view.mayAnswer} typed={typed} />
        ))}
      </section>
      <section aria-labelledby="orphaned-products">
        <h2 id="orphaned-products">{t('products')}</h2>
        <p>{t('productsText')}</p>
        {view.products.length === 0 ? (
          <p>{t('productsNone')}</p>
        ) : (
          <Details summary={t('productsCount', { count: view.products.length })}>
            <DataTable
              caption={t('products')}
              hideCaption
              compact
              rows={view.products}
              rowKey={({ productId }) => productId}
              columns={[
                { id: 'product', header: t('columnProduct'), rowHeader: true, cell: ({ name }) => name },
                { id: 'supplier', header: t('columnSupplier'), cell: ({ supplierName }) => supplierName },
              ]}
            />
          </Details>
        )}
      </section>
    </>
  );
}

interface OrphanProps {
  supplier: OrphanedSupplier;
  mayAnswer: boolean;
  typed: Readonly<Record<string, string>>;
}

function Orphan({ supplier, mayAnswer, typed }: OrphanProps) {
  const t = useTexts(accessWorkTexts);
  const to = usePaths();
  const { supplierId, name, cvr, products, people } = supplier;
  const own = typed.supplier === supplierId ? typed : {};
  return (
    <section aria-labelledby={`orphan-${supplierId}`} className="sd-dispute">
      <h3 id={`orphan-${supplierId}`}>{name}</h3>
      <p>{t('orphanFacts', { cvr, products, people })}</p>
      {mayAnswer && (
        <form method="post" action={to.admin.suppliers()} className="sd-event-form" noValidate>
          <input type="hidden" name="supplier" value={supplierId} />
          <TextInput
            name="email"
            id={`email-${supplierId}`}
            type="email"
            label={t('orphanEmail')}
            defaultValue={own.email}
          />
          <Select
            name="language"
            id={`language-${supplierId}`}
            label={t('orphanLanguage')}
            empty={null}
            defaultValue={own.language ?? 'da'}
            options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          />
          <Button name="act" value="appoint-admin" kind="secondary">
            {t('appoint')}
          </Button>
        </form>
      )}
    </section>
  );
}

/** The field to go to, where it is still there. */
function fieldOf({ typed }: RefusedAnswer, { requests, suppliers }: OrphansView): string | null {
  if (suppliers.some(({ supplierId }) => supplierId === typed.supplier)) return `email-${typed.supplier}`;
  const isNamed = requests.some(({ id, supplierName }) => id === typed.request && supplierName === null);
  return isNamed ? `name-${typed.request}` : null;
}
