import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  Diff,
  EmptyState,
  InsetText,
  PageHeading,
  Stats,
  Tag,
} from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { questionRelationTexts, renewalTexts } from '~/app/i18n/renewal';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { diffWords } from '~/workflows/diff';
import type { Refusal } from '~/workflows/refusal';
import { Earlier } from './earlier-note';
import { QuestionAnchor } from './missing-list';
import type { RenewalView, ToAnswerView, ToConfirmView } from './renewal-view.server';

/** What became of what was sent. */
export interface RenewalNotice {
  refusal: Refusal | null;
  moved: boolean;
  confirmed: number;
  declined: number;
  /** Not confirmed, because the answer had changed. */
  untouched: number;
}

/** Exactly what a new version asks of one declaration: before the move as a forecast, after it as a list that shrinks. */
export function RenewalPage({ view, notice }: { view: RenewalView; notice: RenewalNotice }) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  return (
    <>
      <BackLink href={paths.supplier.declaration(view.declarationId)}>{t('back')}</BackLink>
      <Notices notice={notice} view={view} />
      <PageHeading caption={view.productName} lead={<Lead view={view} />}>
        {t('title')}
      </PageHeading>
      {view.phase === 'none' && <EmptyState heading={t('none')}>{t('noneText', { from: view.from })}</EmptyState>}
      {view.phase === 'before' && <Forecast view={view} />}
      {view.phase === 'after' && view.toConfirm.length + view.toAnswer.length === 0 && <Done view={view} />}
      {view.toConfirm.length > 0 && <ToConfirm view={view} />}
      {view.toAnswer.length > 0 && <ToAnswer view={view} />}
      {view.dropped.length > 0 && <Dropped view={view} />}
      {view.phase !== 'none' && (
        <p>
          <a href={paths.questionnaireChanges(view.slug, { to: view.to })}>{t('whatIsNew')}</a>
        </p>
      )}
    </>
  );
}

