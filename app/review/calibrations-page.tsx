import { Alert, Button, EmptyState, ErrorSummary, PageHeading, Tag } from '~/app/components';
import { calibrationTexts } from '~/app/i18n/calibration';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { DrawnSection, OwnCalibration } from '~/db/calibration';
import type { Refusal } from '~/workflows/refusal';

interface CalibrationsView {
  drawn: DrawnSection[];
  own: OwnCalibration[];
  isDone: boolean;
}

/** What a reviewer can judge blind, and what they have. */
export function CalibrationsPage({ view, refusal }: { view: CalibrationsView; refusal: Refusal | undefined }) {
  const t = useTexts(calibrationTexts);
  const sentence = useRefusal();
  return (
    <>
      {refusal && <ErrorSummary errors={[{ field: 'open', message: sentence(refusal) }]} />}
      {view.isDone && !refusal && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <section aria-labelledby="open">
        <h2 id="open">{t('open')}</h2>
        {view.drawn.length === 0 && <EmptyState heading={t('openNone')} level={3} />}
        <ul className="sd-tasks">
          {view.drawn.map((section) => (
            <Drawn key={`${section.submissionId} ${section.sectionId}`} section={section} />
          ))}
        </ul>
      </section>
      {view.own.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{t('own')}</h2>
          <ul className="sd-tasks">
            {view.own.map((section) => (
              <Own key={section.id} section={section} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Drawn({ section }: { section: DrawnSection }) {
  const t = useTexts(calibrationTexts);
  const text = useText();
  const to = usePaths();
  const { submissionId, sectionId, title, caseNumber, productName } = section;
  const about = t('about', { section: text(title), product: productName });
  return (
    <li className="sd-task sd-task-closed">
      <div className="sd-task-text">
        <strong>{about}</strong>
        <div className="sd-task-hint">{t('caseNumber', { number: caseNumber })}</div>
      </div>
      <form method="post" action={to.review.calibrations()} className="sd-task-state">
        <input type="hidden" name="submission" value={submissionId} />
        <input type="hidden" name="section" value={sectionId} />
        <Button name="act" value="take" kind="secondary" small>
          {t('take')}
          <span className="sr-only"> {about}</span>
        </Button>
      </form>
    </li>
  );
}

function Own({ section: { id, title, caseNumber, productName, doneAt } }: { section: OwnCalibration }) {
  const t = useTexts(calibrationTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const about = t('about', { section: text(title), product: productName });
  return (
    <li className="sd-task sd-task-closed">
      <div className="sd-task-text">
        <strong>{doneAt ? about : <a href={to.review.calibration(id)}>{about}</a>}</strong>
        <div className="sd-task-hint">{t('caseNumber', { number: caseNumber })}</div>
      </div>
      <div className="sd-task-state">
        {doneAt ? <Tag>{t('finished', { date: format.date(doneAt) })}</Tag> : <Tag tone="info">{t('goOn')}</Tag>}
      </div>
    </li>
  );
}
