import { findingTexts } from '~/app/i18n/finding';
import { useTexts } from '~/app/i18n/use-texts';

/** Says which words were replaced by others that are spelt like them. */
export function Corrections({ corrections }: { corrections: readonly { from: string; to: readonly string[] }[] }) {
  const t = useTexts(findingTexts);
  if (corrections.length === 0) return null;
  return (
    <p role="status">
      {corrections.map(({ from, to }) => (
        <span key={from}>
          {t('corrected', { from, to: to.map((word) => `»${word}«`).join(` ${t('correctedOr')} `) })}{' '}
        </span>
      ))}
    </p>
  );
}
