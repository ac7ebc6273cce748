import { formatDate, formatDateTime } from '~/app/i18n/format';
import { type MailedEvent, mailBodies, mailSubjects, mailTexts } from '~/app/i18n/mail';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import type { CaseNotice } from '~/db/mail/notice';
import type { Compose, Letter } from '~/db/mail/prepare';
import type { Language } from '~/workflows/words';

/** The longest subject, in characters: what mail programs show. */
const subjectLimit = 150;

/**
 * Writes the mails of a portal.
 * @param publicUrl where links lead: the setting, never a request's Host
 */
export function composer(publicUrl: string): Compose {
  return (notice, language) => compose(notice, language, publicUrl);
}

function compose(notice: CaseNotice, language: Language, publicUrl: string): Letter {
  const t = translator(mailTexts, language);
  const about = requireMailed(notice.about);
  const to = paths(language);
  const link = `${publicUrl}${notice.to === 'supplier' ? to.supplier.declaration(notice.declarationId) : to.review.case(notice.caseId)}`;
  const what = translator(mailSubjects, language)(about);
  const body = translator(mailBodies, language)(about);
  const facts = factsOf(notice, language);
  const subject = `${t('subject', { number: notice.caseNumber, what })} – ${oneLine(notice.product)}`;
  return {
    subject: subject.length > subjectLimit ? `${subject.slice(0, subjectLimit - 1)}…` : subject,
    text: [
      body,
      facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
      `${t('open')}: ${link}`,
      t('signature'),
      t('footer'),
    ].join('\n\n'),
    html: htmlOf({ language, heading: subject, body, facts, link, t }),
  };
}

function factsOf(notice: CaseNotice, language: Language): [name: string, value: string][] {
  const t = translator(mailTexts, language);
  const isAboutAge = notice.about === 'expire-soon' || notice.about === 'expire';
  const facts: [string, string][] = [
    [t('product'), oneLine(notice.product)],
    [t('supplier'), oneLine(notice.supplier)],
  ];
  if (notice.municipality) facts.push([t('municipality'), oneLine(notice.municipality)]);
  if (notice.dueAt && isAboutAge) facts.push([t('validUntil'), formatDate(notice.dueAt, language)]);
  if (notice.dueAt && !isAboutAge) facts.push([t('deadline'), formatDateTime(notice.dueAt, language)]);
  return facts;
}

/** Names come from people: no line break may begin a header or a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

interface HtmlParts {
  language: Language;
  heading: string;
  body: string;
  facts: readonly (readonly [string, string])[];
  link: string;
  t: ReturnType<typeof translator<typeof mailTexts>>;
}

function htmlOf({ language, heading, body, facts, link, t }: HtmlParts): string {
  const rows = facts.map(([name, value]) => `<strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}`);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:40em">',
    `<p>${escapeHtml(body)}</p>`,
    `<p>${rows.join('<br>')}</p>`,
    `<p><a href="${escapeHtml(link)}">${escapeHtml(t('open'))}</a></p>`,
    `<p>${escapeHtml(t('signature')).replace('\n', '<br>')}</p>`,
    `<p style="font-size:14px;color:#4a4a4a">${escapeHtml(t('footer'))}</p>`,
    '</body></html>',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function requireMailed(about: CaseNotice['about']): MailedEvent {
  if (about in mailSubjects) return about as MailedEvent;
  throw new Error(`There is no mail about ${about}.`);
}
