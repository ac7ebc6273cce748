import { Alert, BackLink, Button, ButtonGroup, Details, Icon, PageHeading, ProgressBar, Tag } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { judgingTexts } from '~/app/i18n/judging';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { reviewTexts, sectionStateTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictExplanations, verdictTexts } from '~/app/i18n/words';
import { usePaths, withQuery } from '~/app/paths';
import { answerLabel, interfaceLabel } from '~/app/published/interface-label';
import type { ReviewedAnswer } from '~/db/cases/read';
import { groupBy } from '~/workflows/group-by';
import { warningsOf } from '~/workflows/review/dates';
import { fewestVerdicts, minutesSaved } from '~/workflows/review/minutes-saved';
import { verdictKinds } from '~/workflows/words';
import { AnswerReview, type VerdictForm } from './answer-review';
import { DoneAlert } from './done-alert';
import { KnownTag } from './known-tag';
import type { Refused } from './refused.server';
import { RefusedAlert } from './refused-alert';
import { SectionButton } from './section-list';
import type { SectionView } from './section-view.server';
import { ShortcutList } from './shortcut-list';

/** The page where verdicts are given, also as it comes back after they were refused. */
export function SectionPage({ view, refused }: { view: SectionView; refused?: Refused | undefined }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const to = usePaths();
  const { reviewed, page } = view;
  const form: VerdictForm = { typed: refused?.typed ?? null, errors: refused?.errors ?? [] };
  const titles = Object.fromEntries(reviewed.sections.map(({ id, title }) => [id, text(title)]));
  return (
    <>
      {refused ? <SectionRefused refused={refused} view={view} titles={titles} /> : <DoneAlert />}
      <BackLink href={to.review.case(reviewed.id)}>{t('backToCase')}</BackLink>
      <PageHeading
        caption={t('sectionCaption', { product: reviewed.product.name, number: reviewed.number })}
        aside={<SectionState view={view} />}
      >
        {text(page.section.title)}
      </PageHeading>
      <p>{text(page.section.introduction)}</p>
      <Standing view={view} />
      <Checks view={view} />
      {page.canJudge ? (
        <form
          method="post"
          action={withQuery(to.review.verdicts(reviewed.id), { section: page.section.id })}
          className="sd-judge-form"
        >
          <input type="hidden" name="version" value={page.case.version} />
          <ShortcutList usesShortcuts={view.usesShortcuts} />
          <Answers view={view} form={form} />
          <SaveBar />
          <RestBar view={view} />
        </form>
      ) : (
        <Answers view={view} form={form} />
      )}
      <Neighbours view={view} titles={titles} />
    </>
  );
}

function SectionRefused({
  refused,
  view: { reviewed },
  titles,
}: {
  refused: Refused;
  view: SectionView;
  titles: Record<string, string>;
}) {
  const t = useTexts(reviewTexts);
  return (
    <>
      <RefusedAlert
        refused={refused}
        state={reviewed.state}
        supplierName={reviewed.supplier.name}
        sectionTitles={titles}
      />
      {refused.refusal === null && <p>{t('nothingSaved')}</p>}
    </>
  );
}

function SectionState({ view: { page, competence } }: { view: SectionView }) {
  const states = useTexts(sectionStateTexts);
  const tones = { waiting: 'accent', claimed: 'info', assessed: 'success' } as const;
  return (
    <>
      <Tag tone={tones[page.section.state]}>{states(page.section.state)}</Tag>
      {competence.includes(page.section.id) && <KnownTag />}
    </>
  );
}

