import { DataTable, Details, PageHeading, Tag } from '~/app/components';
import { portalTextsTexts, textGroupTexts } from '~/app/i18n/portal-texts';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { TextsView, Wording } from './texts.server';

/** Most characters of a text in the list. */
const shown = 110;

export function TextsPage({ groups }: { groups: TextsView }) {
  const t = useTexts(portalTextsTexts);
  const name = useTexts(textGroupTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {groups.map(({ group, texts }) => (
        <Details key={group} summary={name(group)} open={texts.some(({ state }) => state !== 'built-in')}>
          <DataTable
            caption={name(group)}
            hideCaption
            rows={texts}
            rowKey={({ key }) => key}
            columns={[
              {
                id: 'text',
                header: t('columnText'),
                rowHeader: true,
                cell: ({ key, text }) => (
                  <a href={to.admin.text(key)}>{text.length > shown ? `${text.slice(0, shown)}…` : text}</a>
                ),
              },
              { id: 'state', header: t('columnState'), cell: ({ state }) => <WordingTag state={state} /> },
            ]}
          />
        </Details>
      ))}
    </>
  );
}

export function WordingTag({ state }: { state: Wording }) {
  const t = useTexts(portalTextsTexts);
  switch (state) {
    case 'own':
      return <Tag tone="info">{t('stateOwn')}</Tag>;
    case 'unfit':
      return <Tag tone="warning">{t('stateUnfit')}</Tag>;
    case 'built-in':
      return <Tag tone="neutral">{t('stateBuiltIn')}</Tag>;
  }
}
