import type { Config } from '~/app/config.server';
import { tokenMark, withToken } from '~/app/mail/token';
import type { ListedMail } from '~/db/mail/list';
import { type Actor, hasRole } from '~/workflows/actor';
import type { ShownMail } from './mail-page';

/**
 * A mail as the page shows it. Where no mail leaves the portal, the coordinator is the one who can pass it on, and sees
 * the links as they work; else only the receiver has them.
 */
export function shownMail(
  { secretOf, ...mail }: ListedMail,
  actor: Actor,
  { smtpUrl, sessionSecret, publicUrl }: Config,
): ShownMail {
  const isPassedOn = smtpUrl === null && mail.state === 'shown' && hasRole(actor, 'coordinator');
  const text = isPassedOn ? withToken(mail.text, secretOf, sessionSecret) : mail.text.replaceAll(tokenMark, '…');
  return { ...mail, text, linksFrom: `${publicUrl}/` };
}
