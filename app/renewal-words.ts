import { formatPercent } from '~/app/i18n/format';
import { renewalCostTexts } from '~/app/i18n/renewal-cost';
import { translator } from '~/app/i18n/texts';
import { type RenewalCost, sharesOf } from '~/workflows/questionnaire/renewal-cost';
import type { Language } from '~/workflows/words';

/** "1.204 besvarelser i 63 it-systemer: 71 % følger med, 22 % kræver ét klik, 7 % kræver et nyt svar." */
export function costInWords(cost: RenewalCost, language: Language): string {
  const t = translator(renewalCostTexts, language);
  if (cost.declarations === 0) return t('nobody');
  const shares = sharesOf(cost);
  const percent = (share: number) => formatPercent(share / 100, language);
  const sentence = t('cost', {
    answers: t('answers', { count: cost.answers }),
    products: t('products', { count: cost.declarations }),
    carried: percent(shares.carried),
    toConfirm: percent(shares.toConfirm),
    toAnswer: percent(shares.toAnswer),
  });
  return cost.dropped > 0 ? `${sentence} ${t('dropped', { count: cost.dropped })}` : sentence;
}
