import { answerInWords } from '~/app/answer-words';
import { Details, InsetText, Tag } from '~/app/components';
import { useLanguage, useText } from '~/app/i18n/language';
import { questionRelationTexts, renewalTexts } from '~/app/i18n/renewal';
import { useTexts } from '~/app/i18n/use-texts';
import type { EarlierView, RenewalView } from './renewal-view.server';
import type { SectionView } from './section-view';

/** What was answered to the version before, folded: to start from where the question has to be answered anew. */
export function EarlierNote({ view, answerKey }: { view: SectionView; answerKey: string }) {
  const t = useTexts(renewalTexts);
  const relations = useTexts(questionRelationTexts);
  const text = useText();
  const earlier = view.earlier[answerKey];
  if (!earlier) return null;
  return (
    <Details summary={t('earlierSummary', { version: earlier.version })}>
      <p className="sd-small">
        <Tag>{relations(earlier.relation)}</Tag> {earlier.why && text(earlier.why)}
      </p>
      {earlier.answers.map((each) => (
        <InsetText key={each.key}>
          <p className="sd-small sd-muted">{t('before', { question: text(each.text) })}</p>
          <p>
            <Earlier names={view.names} earlier={each} />
          </p>
        </InsetText>
      ))}
    </Details>
  );
}

/** An earlier answer in words. */
export function Earlier({ names, earlier }: { names: RenewalView['names']; earlier: EarlierView }) {
  const t = useTexts(renewalTexts);
  const language = useLanguage();
  const words = earlier.shape ? answerInWords(earlier.shape, earlier.value, language, names) : [];
  const lines = [...words, ...(earlier.justification ? [earlier.justification] : [])];
  return <span className="sd-lines">{lines.join('\n') || t('evidenceOnly')}</span>;
}
