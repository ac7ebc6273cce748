import { Definition, Tag } from '~/app/components';
import { conditionInWords } from '~/app/condition-words';
import { useFormat } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { questionnaireTexts, questionTypeTexts } from '~/app/i18n/questionnaire';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import type { Question } from '~/workflows/questionnaire/definition';
import { type EvidenceDemand, evidenceDemandOf } from '~/workflows/questionnaire/evidence-demand';
import { isWebAddress } from '~/workflows/web-address';
import { InterfaceLinks } from './interface-links';
import { useQuestionnaire } from './names';

/** One question as everybody can read it. */
export function QuestionEntry({ question }: { question: Question }) {
  const t = useTexts(questionnaireTexts);
  const text = useText();
  return (
    <article className="sd-question" aria-labelledby={question.id}>
      <h3 id={question.id}>{text(question.text)}</h3>
      <p className="sd-question-tags">
        <Tag tone={question.required ? 'accent' : 'neutral'}>{t(question.required ? 'required' : 'optional')}</Tag>{' '}
        <Tag>{t(`weight${question.weight}`)}</Tag>{' '}
        <Tag>{t(question.public ? 'shownPublicly' : 'notShownPublicly')}</Tag>
      </p>
      <p>{text(question.help)}</p>
      <Definition
        compact
        items={[
          { id: 'type', term: t('type'), description: <AnswerKind question={question} /> },
          ...conditionItem(question, t('asked'), <WhenAsked question={question} />),
          ...(question.evidence.length > 0
            ? [{ id: 'evidence', term: t('evidence'), description: <EvidenceTypes question={question} /> }]
            : []),
          { id: 'example', term: t('goodExample'), description: text(question.evidenceExample) },
          { id: 'source', term: t('source'), description: <Source question={question} /> },
        ]}
      />
    </article>
  );
}

function conditionItem(question: Question, term: string, description: JSX.Element) {
  return question.showIf || question.interfaces.length > 0 ? [{ id: 'asked', term, description }] : [];
}

function AnswerKind({ question }: { question: Question }) {
  const t = useTexts(questionnaireTexts);
  const types = useTexts(questionTypeTexts);
  const text = useText();
  const format = useFormat();
  const type = types(question.type);
  if (question.columns) {
    const columns = format.list(question.columns.map((column) => text(column.text)));
    return <>{t('typeWithColumns', { type, columns })}</>;
  }
  if (!question.options) return <>{type}</>;
  return (
    <>
      {t('typeWithOptions', { type })}
      <ul>
        {question.options.map((option) => (
          <li key={option.value}>{text(option.text)}</li>
        ))}
      </ul>
    </>
  );
}

function WhenAsked({ question }: { question: Question }) {
  const { names } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const language = useLanguage();
  const { interfaces, showIf } = question;
  const named = showIf && 'anyInterface' in showIf ? showIf.anyInterface : [];
  const isSaidTwice = interfaces.every((id) => named.includes(id));
  return (
    <>
      {!isSaidTwice && (
        <RichText
          text={questionnaireTexts.askedForInterfaces}
          values={{ interfaces: <InterfaceLinks ids={interfaces} /> }}
        />
      )}
      {!isSaidTwice && showIf && ' '}
      {showIf && t('askedWhen', { condition: conditionInWords(showIf, names, language) })}
    </>
  );
}

function EvidenceTypes({ question }: { question: Question }) {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  const types = question.evidence
    .flatMap((id) => definition.evidenceTypes.filter((type) => type.id === id))
    .map((type) => text(type.text))
    .join('; ');
  return <>{t(demandTexts[evidenceDemandOf(question)], { types })}</>;
}

const demandTexts = {
  always: 'evidenceNeeded',
  'with-yes': 'evidenceNeededWithYes',
  never: 'evidenceWelcome',
} as const satisfies Record<EvidenceDemand, string>;

function Source({ question }: { question: Question }) {
  const { source, basis } = question;
  const shown = isWebAddress(source) ? (
    <a href={source}>{decodeURI(new URL(source).hostname + new URL(source).pathname)}</a>
  ) : (
    source
  );
  const sentence = basis === 'source' ? questionnaireTexts.basisSource : questionnaireTexts.basisDesign;
  return <RichText text={sentence} values={{ source: shown }} />;
}
