import { formatDate, formatDateTime } from '~/app/i18n/format';
import { type MailedEvent, mailBodies, mailSubjects, mailTexts } from '~/app/i18n/mail';
import { noticeBodyTexts, noticeFooterTexts, noticeLinkTexts, noticeSubjectTexts } from '~/app/i18n/notices';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import type { CaseNotice } from '~/db/mail/notice';
import type { NoticeLink, NoticeSubject, PlainNotice } from '~/db/mail/plain-notice';
import type { Compose, Letter } from '~/db/mail/prepare';
import type { Language, Text } from '~/workflows/words';
import { tokenMark } from './token';

/** The longest subject, in characters: what mail programs show. */
const subjectLimit = 150;

/**
 * Writes the mails of a portal.
 * @param publicUrl where links lead: the setting, never a request's Host
 */
export function composer(publicUrl: string): Compose {
  return (notice, language) =>
    'caseId' in notice ? compose(notice, language, publicUrl) : composePlain(notice, language, publicUrl);
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
    html: htmlOf({
      language,
      heading: subject,
      body,
      facts,
      link,
      linkText: t('open'),
      signature: t('signature'),
      footer: t('footer'),
    }),
  };
}

/** A mail that is about no case: one paragraph, and a link that stands as it is in the text too. */
function composePlain(notice: PlainNotice, language: Language, publicUrl: string): Letter {
  const t = translator(mailTexts, language);
  const fill = (texts: Readonly<Record<NoticeSubject, Text>>): string =>
    texts[notice.about][language].replace(/\{(\w+)\}/g, (_, name: string) => paramOf(notice, name, language));
  const subject = fill(noticeSubjectTexts);
  const body = fill(noticeBodyTexts);
  const link = `${publicUrl}${linkOf(notice.link, language)}`;
  const footer = noticeFooterTexts[notice.secretOf === null ? 'member' : 'stranger'][language];
  return {
    subject: subject.length > subjectLimit ? `${subject.slice(0, subjectLimit - 1)}…` : subject,
    text: [body, `${noticeLinkTexts[notice.link.page][language]}: ${link}`, t('signature'), footer].join('\n\n'),
    html: htmlOf({
      language,
      heading: subject,
      body,
      facts: [],
      link,
      linkText: noticeLinkTexts[notice.link.page][language],
      signature: t('signature'),
      footer,
    }),
  };
}

/** A param can have an English form beside it (`sectionEn`); `date` is a day as yyyy-mm-dd. */
function paramOf({ params }: PlainNotice, name: string, language: Language): string {
  const text = (language === 'en' ? params[`${name}En`] : undefined) ?? params[name] ?? '';
  return name === 'date' ? formatDate(text, language) : oneLine(text);
}

function linkOf(link: NoticeLink, language: Language): string {
  const to = paths(language);
  switch (link.page) {
    case 'section':
      return to.supplier.section(link.declarationId, link.sectionId);
    case 'declaration':
      return to.supplier.declaration(link.declarationId);
    case 'product':
      return to.product(link.slug);
    case 'thread':
      return to.supplier.thread(link.declarationId, link.questionKey);
    case 'review-case':
      return to.review.case(link.caseId);
    case 'review-thread':
      return to.review.thread(link.caseId, link.questionKey);
    case 'invitation':
      return to.invitation(tokenMark);
    case 'dispute-confirmation':
      return to.confirmDispute(tokenMark);
    case 'access-confirmation':
      return to.confirmAccess(tokenMark);
    case 'people':
      return to.supplier.people();
    case 'transfers':
      return to.supplier.transfers();
    case 'disputes':
      return to.supplier.disputes();
    case 'admin':
      return to.admin.suppliers();
    case 'access-requests':
      return to.supplier.accessRequests();
    case 'admin-disputes':
      return to.admin.disputes();
    case 'home':
      return to.supplier.home();
  }
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
  linkText: string;
  signature: string;
  footer: string;
}

function htmlOf({ language, heading, body, facts, link, linkText, signature, footer }: HtmlParts): string {
  const rows = facts.map(([name, value]) => `<strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}`);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:40em">',
    `<p>${escapeHtml(body)}</p>`,
    ...(rows.length > 0 ? [`<p>${rows.join('<br>')}</p>`] : []),
    `<p><a href="${escapeHtml(link)}">${escapeHtml(linkText)}</a></p>`,
    `<p>${escapeHtml(signature).replace('\n', '<br>')}</p>`,
    `<p style="font-size:14px;color:#4a4a4a">${escapeHtml(footer)}</p>`,
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
