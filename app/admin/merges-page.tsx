import type { ReactNode } from 'react';
import { Button, Checkbox, DataTable, Details, EmptyState, PageHeading, Tag, TextInput, Time } from '~/app/components';
import { TextArea } from '~/app/components/text-area';
import { useFormat } from '~/app/i18n/format';
import { mergeTexts, registryKindTexts } from '~/app/i18n/merges';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RegistryChange } from '~/db/registry/changes';
import type { RegistryKind } from '~/workflows/registry';
import type { MergeFields } from './merges.server';

export interface MergesView {
  changes: RegistryChange[];
  /** What was typed before, when somebody comes back to change it. */
  fields: MergeFields;
  mayChange: boolean;
}

/** The four things that can be done, each with a preview, and everything that was. */
export function MergesPage({ view }: { view: MergesView }) {
  const t = useTexts(mergeTexts);
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {view.mayChange && <Forms fields={view.fields} />}
      <section aria-labelledby="history">
        <h2 id="history">{t('history')}</h2>
        {view.changes.length === 0 ? (
          <EmptyState heading={t('historyNone')} level={3} />
        ) : (
          <History changes={view.changes} />
        )}
      </section>
    </>
  );
}

function Forms({ fields }: { fields: MergeFields }) {
  const t = useTexts(mergeTexts);
  const typed = (kind: RegistryKind): Partial<MergeFields> => (fields.kind === kind ? fields : {});
  const merge = typed('product-merge');
  const companies = typed('supplier-merge');
  const product = typed('product-split');
  const company = typed('supplier-split');
  return (
    <>
      <MergeForm kind="product-merge" isOpen={fields.kind === 'product-merge'}>
        <TextInput
          name="from"
          id="merge-from"
          label={t('fromProduct')}
          hint={t('productHint')}
          defaultValue={merge.from}
        />
        <TextInput name="to" id="merge-to" label={t('toProduct')} defaultValue={merge.to} />
      </MergeForm>
      <MergeForm kind="supplier-merge" isOpen={fields.kind === 'supplier-merge'}>
        <TextInput
          name="from"
          id="suppliers-from"
          label={t('fromSupplier')}
          hint={t('supplierHint')}
          defaultValue={companies.from}
        />
        <TextInput name="to" id="suppliers-to" label={t('toSupplier')} defaultValue={companies.to} />
      </MergeForm>
      <MergeForm kind="product-split" isOpen={fields.kind === 'product-split'}>
        <TextInput
          name="from"
          id="split-from"
          label={t('splitProduct')}
          hint={t('productHint')}
          defaultValue={product.from}
        />
        <TextInput name="name" id="split-name" label={t('newProduct')} defaultValue={product.name} />
        <Checkbox name="kitos" id="split-kitos" label={t('takesKitos')} defaultChecked={product.kitos === '1'} />
      </MergeForm>
      <MergeForm kind="supplier-split" isOpen={fields.kind === 'supplier-split'}>
        <TextInput
          name="from"
          id="company-from"
          label={t('splitSupplier')}
          hint={t('supplierHint')}
          defaultValue={company.from}
        />
        <TextArea
          name="products"
          id="company-products"
          label={t('splitProducts')}
          hint={t('splitProductsHint')}
          defaultValue={company.products}
        />
        <TextInput name="cvr" id="company-cvr" width="s" label={t('receiverCvr')} defaultValue={company.cvr} />
        <TextInput name="name" id="company-name" label={t('receiverName')} defaultValue={company.name} />
      </MergeForm>
    </>
  );
}

function MergeForm({ kind, isOpen, children }: { kind: RegistryKind; isOpen: boolean; children: ReactNode }) {
  const t = useTexts(mergeTexts);
  const kinds = useTexts(registryKindTexts);
  const to = usePaths();
  return (
    <Details summary={kinds(kind)} open={isOpen}>
      <form method="get" action={to.admin.mergePreview()} className="sd-event-form">
        <input type="hidden" name="kind" value={kind} />
        {children}
        <Button kind="secondary">{t('preview')}</Button>
      </form>
    </Details>
  );
}

function History({ changes }: { changes: readonly RegistryChange[] }) {
  const t = useTexts(mergeTexts);
  const kinds = useTexts(registryKindTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <DataTable
      caption={t('history')}
      hideCaption
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'what',
          header: t('columnWhat'),
          rowHeader: true,
          cell: (change) => (
            <>
              <a href={to.admin.merge(change.id)}>{t('mergedInto', change)}</a>
              <br />
              <span className="sd-muted">{kinds(change.kind)}</span>
            </>
          ),
        },
        { id: 'reason', header: t('columnReason'), cell: ({ reason }) => reason },
        {
          id: 'done',
          header: t('columnDone'),
          noWrap: true,
          cell: ({ doneAt }) => <Time value={doneAt} only="short-date" />,
        },
        {
          id: 'state',
          header: t('columnState'),
          cell: ({ undoneAt }) =>
            undoneAt ? (
              <Tag tone="neutral">{t('isUndone', { date: format.date(undoneAt) })}</Tag>
            ) : (
              <Tag tone="success">{t('stands')}</Tag>
            ),
        },
      ]}
    />
  );
}