/** Who has the section, how far it is, and the way to get it. */
function Standing({ view }: { view: SectionView }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const sentence = useRefusal();
  const { section, events } = view.page;
  const moved = view.page.answers.filter(({ isMoved }) => isMoved);
  const claim = events.find(({ event }) => event === 'claim');
  return (
    <>
      {moved.length > 0 && (
        <ProgressBar
          label={t('movedHeadingAnswers')}
          done={moved.filter(({ verdict }) => verdict !== null).length}
          total={moved.length}
        />
      )}
      {section.state === 'claimed' && !section.isMine && section.reviewer && (
        <Alert kind="info">{t('claimedBy', { name: section.reviewer.name })}</Alert>
      )}
      {section.state === 'assessed' && (
        <Alert kind="info">
          {section.reviewer ? t('assessedBy', { name: section.reviewer.name }) : t('sectionAssessed')}
        </Alert>
      )}
      {claim?.allowed && <p>{t('claimFirst')}</p>}
      {claim?.refusal && <Alert kind="warning">{sentence(claim.refusal)}</Alert>}
      <form method="post" action={to.review.events(view.reviewed.id)} className="sd-task-actions">
        <input type="hidden" name="version" value={view.page.case.version} />
        <input type="hidden" name="sectionId" value={section.id} />
        {events
          .filter(({ event, allowed }) => allowed && event !== 'assess')
          .map(({ event }) => (
            <SectionButton
              key={event}
              event={event}
              title={section.title}
              kind={event === 'claim' ? 'primary' : 'secondary'}
            />
          ))}
      </form>
    </>
  );
}

