import { Button, ButtonGroup, ButtonLink, DataTable, errorOf, Select } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RefusedPeople } from './people-page';
import type { PeopleView } from './people-view.server';

type ProductView = PeopleView['products'][number];

/** Every product with those who look after it. */
export function Stewards({ view }: { view: PeopleView }) {
  const t = useTexts(supplierPeopleTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="stewards">
      <h2 id="stewards">{t('stewardsHeading')}</h2>
      <p>{t('stewardsText')}</p>
      <DataTable
        caption={t('stewardsHeading')}
        hideCaption
        compact
        rows={view.products}
        rowKey={({ id }) => id}
        empty={<p>{t('stewardsNoProducts')}</p>}
        columns={[
          { id: 'product', header: t('columnProduct'), rowHeader: true, cell: ({ name }) => name },
          {
            id: 'stewards',
            header: t('columnStewards'),
            cell: ({ stewards }) =>
              stewards.length === 0 ? (
                <span className="sd-muted">{t('noSteward')}</span>
              ) : (
                format.list(stewards.map(({ name }) => name))
              ),
          },
          ...(view.mayManage
            ? [
                {
                  id: 'change',
                  header: t('columnChange'),
                  cell: ({ id, name }: ProductView) => (
                    <a href={to.supplier.people({ product: id })} aria-label={t('changeStewardsOf', { product: name })}>
                      {t('changeStewards')}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

interface StewardFormProps {
  view: PeopleView;
  product: ProductView;
  refused: RefusedPeople | undefined;
}

export function StewardForm({ view, product, refused }: StewardFormProps) {
  const t = useTexts(supplierPeopleTexts);
  const to = usePaths();
  const options = view.colleagues.map(({ personId, name }) => ({ value: personId, label: name }));
  const [first, second] = product.stewards;
  return (
    <section aria-labelledby="steward-form">
      <h2 id="steward-form">{t('changeStewardsOf', { product: product.name })}</h2>
      <form method="post" action={to.supplier.people({ product: product.id })}>
        <input type="hidden" name="product" value={product.id} />
        <Select
          name="steward"
          label={t('firstSteward')}
          empty={t('nobody')}
          options={options}
          defaultValue={first?.personId ?? ''}
          error={errorOf(refused?.errors ?? [], 'steward')}
        />
        <Select
          name="steward"
          id="steward-2"
          label={t('secondSteward')}
          empty={t('nobody')}
          options={options}
          defaultValue={second?.personId ?? ''}
        />
        <ButtonGroup>
          <Button name="act" value="stewards">
            {t('saveStewards')}
          </Button>
          <ButtonLink kind="secondary" href={to.supplier.people()}>
            {t('cancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </section>
  );
}
