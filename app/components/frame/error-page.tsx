import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { ButtonGroup, ButtonLink } from '../button';
import { PageHeading } from '../page-heading';
import { errorKindOf, errorTextKeys } from './error-kind';

/** What a person sees of an error: a sentence, what to do, and a number to report. Never the error's own words. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string }) {
  const t = useTexts(commonTexts);
  const to = usePaths();
  const kind = errorKindOf(error);
  const keys = errorTextKeys[kind];
  return (
    <>
      <PageHeading lead={t(keys.text)}>{t(keys.title)}</PageHeading>
      <ButtonGroup>
        <ButtonLink href={to.home()}>{t('goHome')}</ButtonLink>
        <ButtonLink href={to.products()} kind="secondary">
          {t('findProduct')}
        </ButtonLink>
      </ButtonGroup>
      {kind === 'broken' && requestId && <p className="sd-muted">{t('errorReference', { reference: requestId })}</p>}
    </>
  );
}