/** What the questionnaire tells reviewers to look for, and what the four verdicts mean; folded together on a phone. */
function Checks({ view: { page } }: { view: SectionView }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const kinds = useTexts(verdictTexts);
  const explain = useTexts(verdictExplanations);
  return (
    <aside className="sd-checks" aria-label={t('checksHeading')}>
      <details>
        <summary>
          <Icon name="chevron-down" />
          <span>{t('checksHeading')}</span>
        </summary>
        <ul className="sd-checks-list">
          {page.reviewChecks.map((check) => (
            <li key={check.id}>{text(check.text)}</li>
          ))}
        </ul>
        <Details summary={t('verdictMeanings')}>
          <dl className="sd-definitions">
            {verdictKinds.map((kind) => (
              <div key={kind}>
                <dt>{kinds(kind)}</dt>
                <dd>{explain(kind)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      </details>
    </aside>
  );
}

function Answers({ view, form }: { view: SectionView; form: VerdictForm }) {
  const t = useTexts(reviewTexts);
  const moved = view.page.answers.filter(({ isMoved }) => isMoved);
  const carried = view.page.answers.filter(({ isMoved }) => !isMoved);
  return (
    <>
      {moved.length > 0 && (
        <section aria-labelledby="to-judge">
          <h2 id="to-judge">{t('movedHeadingAnswers')}</h2>
          <ByInterface answers={moved} view={view} form={form} />
        </section>
      )}
      {carried.length > 0 && (
        <section aria-labelledby="unchanged" className="sd-carried">
          <h2 id="unchanged">{t('carriedHeading', { count: carried.length })}</h2>
          <p>{t('carriedIntro')}</p>
          <MinutesSaved carried={carried.length} perVerdict={view.minutesPerVerdict} />
          {carried.map((answer) => (
            <CarriedAnswer key={answer.answer.key} answer={answer} view={view} form={form} />
          ))}
        </section>
      )}
    </>
  );
}

type AnswersProps = { answers: readonly ReviewedAnswer[]; view: SectionView; form: VerdictForm };

function ByInterface({ answers, view, form }: AnswersProps) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const groups = [...groupBy(answers, ({ answer }) => answer.interfaceId)];
  return groups.map(([interfaceId, members]) => {
    const name = interfaceId === null ? undefined : view.interfaceNames[interfaceId];
    return (
      <section key={interfaceId ?? 'general'} className="sd-judge-group">
        {interfaceId !== null ? (
          <h3>{name ? text(interfaceLabel({ id: interfaceId, name })) : interfaceId}</h3>
        ) : (
          groups.length > 1 && <h3>{t('generalAnswers')}</h3>
        )}
        {members.map((answer) => (
          <AnswerReview
            key={answer.answer.key}
            answer={answer}
            view={view}
            form={form}
            level={interfaceId === null && groups.length === 1 ? 3 : 4}
          />
        ))}
      </section>
    );
  });
}

/** Folded: approved before and not touched since; can be judged anew. Opens by itself when something is wrong in it. */
function CarriedAnswer({ answer, view, form }: { answer: ReviewedAnswer; view: SectionView; form: VerdictForm }) {
  const { key } = answer.answer;
  const hasProblem = form.errors.some(({ field }) => field?.endsWith(`:${key}`));
  const isTyped = Boolean(form.typed?.[`kind:${key}`]);
  return (
    <Details summary={<CarriedSummary answer={answer} names={view.interfaceNames} />} open={hasProblem || isTyped}>
      <AnswerReview answer={answer} view={view} form={form} level={3} />
    </Details>
  );
}

/** What delta review spares the reader, and how that is known. */
function MinutesSaved({ carried, perVerdict }: { carried: number; perVerdict: number | null }) {
  const t = useTexts(judgingTexts);
  const format = useFormat();
  const minutes = minutesSaved(carried, perVerdict);
  if (minutes === null || perVerdict === null) {
    return <p className="sd-muted">{t('savedUnknown', { least: fewestVerdicts })}</p>;
  }
  return (
    <p>
      <strong>{t('savedMinutes', { count: minutes })}</strong>{' '}
      <span className="sd-muted">{t('savedHow', { minutes: format.number(Math.round(perVerdict * 10) / 10) })}</span>
    </p>
  );
}

interface CarriedSummaryProps {
  answer: ReviewedAnswer;
  names: SectionView['interfaceNames'];
}

function CarriedSummary({ answer: { answer, verdict }, names }: CarriedSummaryProps) {
  const t = useTexts(judgingTexts);
  const kinds = useTexts(verdictTexts);
  const text = useText();
  const format = useFormat();
  return (
    <>
      {text(answerLabel(answer, names))}
      {verdict && (
        <span className="sd-carried-line">
          {t('carriedApproved', {
            verdict: kinds(verdict.kind),
            date: format.date(verdict.givenAt),
            name: verdict.personName,
            municipality: verdict.municipality.name,
            version: verdict.questionnaireVersion,
            submission: String(verdict.submissionNumber),
          })}
        </span>
      )}
    </>
  );
}

function SaveBar() {
  const t = useTexts(reviewTexts);
  return (
    <div className="sd-judge-save">
      <p>{t('saveBarText')}</p>
      <ButtonGroup>
        <Button name="event" value="save">
          {t('saveVerdicts')}
        </Button>
        <Button name="event" value="assess" kind="secondary">
          {t('saveAndAssess')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

/** Accepts in one act what has no verdict, after saying how many answers that is and which of them to look at first. */
function RestBar({ view: { page, today } }: { view: SectionView }) {
  const t = useTexts(judgingTexts);
  const rest = page.answers.filter(({ verdict }) => verdict === null);
  if (rest.length === 0) return null;
  const warned = rest.filter(({ answer: { evidence, question } }) =>
    evidence.length === 0
      ? question.type === 'evidence' || question.weight === 3
      : evidence.every((item) => warningsOf(item, today).length > 0),
  );
  return (
    <section className="sd-judge-rest" aria-labelledby="rest">
      <h2 id="rest" className="h4">
        {t('restHeading')}
      </h2>
      <p>{t('restText', { count: rest.length })}</p>
      {warned.length > 0 && (
        <p>
          <Icon name="warning" /> {t('restWarned', { count: warned.length })}
        </p>
      )}
      <Button name="event" value="accept-rest" kind="secondary">
        {t('restButton', { count: rest.length })}
      </Button>
    </section>
  );
}

function Neighbours({ view, titles }: { view: SectionView; titles: Record<string, string> }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const { previousSectionId, nextSectionId } = view.page;
  const link = (id: string | null, label: string) =>
    id === null ? null : (
      <li>
        {label}: <a href={to.review.section(view.reviewed.id, id)}>{titles[id] ?? id}</a>
      </li>
    );
  if (previousSectionId === null && nextSectionId === null) return null;
  return (
    <ul className="nobullet-list sd-neighbours">
      {link(previousSectionId, t('previousSection'))}
      {link(nextSectionId, t('nextSection'))}
    </ul>
  );
}
