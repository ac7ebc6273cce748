import { useText } from '~/app/i18n/language';
import { questionnaireTexts } from '~/app/i18n/questionnaire';
import { useTexts } from '~/app/i18n/use-texts';
import { useQuestionnaire } from './names';

/** Where everything stands on the page, and how many questions there are. */
export function Contents() {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  const guide = [
    { id: 'scale', label: t('scaleHeading') },
    { id: 'evidence', label: t('evidenceHeading') },
    { id: 'checks', label: t('checksHeading') },
    { id: 'scope', label: t('scopeHeading') },
  ];
  const parts = [
    { id: 'interface-template', label: t('templateHeading'), count: definition.interfaceTemplate.length },
    ...definition.sections.map(({ id, title, questions }) => ({
      id: `section-${id}`,
      label: text(title),
      count: questions.length,
    })),
  ];
  return (
    <nav aria-labelledby="contents" className="sd-contents">
      <h2 id="contents">{t('contents')}</h2>
      <ul>
        {guide.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
        {parts.map(({ id, label, count }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a> <span className="sd-contents-count">{t('questionCount', { count })}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
