import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { GroupReadiness } from '~/app/published/readiness.server';
import { DataTable, InterfaceStatusTag } from '..';

/** The interfaces of a group with how many products have which level. */
export function GroupTable({ group, summaries = false }: { group: GroupReadiness; summaries?: boolean }) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const figure = (count: number) => (count === 0 ? <span className="sd-none">–</span> : format.number(count));
  return (
    <div className="sd-lines sd-group-lines">
      <DataTable
        caption={text(group.name)}
        hideCaption
        compact
        rows={group.interfaces}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'interface',
            header: t('column_interface'),
            rowHeader: true,
            cell: ({ id, name, summary }) => (
              <>
                <a href={to.interface(id)}>{text(name)}</a>
                {summaries && <span className="sd-row-more">{text(summary)}</span>}
              </>
            ),
          },
          { id: 'status', header: t('status'), cell: ({ status }) => <InterfaceStatusTag status={status} /> },
          { id: 'in-use', header: t('inUse'), numeric: true, cell: ({ levels }) => figure(levels.in_production) },
          { id: 'ready', header: t('isReady'), numeric: true, cell: ({ levels }) => figure(levels.ready) },
          {
            id: 'coming',
            header: t('onTheWay'),
            numeric: true,
            cell: ({ levels }) => figure(levels.in_development + levels.planned),
          },
          { id: 'other', header: t('viaOther'), numeric: true, cell: ({ levels }) => figure(levels.via_other) },
          {
            id: 'no',
            header: t('notSupportedShort'),
            numeric: true,
            cell: ({ levels }) => figure(levels.not_supported),
          },
          {
            id: 'irrelevant',
            header: t('notRelevantShort'),
            numeric: true,
            cell: ({ levels }) => figure(levels.not_relevant),
          },
        ]}
      />
    </div>
  );
}
