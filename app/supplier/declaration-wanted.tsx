import { InsetText, OutcomeTag, Tag, Time } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { CaseView, DeclarationView } from './declaration-view.server';
import { QuestionAnchor } from './missing-list';

/** What the municipality says: its messages, what is to be changed, the decision. */
export function Wanted({ view, about }: { view: DeclarationView; about: CaseView }) {
  const t = useTexts(declarationTexts);
  const text = useText();
  const paths = usePaths();
  const { changes, demands } = view;
  const isAsked = view.state === 'changes-requested';
  const lastNote = about.notes.at(-1);
  return (
    <>
      {about.decision && <Decision decision={about.decision} />}
      {lastNote && (isAsked || view.state === 'hearing' || view.state === 'suspended' || view.state === 'revoked') && (
        <Note note={lastNote} />
      )}
      {isAsked && demands.length > 0 && (
        <section>
          <h2>{t('demandsHeading')}</h2>
          <ul className="sd-links">
            {demands.map(({ interfaceId, name, reason }) => (
              <li key={interfaceId}>
                <a href={`${paths.supplier.scope(view.declarationId)}#scope-${interfaceId}`}>
                  {text(name)} ({interfaceId})
                </a>
                {reason && (
                  <p>
                    <Lines text={reason} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(isAsked || (about.decision && changes.length > 0)) && (
        <section>
          <h2>{isAsked ? t('changesHeading') : t('verdictsHeading')}</h2>
          {isAsked && <p>{changes.length > 0 ? t('changesLead') : t('changesNone')}</p>}
          <ul className="sd-changes">
            {changes.map((change) => (
              <li key={change.key}>
                <p>
                  <QuestionAnchor link={change} declarationId={view.declarationId} />{' '}
                  {isAsked && (
                    <Tag
                      tone={change.isChanged ? 'success' : 'warning'}
                      {...(change.isChanged ? { icon: 'check' } : {})}
                    >
                      {t(change.isChanged ? 'changedByUs' : 'notChangedYet')}
                    </Tag>
                  )}
                </p>
                {change.reason && (
                  <p>
                    {change.municipalityName}: <Lines text={change.reason} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What was written in the case, newest first: what both sides can refer to. */
export function Messages({ about }: { about: CaseView }) {
  const t = useTexts(declarationTexts);
  if (about.notes.length === 0) return null;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('messagesHeading')}</h2>
      {[...about.notes].reverse().map((note) => (
        <Note key={`${note.writtenAt} ${note.event}`} note={note} />
      ))}
    </section>
  );
}

function Note({ note }: { note: CaseView['notes'][number] }) {
  const t = useTexts(declarationTexts);
  const from = note.from;
  const heading =
    from.side === 'supplier'
      ? t('messageOwn')
      : t('messageFrom', { sender: from.side === 'municipality' ? from.name : t('byPortal') });
  return (
    <InsetText tone="accent">
      <p>
        <strong>{heading}</strong> · <Time value={note.writtenAt} />
      </p>
      <p>
        <Lines text={note.text} />
      </p>
    </InsetText>
  );
}

function Decision({ decision }: { decision: NonNullable<CaseView['decision']> }) {
  const t = useTexts(declarationTexts);
  const format = useFormat();
  return (
    <section>
      <h2>{t('decisionHeading')}</h2>
      <p>
        <OutcomeTag outcome={decision.outcome} />{' '}
        {t('decisionBy', { municipality: decision.municipalityName, date: format.date(decision.decidedAt) })}
      </p>
      {decision.reasons && (
        <InsetText>
          <p>
            <Lines text={decision.reasons} />
          </p>
        </InsetText>
      )}
    </section>
  );
}
