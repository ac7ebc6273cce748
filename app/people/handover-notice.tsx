import { Alert, Button, ButtonGroup } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { handoverTexts } from '~/app/i18n/handovers';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ReceivedHandover } from '~/db/handovers';
import type { HeldSection } from './handovers.server';

/** In the section that one was handed: who asked, what they wrote, and that one is done. */
export function HandoverNotice({ declarationId, held }: { declarationId: string; held: HeldSection }) {
  const t = useTexts(handoverTexts);
  const to = usePaths();
  const heading = held.isOwnChoice ? t('mineSelf') : t('noticeHeading', { name: held.assignedByName });
  return (
    <Alert kind="info" heading={heading}>
      {held.message !== null && <p className="sd-lines sd-break">{held.message}</p>}
      <form method="post" action={to.supplier.handovers(declarationId)}>
        <input type="hidden" name="handover" value={held.id} />
        <ButtonGroup>
          <Button kind="secondary" name="act" value="done">
            {t('done')}
          </Button>
          <Button kind="tertiary" name="act" value="taken-back">
            {t('handBack')}
          </Button>
        </ButtonGroup>
      </form>
    </Alert>
  );
}

/** On the task list: in whose hands a section is. */
export function HeldBy({ held }: { held: HeldSection }) {
  const t = useTexts(handoverTexts);
  if (!held.isMine) return <div>{t('theirs', { name: held.assigneeName })}</div>;
  return (
    <div>
      <strong>{held.isOwnChoice ? t('mineSelf') : t('mine', { name: held.assignedByName })}</strong>
      {held.message !== null && <span className="sd-lines sd-break">: {held.message}</span>}
    </div>
  );
}

/** `since` is ISO 8601. */
export type ReceivedSection = Omit<ReceivedHandover, 'since'> & { since: string };

/** On the supplier's home: the sections that one has been handed, over all products. */
export function ReceivedSections({ received }: { received: readonly ReceivedSection[] }) {
  const t = useTexts(handoverTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  if (received.length === 0) return null;
  return (
    <section aria-labelledby="received">
      <h2 id="received">{t('homeHeading')}</h2>
      <ul className="sd-next-steps">
        {received.map(
          ({ id, declarationId, sectionId, title, productName, assignedByName, isOwnChoice, message, since }) => (
            <li key={id} className="sd-next-step">
              <div>
                <h3 className="h4">{productName}</h3>
                <p>
                  {isOwnChoice
                    ? t('homeOwn', { section: text(title) })
                    : t('homeLine', { section: text(title), name: assignedByName, date: format.date(since) })}
                </p>
                {message !== null && <p className="sd-lines sd-break">{message}</p>}
              </div>
              <a
                href={to.supplier.section(declarationId, sectionId)}
                aria-label={t('homeOpenOf', { section: text(title), product: productName })}
              >
                {t('homeOpen')}
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
