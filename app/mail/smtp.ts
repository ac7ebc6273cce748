import type { Deliver, Delivered } from '~/db/mail/send';
import { listHeaders } from './subscription';
import { withToken } from './token';

/** In milliseconds; all of them together are less than the lease of a mail. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 60_000 };

export interface SmtpOptions {
  smtpUrl: string;
  /** An address, or a name and an address. */
  mailFrom: string;
  /** Its host name makes the Message-ID. */
  publicUrl: string;
  /** Makes the tokens of links (app/mail/token.ts). */
  sessionSecret: string;
}

/**
 * Sends mails over SMTP, each on a connection of its own: a mail at a time is enough, and a server that was restarted is
 * no special case. A reply in the 500s to the receiver's address is final; everything else may be better later.
 */
export function smtpDelivery({ smtpUrl, mailFrom, publicUrl, sessionSecret }: SmtpOptions): Deliver {
  // Loaded with the first mail: a portal that has just started sends none yet.
  const openTransport = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url: smtpUrl, ...patience, disableFileAccess: true, disableUrlAccess: true });
  };
  let transport: ReturnType<typeof openTransport> | undefined;
  const host = new URL(publicUrl).hostname;
  return async ({ id, address, subject, text, html, language, secretOf }) => {
    try {
      transport ??= openTransport();
      await (await transport).sendMail({
        from: mailFrom,
        // As an object: what stands in an address can never become a second receiver.
        to: { name: '', address },
        subject,
        text: withToken(text, secretOf, sessionSecret),
        html: withToken(html, secretOf, sessionSecret),
        messageId: `<${id}@${host}>`,
        headers: {
          'Content-Language': language,
          'Auto-Submitted': 'auto-generated',
          ...listHeaders(secretOf, { publicUrl, sessionSecret }),
        },
      });
      return { kind: 'sent' };
    } catch (error) {
      return readProblem(error);
    }
  };
}

function readProblem(error: unknown): Delivered {
  const {
    code,
    command,
    responseCode = 0,
    message,
  } = error as Error & {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const isFinal = code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
  return { kind: 'refused', isFinal, error: message };
}
