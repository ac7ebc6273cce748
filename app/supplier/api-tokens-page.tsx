import {
  Alert,
  Button,
  ButtonGroup,
  CheckboxGroup,
  type Column,
  DataTable,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  RadioGroup,
  Select,
  Tag,
  TextInput,
  Time,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { apiScopeTexts, apiTokenTexts, tokenStateTexts } from '~/app/i18n/supplier-api';
import { useTexts } from '~/app/i18n/use-texts';
import { apiPaths, usePaths } from '~/app/paths';
import type { ListedToken } from '~/db/api-tokens';
import { apiScopes, tokenLifetimes, tokenNameLimit } from '~/workflows/api-token';

export interface TypedToken {
  name: string;
  scopes: string[];
  product: string;
  lifetime: string;
}

export interface RefusedToken {
  errors: FieldProblem[];
  typed: TypedToken;
}

export interface ApiTokensView {
  tokens: readonly ListedToken[];
  products: readonly { id: string; name: string }[];
  isRevoked: boolean;
  /** Just made: shown this once. */
  made: { name: string; token: string } | null;
  refused: RefusedToken | null;
}

export function ApiTokensPage({ tokens, products, isRevoked, made, refused }: ApiTokensView) {
  const t = useTexts(apiTokenTexts);
  return (
    <>
      {refused && <ErrorSummary errors={refused.errors} />}
      {isRevoked && !made && !refused && <Alert kind="success" heading={t('revoked')} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {made && (
        <Alert kind="success" heading={t('madeHeading', { name: made.name })} role="status">
          <p>{t('madeText')}</p>
          <p>
            <code className="sd-break">{made.token}</code>
          </p>
        </Alert>
      )}
      <p>
        <a href={apiPaths.openapi()}>{t('documentation')}</a>
      </p>
      <section aria-labelledby="tokens">
        <h2 id="tokens">{t('listHeading')}</h2>
        {tokens.length === 0 ? <p className="sd-muted">{t('none')}</p> : <TokenTable tokens={tokens} />}
      </section>
      <NewTokenForm products={products} refused={refused} />
    </>
  );
}

function TokenTable({ tokens }: { tokens: readonly ListedToken[] }) {
  const t = useTexts(apiTokenTexts);
  const scope = useTexts(apiScopeTexts);
  const format = useFormat();
  const columns: Column<ListedToken>[] = [
    {
      id: 'name',
      header: t('columnName'),
      rowHeader: true,
      cell: ({ name, prefix, createdAt, createdByName }) => (
        <>
          {name}
          <div className="sd-muted sd-small sd-normal">
            <code>{prefix}…</code>
          </div>
          <div className="sd-muted sd-small sd-normal">
            {t('madeBy', { date: format.date(createdAt), person: createdByName })}
          </div>
        </>
      ),
    },
    {
      id: 'scopes',
      header: t('columnScopes'),
      cell: ({ scopes, productName }) => (
        <div>
          {scopes.map((each) => (
            <div key={each}>{scope(each)}</div>
          ))}
          <div className="sd-muted sd-small">{productName ?? t('allProducts')}</div>
        </div>
      ),
    },
    { id: 'state', header: t('columnState'), cell: (token) => <TokenStateTag token={token} /> },
    {
      id: 'used',
      header: t('columnUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} /> : t('neverUsed')),
    },
    { id: 'end', header: t('columnEnd'), cell: (token) => token.revokedAt === null && <EndForm token={token} /> },
  ];
  return (
    <>
      <DataTable caption={t('listHeading')} hideCaption columns={columns} rows={tokens} rowKey={({ id }) => id} />
      <p className="sd-muted">{t('endHint')}</p>
    </>
  );
}

function TokenStateTag({ token: { state, expiresAt } }: { token: ListedToken }) {
  const t = useTexts(apiTokenTexts);
  const stateText = useTexts(tokenStateTexts);
  const format = useFormat();
  if (state !== 'good') return <Tag tone={state === 'revoked' ? 'neutral' : 'warning'}>{stateText(state)}</Tag>;
  return (
    <div>
      <Tag tone="success">{stateText(state)}</Tag>
      <div className="sd-muted sd-small">{t('goodUntil', { date: format.date(expiresAt) })}</div>
    </div>
  );
}

function EndForm({ token: { id, name } }: { token: ListedToken }) {
  const t = useTexts(apiTokenTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.supplier.apiTokens()}>
      <input type="hidden" name="token" value={id} />
      <ButtonGroup>
        <Button kind="tertiary" name="act" value="rotate" aria-label={t('rotateOf', { name })}>
          {t('rotate')}
        </Button>
        <Button kind="tertiary" name="act" value="revoke" aria-label={t('revokeOf', { name })}>
          {t('revoke')}
        </Button>
      </ButtonGroup>
    </form>
  );
}

function NewTokenForm({ products, refused }: Pick<ApiTokensView, 'products' | 'refused'>) {
  const t = useTexts(apiTokenTexts);
  const scope = useTexts(apiScopeTexts);
  const to = usePaths();
  const errors = refused?.errors ?? [];
  const typed = refused?.typed ?? { name: '', scopes: [...apiScopes], product: '', lifetime: '90' };
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('newHeading')}</h2>
      <form method="post" action={to.supplier.apiTokens()}>
        <TextInput
          name="name"
          label={t('fieldName')}
          hint={t('fieldNameHint')}
          maxLength={tokenNameLimit}
          defaultValue={typed.name}
          autoComplete="off"
          error={errorOf(errors, 'name')}
        />
        <CheckboxGroup
          name="scopes"
          label={t('fieldScopes')}
          choices={apiScopes.map((value) => ({ value, label: scope(value) }))}
          defaultValues={typed.scopes}
          error={errorOf(errors, 'scopes')}
        />
        <Select
          name="product"
          label={t('fieldProduct')}
          empty={t('allProducts')}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed.product}
          error={errorOf(errors, 'product')}
        />
        <RadioGroup
          name="lifetime"
          label={t('fieldLifetime')}
          inline
          choices={tokenLifetimes.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
          defaultValue={typed.lifetime}
          error={errorOf(errors, 'lifetime')}
        />
        <ButtonGroup>
          <Button name="act" value="make">
            {t('make')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
