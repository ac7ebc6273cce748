import { useSearchParams } from '@remix-run/react';
import { Alert } from '~/app/components';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';

const texts = {
  'answer-hearing': 'done_answer_hearing',
  appeal: 'done_appeal',
  withdraw: 'done_withdraw',
} as const;

/** After a redirect: `?done=` names what was sent, and nothing but known names is shown. */
export function DoneAlert() {
  const t = useTexts(declarationTexts);
  const [search] = useSearchParams();
  const done = search.get('done') ?? '';
  if (!isKey(done)) return null;
  return <Alert kind="success" heading={t(texts[done])} role="status" />;
}

function isKey(name: string): name is keyof typeof texts {
  return Object.hasOwn(texts, name);
}
