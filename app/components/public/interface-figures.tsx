import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InterfaceReadiness } from '~/app/published/readiness.server';
import { supportLevels, type Text } from '~/workflows/words';
import { type Column, DataTable } from '..';
import { LevelBar, totalOf } from './level-bar';

type InterfaceRow = Pick<InterfaceReadiness, 'id' | 'name' | 'levels'>;

interface InterfaceFiguresProps {
  groups: readonly { id: string; name: Text; interfaces: readonly InterfaceRow[] }[];
}

/** A folded table of each group: all of them in a row would be most of the page. */
export function InterfaceFigures({ groups }: InterfaceFiguresProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const columns = useColumns();
  return (
    <section aria-labelledby="interfaces">
      <h2 id="interfaces">{t('statisticsTable')}</h2>
      <p>{t('onlyDeclared')}</p>
      {groups.map(({ id, name, interfaces }) => (
        <details key={id} className="sd-figures">
          <summary>
            {text(name)} <span className="sd-muted">({t('interfaceCount', { count: interfaces.length })})</span>
          </summary>
          <DataTable
            caption={`${t('statisticsTable')}: ${text(name)}`}
            hideCaption
            compact
            onPhone="scroll"
            rows={interfaces}
            rowKey={(row) => row.id}
            columns={columns}
          />
        </details>
      ))}
    </section>
  );
}

function useColumns(): Column<InterfaceRow>[] {
  const t = useTexts(publishedTexts);
  const words = useTexts(supportLevelTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return [
    {
      id: 'interface',
      header: t('column_interface'),
      rowHeader: true,
      cell: ({ id, name }) => <a href={to.interface(id)}>{text(name)}</a>,
    },
    { id: 'bar', header: t('readiness'), cell: ({ levels }) => <LevelBar levels={levels} /> },
    ...supportLevels.map((level) => ({
      id: level,
      header: words(level),
      numeric: true,
      cell: ({ levels }: InterfaceRow) => (levels[level] === 0 ? '–' : format.number(levels[level])),
    })),
    { id: 'total', header: t('total'), numeric: true, cell: ({ levels }) => format.number(totalOf(levels)) },
  ];
}
