import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, Button, Definition, PageHeading, TextInput } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { letterPageTexts } from '~/app/i18n/letter';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { findPublicLetter } from '~/db/published/letters';
import { readLetterCode } from '~/workflows/letter';

export const handle = page({
  title: ({ language }) => translator(letterPageTexts, language)('verifyTitle'),
  description: ({ language }) => translator(letterPageTexts, language)('verifyLead'),
});

/** `?code=`: whether a letter with that code was sent, when and by whom. Nothing else is told. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code')?.trim() ?? '';
  if (typed === '') return { typed, found: null, problem: null } as const;
  const code = readLetterCode(typed);
  if (code === null) return { typed: typed.slice(0, 40), found: null, problem: 'malformed' } as const;
  const found = await findPublicLetter(context.publicDb, code);
  return found
    ? ({ typed: code, found: { ...found, sentAt: found.sentAt.toISOString() }, problem: null } as const)
    : ({ typed: code, found: null, problem: 'unknown' } as const);
}

export default function Verify() {
  const { typed, found, problem } = useLoaderData<typeof loader>();
  const t = useTexts(letterPageTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('verifyLead')}>{t('verifyTitle')}</PageHeading>
      {found && <Found found={found} />}
      {problem === 'unknown' && (
        <Alert kind="error" heading={t('verifyUnknown')} role="status">
          {t('verifyUnknownText')}
        </Alert>
      )}
      <form method="get" action={to.verify()} className="sd-event-form">
        <TextInput
          name="code"
          label={t('verifyField')}
          hint={t('verifyHint')}
          defaultValue={typed}
          autoComplete="off"
          {...(problem === 'malformed' ? { error: t('verifyMalformed') } : {})}
        />
        <Button>{t('verifyButton')}</Button>
      </form>
    </>
  );
}

type FoundLetter = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['found']>;

function Found({ found }: { found: FoundLetter }) {
  const t = useTexts(letterPageTexts);
  const format = useFormat();
  const to = usePaths();
  const { sentAt, municipality, product } = found;
  return (
    <Alert kind="success" heading={t('verifyValid')} role="status">
      <p>{t('verifyValidText')}</p>
      <Definition
        compact
        items={[
          { id: 'date', term: t('verifyDate'), description: format.date(sentAt) },
          { id: 'municipality', term: t('verifyMunicipality'), description: municipality },
          ...(product
            ? [
                {
                  id: 'product',
                  term: t('verifyProduct'),
                  description: <a href={to.product(product.slug)}>{product.name}</a>,
                },
              ]
            : []),
        ]}
      />
    </Alert>
  );
}
