import { useText } from '~/app/i18n/language';
import { usePaths } from '~/app/paths';
import type { Text } from '~/workflows/words';
import { LevelBar, LevelLegend, LevelPatterns, type Levels, ReadyFigure, totalOf } from './level-bar';

interface GroupReadinessProps {
  groups: readonly { id: string; name: Text; levels: Levels }[];
}

/** Interface groups with a bar each, all to one scale. */
export function GroupReadiness({ groups }: GroupReadinessProps) {
  const text = useText();
  const to = usePaths();
  const most = Math.max(...groups.map(({ levels }) => totalOf(levels)), 1);
  return (
    <>
      <LevelPatterns />
      <LevelLegend />
      <ul className="sd-readiness">
        {groups.map(({ id, name, levels }) => (
          <li key={id}>
            <a href={to.interfaceGroup(id)}>{text(name)}</a>
            <LevelBar levels={levels} most={most} />
            <ReadyFigure levels={levels} />
          </li>
        ))}
      </ul>
    </>
  );
}
