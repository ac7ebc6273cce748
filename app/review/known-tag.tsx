import { Tag } from '~/app/components';
import { competenceTexts } from '~/app/i18n/competence';
import { useTexts } from '~/app/i18n/use-texts';

/** A section is among those that the reader knows. */
export function KnownTag() {
  const t = useTexts(competenceTexts);
  return (
    <Tag tone="neutral" icon="check">
      {t('tag')}
    </Tag>
  );
}