function Lead({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const { phase, from, to } = view;
  if (phase === 'none') return null;
  return <>{t(phase === 'before' ? 'leadBefore' : 'leadAfter', { from, to })}</>;
}

function Notices({ notice, view }: { notice: RenewalNotice; view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const sentence = useRefusal();
  const { refusal, moved, confirmed, declined, untouched } = notice;
  return (
    <>
      {refusal && <Alert kind="error">{sentence(refusal)}</Alert>}
      {untouched > 0 && (
        <Alert kind="warning" role="status">
          {t('notAll', { count: untouched })}
        </Alert>
      )}
      {moved && view.phase === 'after' && <Alert kind="success" heading={t('movedHeading')} role="status" />}
      {confirmed + declined > 0 && (
        <Alert kind="success" role="status">
          {confirmed > 0 && <p>{t('confirmed', { count: confirmed })}</p>}
          {declined > 0 && <p>{t('declined', { count: declined })}</p>}
        </Alert>
      )}
    </>
  );
}

function Forecast({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  return (
    <>
      <h2 className="sr-only">{t('statsHeading')}</h2>
      <Stats
        items={[
          { id: 'carried', value: view.carried, label: t('statCarried') },
          { id: 'confirm', value: view.toConfirm.length, label: t('statConfirm') },
          { id: 'answer', value: view.toAnswer.length, label: t('statAnswer') },
          { id: 'dropped', value: view.dropped.length, label: t('statDropped') },
        ]}
      />
      <p>
        {t('carriedText', { count: view.carried })} {view.approved > 0 && t('approvedText', { count: view.approved })}{' '}
        {view.optional > 0 && t('optionalText', { count: view.optional })}
      </p>
      <p>{t('publicStays')}</p>
      {view.isOwn && !view.mayMove && <Alert kind="info">{t('notNow')}</Alert>}
      {view.isOwn && view.mayMove && (
        <form method="post" action={paths.supplier.renewal(view.declarationId)}>
          <input type="hidden" name="to" value={view.toId} />
          <ButtonGroup>
            <Button name="act" value="move">
              {t('move', { to: view.to })}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

function Done({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  return (
    <Alert kind="success" heading={t('doneHeading')}>
      <p>{t('doneText')}</p>
      <ButtonLink href={paths.supplier.check(view.declarationId)}>{t('toCheck')}</ButtonLink>
    </Alert>
  );
}

function ToConfirm({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  const isOpen = view.phase === 'after' && view.isOwn && view.isEditable;
  const list = (
    <ul className="sd-proposal-list">
      {view.toConfirm.map((item) => (
        <Confirmation key={item.earlier.key} view={view} item={item} isOpen={isOpen} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{t('confirmHeading')}</h2>
      <p>{t('confirmLead')}</p>
      {isOpen ? (
        <form method="post" action={paths.supplier.renewal(view.declarationId)}>
          {view.toConfirm.length > 1 && (
            <ButtonGroup>
              <Button kind="secondary" name="all" value="accept">
                {t('confirmAll', { count: view.toConfirm.length })}
              </Button>
            </ButtonGroup>
          )}
          {list}
        </form>
      ) : (
        list
      )}
    </section>
  );
}

interface ConfirmationProps {
  view: RenewalView;
  item: ToConfirmView;
  isOpen: boolean;
}

function Confirmation({ view, item, isOpen }: ConfirmationProps) {
  const t = useTexts(renewalTexts);
  const text = useText();
  const { link, earlier, proposalId } = item;
  const what = <span className="sr-only"> {t('forQuestion', { question: text(link.text) })}</span>;
  return (
    <li className="sd-proposal">
      <QuestionHeading view={view} link={link} />
      {item.why && <p className="sd-small">{text(item.why)}</p>}
      <dl className="sd-proposal-change">
        <div>
          <dt>{t('wording')}</dt>
          <dd>
            <Diff parts={diffWords(text(earlier.text), text(link.text))} />
          </dd>
        </div>
        <div>
          <dt>{t('yourAnswer')}</dt>
          <dd>
            <Earlier names={view.names} earlier={earlier} />
          </dd>
        </div>
      </dl>
      {isOpen && proposalId && (
        <ButtonGroup>
          <input type="hidden" name="shown" value={`${proposalId}:${item.version}`} />
          <Button kind="secondary" small name="accept" value={proposalId}>
            {t('confirm')}
            {what}
          </Button>
          <Button kind="tertiary" small name="decline" value={proposalId}>
            {t('decline')}
            {what}
          </Button>
        </ButtonGroup>
      )}
    </li>
  );
}

/** A link only once the question stands in the declaration. */
function QuestionHeading({ view, link }: { view: RenewalView; link: ToConfirmView['link'] }) {
  const text = useText();
  return (
    <h3 className="h5">
      {view.phase === 'after' ? (
        <QuestionAnchor link={link} declarationId={view.declarationId} />
      ) : (
        <>
          {link.about && `${text(link.about.name)}: `}
          {text(link.text)}
        </>
      )}
    </h3>
  );
}

function ToAnswer({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t('answerHeading')}</h2>
      {view.phase === 'after' && <p>{t('answerLead')}</p>}
      <ul className="sd-proposal-list">
        {view.toAnswer.map((item) => (
          <Task key={item.link.key} view={view} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Task({ view, item }: { view: RenewalView; item: ToAnswerView }) {
  const t = useTexts(renewalTexts);
  const relations = useTexts(questionRelationTexts);
  const text = useText();
  return (
    <li className="sd-proposal">
      <QuestionHeading view={view} link={item.link} />
      <p className="sd-small">
        {item.relation !== 'unchanged' && <Tag>{relations(item.relation)}</Tag>} {item.why && text(item.why)}
      </p>
      {item.earlier.map((earlier) => (
        <InsetText key={earlier.key}>
          <p className="sd-small sd-muted">{t('before', { question: text(earlier.text) })}</p>
          <p>
            <Earlier names={view.names} earlier={earlier} />
          </p>
        </InsetText>
      ))}
    </li>
  );
}

function Dropped({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const text = useText();
  return (
    <section aria-labelledby="dropped">
      <h2 id="dropped">{t('droppedHeading')}</h2>
      <p>{t('droppedLead')}</p>
      <ul className="sd-proposal-list">
        {view.dropped.map((earlier) => (
          <li key={earlier.key} className="sd-proposal">
            <h3 className="h5">{text(earlier.text)}</h3>
            {earlier.why && <p className="sd-small">{text(earlier.why)}</p>}
            <p>
              <Earlier names={view.names} earlier={earlier} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
