import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InterfaceReadiness } from '~/app/published/readiness.server';
import { supportLevels, type Text } from '~/workflows/words';
import { type Column, DataTable } from '..';
import { LevelBar, LevelLegend, LevelPatterns, type Levels, ReadyFigure, totalOf } from './level-bar';

type InterfaceRow = Pick<InterfaceReadiness, 'id' | 'name' | 'levels'>;

interface FoldedGroupsProps {
  groups: readonly { id: string; name: Text; levels: Levels; interfaces: readonly InterfaceRow[] }[];
}

/** Interface groups with a bar each, all to one scale; each unfolds to the figures of its interfaces. */
export function FoldedGroups({ groups }: FoldedGroupsProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const to = usePaths();
  const columns = useColumns();
  const most = Math.max(...groups.map(({ levels }) => totalOf(levels)), 1);
  return (
    <>
      <LevelPatterns />
      <LevelLegend />
      <p>{t('unfoldGroup')}</p>
      {groups.map(({ id, name, levels, interfaces }) => (
        <details key={id} className="sd-readiness-group">
          <summary>
            <span className="sd-readiness-name">{text(name)}</span>
            <LevelBar levels={levels} most={most} />
            <ReadyFigure levels={levels} />
          </summary>
          <DataTable
            caption={t('statisticsTable', { group: text(name) })}
            hideCaption
            compact
            onPhone="scroll"
            rows={interfaces}
            rowKey={(row) => row.id}
            columns={columns}
          />
          <p>
            <a href={to.interfaceGroup(id)}>{t('aboutGroup', { group: text(name) })}</a>
          </p>
        </details>
      ))}
    </>
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
