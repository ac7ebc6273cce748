import type { Logger } from 'pino';
import type { Config } from '~/app/config.server';
import { composeLetter, translateLetter } from '~/app/letters/compose-letter';
import { renderLetterPdf } from '~/app/letters/letter-pdf.server';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { smtpDelivery } from '~/app/mail/smtp';
import { subscriptionComposer } from '~/app/mail/subscription';
import { pullDueWellKnown } from '~/app/well-known/pull-due';
import { remindOfAttestations } from '~/db/attestation-reminders';
import { raiseCalibrationTasks } from '~/db/calibration-tasks';
import { fireDueClocks } from '~/db/cases/clocks';
import { escalateReviews } from '~/db/cases/escalation';
import type { Database } from '~/db/client';
import { sendDueConfirmations } from '~/db/confirmations';
import { lapseContradictions } from '~/db/contradictions';
import { remindOfEvidence } from '~/db/evidence-reminders';
import { type Signer, signLedger } from '~/db/ledger';
import { sendLetters } from '~/db/letters';
import { makeDigests } from '~/db/mail/digest';
import { prepareMails } from '~/db/mail/prepare';
import { sendDueMails } from '~/db/mail/send';
import { mailSubscriptions } from '~/db/mail/subscription-mails';
import { findReadOnlyReason } from '~/db/portal-settings';
import { readRewordings } from '~/db/portal-texts';
import { keepReviewClock } from '~/db/review-clock';
import { keepLogHead } from './log-heads';

/** In milliseconds: how late a deadline or a mail may be. */
const pause = 5_000;

export interface WorkerOptions {
  config: Pick<
    Config,
    'publicUrl' | 'smtpUrl' | 'mailFrom' | 'sessionSecret' | 'logHeadsFile' | 'wellKnownAllowLocal'
  > &
    Partial<Pick<Config, 'appealGuidance'>>;
  db: Database;
  /** Null: publications are not signed here. */
  signer: Signer | null;
  /** Makes the open dump when it is due; without it none is made here. */
  dump?: (now: Date) => Promise<unknown>;
  log: Logger;
  now: () => Date;
}

export interface Worker {
  /** Waits for what is under way: one mail at most. */
  stop(): Promise<void>;
}

/**
 * Fires the clocks and sends the mails, again and again. Any number of processes may do so at once
 * (docs/decisions/0016-clocks-without-a-job-library.md).
 */
export function startWorker(options: WorkerOptions): Worker {
  let isStopping = false;
  let wake = (): void => undefined;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const done = (async () => {
    while (!isStopping) {
      await work(options, () => isStopping);
      if (!isStopping) await rest();
    }
  })();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await done;
    },
  };
}

/** One round of everything. What fails is logged and does not keep the rest from being done; the next round tries again. */
export async function work(
  { config, db, signer, dump, log, now }: WorkerOptions,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const { smtpUrl, mailFrom, publicUrl, sessionSecret } = config;
  const attempt = async (what: string, task: () => Promise<unknown>): Promise<void> => {
    if (isStopping()) return;
    await task().catch((error: unknown) => log.error({ err: error }, what));
  };
  const isReadOnly = (await findReadOnlyReason(db).catch(() => null)) !== null;
  // A deadline that passes meanwhile is seen to when the switch is off again.
  const change = async (what: string, task: () => Promise<unknown>): Promise<void> => {
    if (!isReadOnly) await attempt(what, task);
  };
  await change('clocks failed', () => fireDueClocks(db, now()));
  await change('late reviews could not be told of', () => escalateReviews(db, now()));
  await change('low agreement could not be told of', () => raiseCalibrationTasks(db, now()));
  await change('contradictions could not be ended', () => lapseContradictions(db, now()));
  await change('reminders of evidence failed', () => remindOfEvidence(db, now()));
  await change('reminders of attestations failed', () => remindOfAttestations(db, now()));
  await change('confirmations could not be sent', () => sendDueConfirmations(db, now()));
  await change('letters could not be sent', async () => {
    const own = await readRewordings(db);
    await sendLetters(db, {
      compose: (facts, at) => composeLetter(facts, at, publicUrl, config.appealGuidance, own),
      translate: (facts, at) => translateLetter(facts, at, publicUrl, config.appealGuidance, own),
      render: renderLetterPdf,
      datedAt: now,
      onError: (error, letterId) => log.error({ err: error, letterId }, 'a letter could not be sent'),
      isStopping,
    });
  });
  if (signer) await change('publications could not be signed', () => signLedger(db, signer, now()));
  await attempt('the public review clock could not be computed', () => keepReviewClock(db, now()));
  // After the clock: the first dump of a portal has the figures that its page shows.
  if (dump) await attempt('the open dump could not be made', () => dump(now()));
  await attempt('the end of the log could not be kept', () => keepLogHead(db, config.logHeadsFile, now()));
  const preparing = async () => {
    const own = await readRewordings(db);
    return {
      now: now(),
      delivery: smtpUrl === null ? ('inbox' as const) : ('smtp' as const),
      compose: composer(publicUrl, own),
      composeDigest: digestComposer(publicUrl, own),
      onError: (error: unknown, of: string) => log.error({ err: error, of }, 'no mail could be made of a notice'),
    };
  };
  await attempt('mails could not be made', async () => prepareMails(db, await preparing()));
  await attempt('daily mails could not be made', async () => makeDigests(db, await preparing()));
  await change('mails of searches could not be made', () =>
    mailSubscriptions(db, {
      now: now(),
      delivery: smtpUrl === null ? 'inbox' : 'smtp',
      compose: subscriptionComposer(publicUrl),
      onError: (error, subscriptionId) => log.error({ err: error, subscriptionId }, 'a search could not be mailed'),
      isStopping,
    }),
  );
  await change('files of suppliers’ sites could not be pulled', () =>
    pullDueWellKnown(db, { now, fetching: { allowsLocal: config.wellKnownAllowLocal }, isStopping }),
  );
  if (smtpUrl === null || mailFrom === null) return;
  const deliver = smtpDelivery({ smtpUrl, mailFrom, publicUrl, sessionSecret });
  await attempt('mails could not be sent', () => sendDueMails(db, { now, deliver, isStopping }));
}
