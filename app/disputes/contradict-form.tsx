import { Alert, Button, Select, TextArea } from '~/app/components';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { disputeLimits } from '~/workflows/dispute';
import type { Contradictable } from './contradictable.server';
import { refusedField } from './dispute-steps';
import type { RefusedStep } from './dispute-view.server';

/** A municipality's statement that it does not run what the product says is in production. */
export function ContradictForm({ chosen, refused }: { chosen: Contradictable; refused: RefusedStep | undefined }) {
  const t = useTexts(disputeWorkTexts);
  const text = useText();
  const to = usePaths();
  const sentence = useRefusal();
  const { slug, name: product, interfaces } = chosen;
  if (interfaces.length === 0) return <Alert kind="info" heading={t('contradictNone', { product })} />;
  const isRefused = refused?.typed.step === 'contradict';
  const typed = isRefused ? refused.typed : {};
  return (
    <section aria-labelledby="contradict">
      <h2 id="contradict">{t('contradictHeading', { product })}</h2>
      <form method="post" action={to.review.contradictions({ product: slug })} className="sd-event-form">
        <input type="hidden" name="product" value={slug} />
        <Select
          name="interface"
          label={t('contradictInterface')}
          options={interfaces.map(({ id, name }) => ({ value: id, label: text(name) }))}
          defaultValue={typed.interface ?? interfaces[0]?.id ?? ''}
        />
        <TextArea
          name="text"
          label={t('contradictText')}
          hint={t('noNames')}
          rows={5}
          limit={disputeLimits.text}
          error={isRefused && refusedField(refused) === 'text' ? sentence(refused.refusal) : undefined}
          defaultValue={typed.text}
        />
        <Button name="step" value="contradict">
          {t('contradictButton')}
        </Button>
      </form>
    </section>
  );
}
