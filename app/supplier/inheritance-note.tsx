import { familyTexts, inheritanceTexts } from '~/app/i18n/families';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { SectionView } from './section-view';

/** Where an inherited answer comes from, or that it is another than the source's, and why. As of when the page came. */
export function InheritanceNote({ view, answerKey }: { view: SectionView; answerKey: string }) {
  const t = useTexts(inheritanceTexts);
  const ofFamily = useTexts(familyTexts);
  const paths = usePaths();
  const inherited = view.inherited[answerKey];
  if (!inherited || !view.family) return null;
  const { how, reason, version } = inherited;
  const source = view.family.sourceName;
  const words = {
    same: t('same', { source, version: String(version) }),
    differs: t('differs', { source }),
    excepted: t('excepted', { source }),
  };
  return (
    <p className="sd-small sd-muted">
      {words[how]}
      {reason && `: ${reason}`}
      {how === 'differs' && (
        <>
          {' · '}
          <a href={paths.supplier.familyMember(view.family.id, view.declarationId, { part: answerKey })}>
            {ofFamily('differsWhy')}
          </a>
        </>
      )}
    </p>
  );
}
