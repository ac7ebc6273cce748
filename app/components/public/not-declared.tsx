import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Text } from '~/workflows/words';
import { Details } from '..';

interface NotDeclaredProps {
  groups: readonly { id: string; name: Text; interfaces: readonly { id: string; name: Text }[] }[];
}

/** The interfaces of which nothing is approved: something else than »not relevant«. */
export function NotDeclared({ groups }: NotDeclaredProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const to = usePaths();
  const count = groups.reduce((sum, { interfaces }) => sum + interfaces.length, 0);
  if (count === 0) return null;
  return (
    <Details summary={t('notDeclaredHeading', { count })} folded>
      <p>{t('notDeclaredText')}</p>
      <dl className="sd-not-declared">
        {groups.map((group) => (
          <div key={group.id}>
            <dt>{text(group.name)}</dt>
            {group.interfaces.map(({ id, name }) => (
              <dd key={id}>
                <a href={to.interface(id)}>{text(name)}</a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Details>
  );
}
