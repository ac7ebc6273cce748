import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, FileInput, PageHeading } from '~/app/components';
import script from '~/app/enhancements/verify-declaration.ts?worker&url';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { verifyDeclarationTexts } from '~/app/i18n/verify-declaration';
import { page } from '~/app/page';
import { apiPaths } from '~/app/paths';
import { listSigningKeys } from '~/db/published/ledger';

/** In bytes, as the script has it. */
const largest = 20_000_000;

export const handle = page({
  title: ({ language }) => translator(verifyDeclarationTexts, language)('title'),
  description: ({ language }) => translator(verifyDeclarationTexts, language)('lead'),
});

/** The keys are in the page, so that it works without a network once it is open. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { keySet: await listSigningKeys(context.publicDb) };
}

export default function VerifyDeclaration() {
  const { keySet } = useLoaderData<typeof loader>();
  const t = useTexts(verifyDeclarationTexts);
  const thumbprints = keySet.keys.flatMap(({ kid }) => kid ?? []);
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <noscript>
        <Alert kind="info">{t('needsScript')}</Alert>
      </noscript>
      {thumbprints.length === 0 && <Alert kind="warning">{t('noKeys')}</Alert>}
      <FileInput name="declaration" label={t('field')} hint={t('fieldHint')} formats={['json']} maxBytes={largest} />
      <div id="declaration-result" role="status" data-keys={JSON.stringify(keySet)} />
      {thumbprints.length > 0 && (
        <section aria-labelledby="keys">
          <h2 id="keys">{t('keys')}</h2>
          <p>{t('keysLead')}</p>
          <ul>
            {thumbprints.map((thumbprint) => (
              <li key={thumbprint}>
                <code className="sd-break">{thumbprint}</code>
              </li>
            ))}
          </ul>
          <p>
            <a href={apiPaths.ledger()} type="application/json">
              {apiPaths.ledger()}
            </a>
          </p>
        </section>
      )}
      <script type="module" src={script} />
    </>
  );
}
