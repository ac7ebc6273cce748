import { type AnswerNames, type AnswerShape, answerInWords } from '~/app/answer-words';
import { Details, Icon, Tag } from '~/app/components';
import { AnswerValue, Lines } from '~/app/components/answer-value';
import { isPdfName, PdfInPlace } from '~/app/evidence/pdf-in-place';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { evidenceWarningTexts, reviewTexts } from '~/app/i18n/review';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ReviewedAnswer } from '~/db/cases/read';
import { warningsOf } from '~/workflows/review/dates';
import type { FrozenEvidence } from '~/workflows/submission';
import type { SectionView } from './section-view.server';

/** What an answer needs of the page that it stands on. */
export interface AnswerSurroundings extends Pick<SectionView, 'names' | 'today'> {
  page: Pick<SectionView['page'], 'evidenceTypes'>;
  reviewed: { id: string };
}

type Frozen = ReviewedAnswer['answer'];

export function shapeOf({ question }: Frozen): AnswerShape {
  return { type: question.type, optionTexts: question.optionTexts, columnTexts: question.columnTexts };
}

/** The answer with what backs it: value, reasons and evidence. */
export function GivenAnswer({ frozen, view }: { frozen: Frozen; view: AnswerSurroundings }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const isEvidenceOnly = frozen.question.type === 'evidence';
  return (
    <dl className="sd-given">
      {!isEvidenceOnly && (
        <div>
          <dt>{t('answerLabel')}</dt>
          <dd className="sd-given-value">
            <AnswerValue
              shape={shapeOf(frozen)}
              value={frozen.value}
              names={view.names}
              question={text(frozen.question.text)}
            />
          </dd>
        </div>
      )}
      {frozen.justification && (
        <div>
          <dt>{t('justificationLabel')}</dt>
          <dd>
            <Lines text={frozen.justification} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('evidenceLabel')}</dt>
        <dd>
          <EvidenceList evidence={frozen.evidence} view={view} />
        </dd>
      </div>
    </dl>
  );
}

function EvidenceList({ evidence, view }: { evidence: readonly FrozenEvidence[]; view: AnswerSurroundings }) {
  const t = useTexts(reviewTexts);
  if (evidence.length === 0) return <span className="sd-missing">{t('noEvidence')}</span>;
  return (
    <ul className="sd-evidence">
      {evidence.map((item) => (
        <EvidenceItem key={item.id} item={item} view={view} />
      ))}
    </ul>
  );
}

function EvidenceItem({ item, view }: { item: FrozenEvidence; view: AnswerSurroundings }) {
  const t = useTexts(reviewTexts);
  const subject = useTexts(evidenceTexts);
  const warn = useTexts(evidenceWarningTexts);
  const text = useText();
  const format = useFormat();
  const paths = usePaths();
  const type = view.page.evidenceTypes.find(({ id }) => id === item.type);
  const dates = [
    t('evidenceDated', { date: format.date(item.observedOn) }),
    ...(item.validTo ? [t('evidenceValid', { date: format.date(item.validTo) })] : []),
  ];
  return (
    <li>
      <div>
        <EvidenceTitle item={item} caseId={view.reviewed.id} />
      </div>
      {item.fileHash && isPdfName(item.fileName) && (
        <PdfInPlace href={paths.review.evidenceFile(view.reviewed.id, item.id)} title={item.title} />
      )}
      {isPicture(item) && <Picture item={item} caseId={view.reviewed.id} />}
      <div className="sd-muted">
        {type ? text(type.text) : item.type} · {dates.join(', ')}
      </div>
      {(item.productVersion || item.environment) && (
        <div>
          {[
            item.productVersion && subject('onVersion', { version: item.productVersion }),
            item.environment && subject(item.environment),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      )}
      {item.municipalityCode && (
        <div>
          {t('evidenceMunicipality', {
            municipality: view.names.municipalities[item.municipalityCode] ?? item.municipalityCode,
          })}
        </div>
      )}
      {warningsOf(item, view.today).map((warning) => (
        <Tag key={warning} tone={warning === 'expired' ? 'error' : 'warning'} icon="warning">
          {warn(warning)}
        </Tag>
      ))}
    </li>
  );
}

/** What was uploaded is what its name says: that was checked then (workflows/evidence-file.ts). */
function isPicture({ fileHash, fileName }: FrozenEvidence): boolean {
  return fileHash !== null && /\.(?:png|jpe?g)$/i.test(fileName ?? '');
}

/** In its place, and not before somebody wants to see it. A picture runs nothing. */
function Picture({ item, caseId }: { item: FrozenEvidence; caseId: string }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  return (
    <Details summary={t('evidenceShow')}>
      <img
        src={to.review.evidenceFile(caseId, item.id)}
        alt={item.title}
        loading="lazy"
        className="sd-evidence-picture"
      />
    </Details>
  );
}

function EvidenceTitle({ item, caseId }: { item: FrozenEvidence; caseId: string }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  if (item.url) {
    return (
      <a href={item.url} rel="noreferrer noopener nofollow" target="_blank" className="sd-break">
        {item.title} <Icon name="open-in-new" label={t('openLink')} />
      </a>
    );
  }
  if (item.fileHash) {
    return (
      <a href={to.review.evidenceFile(caseId, item.id)} className="sd-break">
        <Icon name="attach-file" /> {item.title}
        <span className="sr-only"> – {t('openFile', { file: item.fileName ?? '' })}</span>
      </a>
    );
  }
  return <>{item.title}</>;
}

/** How it was asked, for whoever needs it. */
export function QuestionHelp({ guidance }: { guidance: ReviewedAnswer['guidance'] }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  if (!guidance) return null;
  return (
    <Details summary={t('helpSummary')}>
      <p>{text(guidance.help)}</p>
      <p>
        <strong>{t('evidenceExample')}:</strong> {text(guidance.evidenceExample)}
      </p>
    </Details>
  );
}

/** An answer as one text, for comparing it with another. */
export function useWords(names: AnswerNames) {
  const text = useText();
  const format = useFormat();
  const language = useTexts(reviewTexts).language;
  return {
    value: (shape: AnswerShape, value: Frozen['value']) => answerInWords(shape, value, language, names).join('\n'),
    evidence: (items: readonly FrozenEvidence[], types: SectionView['page']['evidenceTypes']) =>
      items
        .map(({ type, title, observedOn, validTo, url, fileName }) => {
          const found = types.find(({ id }) => id === type);
          const dates = [observedOn, ...(validTo ? [validTo] : [])].map((day) => format.shortDate(day)).join(' – ');
          const parts = [title, found ? text(found.text) : type, dates, url, fileName];
          return parts.filter(Boolean).join(', ');
        })
        .join('\n'),
  };
}
