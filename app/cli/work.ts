import type { Command } from 'commander';
import type { OpenPortal } from '~/app/server/open-portal';
import { findSigner } from '~/app/server/signing-key';
import { startWorker } from '~/app/server/worker';
import { fireDueClocks, listDueClocks } from '~/db/cases/clocks';
import { escalateReviews, listOverdueReviews } from '~/db/cases/escalation';
import { countHeldNotices } from '~/db/mail/digest';
import { countStuckNotices, listMails, type MailState, mailStates, retryMails } from '~/db/mail/list';
import { OperatorProblem } from '~/db/operator-problem';
import { ok } from '~/workflows/refusal';
import { type Cli, type CommonOptions, carryOut, changes, reads } from './cli';
import { idOf, unknown } from './known';

/** `worker`, `clocks fire`, `outbox list|retry`: what happens without anybody's click. */
export function registerWork(cli: Cli): void {
  cli.program
    .command('worker')
    .description('fire clocks and send mail until it is stopped; for web processes with WORKER=0')
    .action(() => cli.withPortal(runWorker));
  registerClocks(cli);
  const outbox = cli.program.command('outbox').description('mails: what waits, what was sent, what failed');
  registerList(outbox, cli);
  registerRetry(outbox, cli);
}

async function runWorker(portal: OpenPortal): Promise<void> {
  const worker = startWorker({ ...portal, signer: await findSigner(portal.config) });
  portal.log.info('worker started');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await worker.stop();
}

function registerClocks({ program, withPortal, print }: Cli): void {
  const clocks = program.command('clocks').description('deadlines of cases and of approvals');
  changes(clocks.command('fire'))
    .description('send the events of every deadline that has passed, now; the worker does so by itself')
    .action(({ dryRun = false }: CommonOptions) =>
      withPortal(async ({ db, now }) => {
        const at = now();
        if (dryRun) {
          const due = await listDueClocks(db, at);
          const lines = due.map(({ number, state, event }) => `${number}  ${state}  ${event.type}`);
          return print({ due, fired: false }, lines.join('\n') || 'No deadline has passed.');
        }
        const fired = await fireDueClocks(db, at);
        print({ fired }, fired.length === 1 ? '1 case was moved.' : `${fired.length} cases were moved.`);
      }),
    );
  changes(clocks.command('escalate'))
    .description('tell the coordinators of reviews that are overdue, now; the worker does so by itself')
    .action(({ dryRun = false }: CommonOptions) =>
      withPortal(async ({ db, now }) => {
        const reviews = dryRun ? await listOverdueReviews(db, now()) : await escalateReviews(db, now());
        const lines = reviews.map(
          ({ number, municipality, dueAt }) => `${number}  ${municipality}  ${dueAt.toISOString()}`,
        );
        print({ reviews, told: !dryRun }, lines.join('\n') || 'There is none to tell of.');
      }),
    );
}

function registerList(outbox: Command, { withPortal, print }: Cli): void {
  reads(outbox.command('list'))
    .description('the newest mails, those that failed first')
    .argument('[state]', mailStates.join(', '))
    .action((state: string | undefined) =>
      withPortal(async ({ db }) => {
        const mails = await listMails(db, state === undefined ? undefined : requireState(state));
        const stuck = await countStuckNotices(db);
        const held = await countHeldNotices(db);
        const lines = mails.map(({ id, address, subject, ...mail }) =>
          [id, mail.state, mail.createdAt.toISOString(), address, subject, mail.lastError ?? ''].join('  ').trimEnd(),
        );
        if (stuck > 0) lines.push(`${stuck} notices could not be made into mails; see the process’s log.`);
        if (held > 0) lines.push(`${held} notices wait for a daily mail.`);
        print({ mails, stuck, held }, lines.join('\n') || 'There are no mails.');
      }),
    );
}

function registerRetry(outbox: Command, { withPortal, print }: Cli): void {
  changes(outbox.command('retry'))
    .description('try again what was given up: one mail, or all that failed')
    .argument('[id]')
    .action((id: string | undefined, options: CommonOptions) =>
      withPortal(async ({ db, now }) => {
        if (id !== undefined) idOf(id, 'mail');
        const count = await carryOut(db, options, async (within) => ok(await retryMails(within, now(), id)));
        if (id !== undefined && count === 0) unknown('mail', id, `No mail ${id} was given up.`);
        print({ count }, `${count} ${options.dryRun ? 'would' : 'will'} be tried again.`);
      }),
    );
}

function requireState(state: string): MailState {
  const found = mailStates.find((each) => each === state);
  if (!found) throw new OperatorProblem(`Give one of ${mailStates.join(', ')}.`);
  return found;
}
