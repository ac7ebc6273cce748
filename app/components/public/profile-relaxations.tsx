import { useText } from '~/app/i18n/language';
import { profileTexts, requiredLevelTexts } from '~/app/i18n/profile';
import { useTexts } from '~/app/i18n/use-texts';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { RequiredLevel } from '~/workflows/profile';
import type { Rung } from '~/workflows/words';

/** A requirement with the names of the products that it alone keeps out, and of those that asking for less would let in. */
export interface ShownRelaxation {
  index: number;
  more: readonly string[];
  softer: readonly { level: RequiredLevel; rung: Rung | ''; more: readonly string[] }[];
}

const mostNames = 8;

/** »Udgår krav 7, opfylder fire mere«: what each absolute requirement keeps out, and what would let some of them in. */
export function Relaxations({
  relaxations,
  requirements,
}: {
  relaxations: readonly ShownRelaxation[];
  requirements: readonly NamedRequirement[];
}) {
  const t = useTexts(profileTexts);
  const levels = useTexts(requiredLevelTexts);
  const text = useText();
  const gain = (more: readonly string[]) => {
    const names = more.slice(0, mostNames).join(', ');
    const left = more.length - mostNames;
    return { count: more.length, names: left > 0 ? t('andMore', { names, count: left }) : names };
  };
  return (
    <ul>
      {relaxations.map(({ index, more, softer }) => {
        const requirement = requirements[index];
        if (!requirement) return null;
        const { number, name } = requirement;
        return (
          <li key={requirement.interfaceId}>
            {t('relax', { numbered: t('numbered', { number, interface: text(name) }), ...gain(more) })}
            {softer.length > 0 && (
              <ul>
                {softer.map((each) => (
                  <li key={`${each.level} ${each.rung}`}>
                    {each.level === requirement.level
                      ? t('relaxRung', gain(each.more))
                      : t('relaxLevel', { level: levels(each.level), ...gain(each.more) })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
