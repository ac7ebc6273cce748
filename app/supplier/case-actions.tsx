import { Button, Details, TextArea } from '~/app/components';
import { correctionTexts } from '~/app/i18n/corrections';
import { useFormat } from '~/app/i18n/format';
import { useRefusal } from '~/app/i18n/refusals';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { noteLimit } from '~/workflows/note';
import type { CaseView, DeclarationView } from './declaration-view.server';

const texts = {
  'answer-hearing': { heading: 'hearingHeading', text: 'hearingText', note: 'hearingNote', button: 'hearingButton' },
  appeal: { heading: 'appealSummary', text: 'appealText', note: 'appealNote', button: 'appealButton' },
  withdraw: { heading: 'withdrawSummary', text: 'withdrawText', note: 'withdrawNote', button: 'withdrawButton' },
} as const;
export type FormEvent = keyof typeof texts;

export function isFormEvent(event: unknown): event is FormEvent {
  return typeof event === 'string' && Object.hasOwn(texts, event);
}

/** While the municipality waits for it, the answer comes before everything else on the page. */
export function HearingReply({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const listed = view.case?.events.find(({ event }) => event === 'answer-hearing');
  if (!view.isOwn || !view.case || !listed) return null;
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{t('hearingHeading')}</h2>
      <EventForm view={view} about={view.case} listed={listed} />
    </section>
  );
}

/** What else the supplier can do with the case, as the chart permits. */
export function CaseActions({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const correction = useTexts(correctionTexts);
  const format = useFormat();
  const paths = usePaths();
  const { published } = view;
  // What is public is withdrawn below, in words of its own.
  const events = (view.case?.events ?? []).filter(
    ({ event }) => event !== 'withdraw' || view.case?.id !== published?.caseId,
  );
  const others = events.filter(({ event }) => event !== 'answer-hearing');
  if (!view.isOwn || (others.length === 0 && view.anew === null && !published)) return null;
  return (
    <section>
      <h2>{t('actionsHeading')}</h2>
      {published && published.caseId !== view.case?.id && (
        <p>
          {correction('stillPublic', {
            number: String(published.number),
            date: format.date(published.publishedOn),
          })}
        </p>
      )}
      {published && (
        <p>
          <a href={paths.supplier.corrections(view.declarationId)}>{correction('title')}</a>
        </p>
      )}
      {view.anew && <BeginAnew declarationId={view.declarationId} kind={view.anew} />}
      {others.map((listed) => {
        const { event } = listed;
        if (!view.case || !isFormEvent(event)) return null;
        return (
          <Details key={event} summary={t(texts[event].heading)}>
            <EventForm view={view} about={view.case} listed={listed} />
          </Details>
        );
      })}
      {published?.withdraw && <WithdrawPublished declarationId={view.declarationId} published={published} />}
    </section>
  );
}

interface WithdrawProps {
  declarationId: string;
  published: NonNullable<DeclarationView['published']>;
}

/** What is public, whatever case is open beside it. */
function WithdrawPublished({ declarationId, published }: WithdrawProps) {
  const t = useTexts(declarationTexts);
  const correction = useTexts(correctionTexts);
  const sentence = useRefusal();
  const { withdraw } = published;
  return (
    <Details summary={correction('withdrawSummary')}>
      {withdraw?.refusal ? (
        <p>
          {t('notNow')} {sentence(withdraw.refusal)}
        </p>
      ) : (
        <WithdrawFields declarationId={declarationId} published={published} note="" />
      )}
    </Details>
  );
}

interface WithdrawFieldsProps {
  declarationId: string;
  published: Pick<WithdrawProps['published'], 'number' | 'publishedOn' | 'caseId' | 'caseVersion'>;
  note: string;
  error?: string | undefined;
}

export function WithdrawFields({ declarationId, published, note, error }: WithdrawFieldsProps) {
  const correction = useTexts(correctionTexts);
  const format = useFormat();
  const { number, publishedOn, caseId, caseVersion } = published;
  return (
    <EventFields
      declarationId={declarationId}
      about={{ id: caseId, version: caseVersion }}
      event="withdraw"
      note={note}
      error={error}
      words={{
        text: correction('withdrawText', { number: String(number), date: format.date(publishedOn) }),
        button: correction('withdrawButton'),
      }}
    />
  );
}

interface EventFormProps {
  view: Pick<DeclarationView, 'declarationId'>;
  about: Pick<CaseView, 'id' | 'version'>;
  listed: CaseView['events'][number];
}

function EventForm({ view, about, listed }: EventFormProps) {
  const t = useTexts(declarationTexts);
  const sentence = useRefusal();
  const { event, refusal } = listed;
  if (!isFormEvent(event)) return null;
  if (refusal) {
    return (
      <p>
        {t('notNow')} {sentence(refusal)}
      </p>
    );
  }
  return <EventFields declarationId={view.declarationId} about={about} event={event} note="" />;
}

interface EventFieldsProps {
  declarationId: string;
  about: Pick<CaseView, 'id' | 'version'>;
  event: FormEvent;
  note: string;
  error?: string | undefined;
  /** In place of the event's usual ones. */
  words?: { text: string; button: string };
}

/** A page may hold the forms of two cases: the one that is public, and the one that is open beside it. */
export function noteFieldId(event: FormEvent, caseId: string): string {
  return `${event}-note-${caseId}`;
}

export function EventFields({ declarationId, about, event, note, error, words: own }: EventFieldsProps) {
  const t = useTexts(declarationTexts);
  const paths = usePaths();
  const words = texts[event];
  return (
    <form method="post" action={paths.supplier.events(declarationId)} className="sd-event-form">
      <p>{own?.text ?? t(words.text)}</p>
      <input type="hidden" name="case" value={about.id} />
      <input type="hidden" name="version" value={about.version} />
      <TextArea
        name="note"
        id={noteFieldId(event, about.id)}
        label={t(words.note)}
        optional={event === 'withdraw'}
        defaultValue={note}
        limit={noteLimit}
        rows={5}
        {...(error ? { error } : {})}
      />
      <Button kind={event === 'withdraw' ? 'warning' : 'primary'} name="event" value={event}>
        {own?.button ?? t(words.button)}
      </Button>
    </form>
  );
}

function BeginAnew({ declarationId, kind }: { declarationId: string; kind: 'correction' | 'again' }) {
  const t = useTexts(declarationTexts);
  const paths = usePaths();
  return (
    <form method="post" action={paths.supplier.events(declarationId)}>
      <p>{kind === 'correction' ? t('anewCorrectionText') : t('anewAgainText')}</p>
      <Button kind="secondary" name="intent" value="begin-anew">
        {kind === 'correction' ? t('anewCorrection') : t('anewAgain')}
      </Button>
    </form>
  );
}
