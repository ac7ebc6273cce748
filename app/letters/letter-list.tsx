import { useFormat } from '~/app/i18n/format';
import { letterPageTexts } from '~/app/i18n/letter';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { LetterSubjectKind } from '~/workflows/letter';

interface LettersView {
  declarationId: string;
  letters: readonly { id: string; about: LetterSubjectKind; sentAt: string; submissionNumber: number }[];
}

/** The letters that the supplier has been sent about a declaration, newest first. */
export function LetterList({ view: { declarationId, letters } }: { view: LettersView }) {
  const t = useTexts(letterPageTexts);
  const format = useFormat();
  const to = usePaths();
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="h4">
        {t('letters')}
      </h2>
      <ul className="nobullet-list">
        {letters.map(({ id, about, sentAt, submissionNumber }) => (
          <li key={id}>
            <a href={to.supplier.letter(declarationId, id)}>
              {t(about === 'decision' ? 'letterOf' : 'rulingOf', {
                date: format.date(sentAt),
                number: String(submissionNumber),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
