import {
  Alert,
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  PageHeading,
  Select,
  TextArea,
  TextInput,
  Time,
} from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { useRefusal } from '~/app/i18n/refusals';
import { transferTexts } from '~/app/i18n/transfers';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Transfer } from '~/db/transfers';
import type { Refusal } from '~/workflows/refusal';

interface TransfersView {
  supplierId: string;
  transfers: Transfer[];
  products: { id: string; name: string }[];
  mayManage: boolean;
  /** In characters. */
  messageLimit: number;
  /** What has just been offered or decided. */
  done: Transfer | null;
}

export interface RefusedTransfer {
  refusal: Refusal;
  typed: Record<string, string>;
}

/** Where the offer's form shows what was refused. */
const fields: Readonly<Record<string, 'product' | 'cvr' | 'message'>> = {
  'not-found': 'product',
  'transfer-product-needed': 'product',
  'transfer-open': 'product',
  'transfer-case-open': 'product',
  'transfer-name-in-use': 'product',
  'cvr-not-valid': 'cvr',
  'transfer-to-whom': 'cvr',
  'transfer-to-self': 'cvr',
  'message-not-valid': 'message',
};

export function TransfersPage({ view, refused }: { view: TransfersView; refused: RefusedTransfer | undefined }) {
  const t = useTexts(transferTexts);
  const sentence = useRefusal();
  const waiting = view.transfers.filter(({ decidedAs }) => decidedAs === null);
  const decided = view.transfers.filter(({ decidedAs }) => decidedAs !== null);
  const offer = refused?.typed.act === 'offer' && view.mayManage && view.products.length > 0 ? refused : undefined;
  return (
    <>
      {refused && (
        <ErrorSummary
          errors={[
            {
              field: offer ? (fields[offer.refusal.code] ?? null) : null,
              message: sentence(refused.refusal),
            },
          ]}
        />
      )}
      {view.done && !refused && <Done transfer={view.done} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {!view.mayManage && <p>{t('adminsOnly')}</p>}
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('waiting')}</h2>
        {waiting.length === 0 && <p>{t('none')}</p>}
        {waiting.map((transfer) => (
          <Waiting key={transfer.id} transfer={transfer} view={view} />
        ))}
      </section>
      {view.mayManage && <Offer view={view} refused={offer} />}
      {decided.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          <ul>
            {decided.map((transfer) => (
              <Decided key={transfer.id} transfer={transfer} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Done({ transfer: { decidedAs, productName, from, to } }: { transfer: Transfer }) {
  const t = useTexts(transferTexts);
  const link = usePaths();
  const params = { product: productName, from: from.name, to: to.name };
  return (
    <Alert kind="success" heading={t(`done_${decidedAs ?? 'offered'}`, params)} role="status">
      {decidedAs === 'accepted' && <a href={link.supplier.home()}>{t('doneNext')}</a>}
    </Alert>
  );
}

function useOffered({ productName, from, to }: Transfer): string {
  const t = useTexts(transferTexts);
  return t('offered', { product: productName, from: from.name, to: to.name });
}

function Waiting({ transfer, view }: { transfer: Transfer; view: TransfersView }) {
  const t = useTexts(transferTexts);
  const to = usePaths();
  const offered = useOffered(transfer);
  const isMine = transfer.to.id === view.supplierId;
  return (
    <section aria-labelledby={`transfer-${transfer.id}`} className="sd-dispute">
      <h3 id={`transfer-${transfer.id}`}>{offered}</h3>
      <p>
        {t('offeredAt')}: <Time value={transfer.offeredAt} />
      </p>
      {transfer.message && (
        <p>
          {t('message')}: <Lines text={transfer.message} />
        </p>
      )}
      {view.mayManage && (
        <form method="post" action={to.supplier.transfers()}>
          <input type="hidden" name="transfer" value={transfer.id} />
          {isMine && <p>{t('acceptText')}</p>}
          <ButtonGroup>
            {isMine && (
              <>
                <Button name="act" value="accepted">
                  {t('accept')}
                </Button>
                <Button name="act" value="declined" kind="secondary">
                  {t('decline')}
                </Button>
              </>
            )}
            {!isMine && (
              <Button name="act" value="taken-back" kind="secondary">
                {t('takeBack')}
              </Button>
            )}
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}

function Decided({ transfer }: { transfer: Transfer }) {
  const t = useTexts(transferTexts);
  const format = useFormat();
  const { decidedAs, decidedAt, productName, from, to } = transfer;
  if (!decidedAs || !decidedAt) return null;
  const params = { product: productName, from: from.name, to: to.name, date: format.date(decidedAt) };
  return <li>{t(decidedAs, params)}</li>;
}

function Offer({
  view: { products, messageLimit },
  refused,
}: {
  view: TransfersView;
  refused: RefusedTransfer | undefined;
}) {
  const t = useTexts(transferTexts);
  const sentence = useRefusal();
  const typed: Readonly<Record<string, string>> = refused?.typed ?? {};
  const errorAt = (field: string) =>
    refused && fields[refused.refusal.code] === field ? sentence(refused.refusal) : undefined;
  const to = usePaths();
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">{t('offerHeading')}</h2>
      {products.length === 0 ? (
        <p>{t('offerNone')}</p>
      ) : (
        <Details summary={t('offerHeading')} open={typed.act === 'offer'}>
          <form method="post" action={to.supplier.transfers()} className="sd-event-form">
            <p>{t('offerText')}</p>
            <Select
              name="product"
              label={t('fieldProduct')}
              defaultValue={typed.product}
              error={errorAt('product')}
              options={products.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput
              name="cvr"
              label={t('fieldCvr')}
              width="s"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed.cvr}
              error={errorAt('cvr')}
            />
            <TextArea
              name="message"
              label={t('fieldMessage')}
              optional
              rows={3}
              limit={messageLimit}
              defaultValue={typed.message}
              error={errorAt('message')}
            />
            <Button name="act" value="offer" kind="secondary">
              {t('offer')}
            </Button>
          </form>
        </Details>
      )}
    </section>
  );
}
