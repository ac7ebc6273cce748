import { formatDate } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { mailTexts } from '~/app/i18n/mail';
import { subscriptionMailTexts } from '~/app/i18n/subscriptions';
import { translator } from '~/app/i18n/texts';
import { oneClickEnd, paths } from '~/app/paths';
import { headingOf, sunsetHeading } from '~/app/published/feed-words';
import type { ComposeSubscription } from '~/db/mail/subscription-mails';
import type { PublicEvent } from '~/db/published/events';
import { secretOfSubscription } from '~/db/search-subscriptions';
import { copenhagenDay } from '~/workflows/day';
import type { Language } from '~/workflows/words';
import { subjectOf } from './compose';
import { htmlBlocksOf, htmlHeading, htmlPage, htmlParagraph, textBlocksOf } from './html';
import { mailToken, tokenMark } from './token';

/** Happenings in one mail; the rest are on the page of the search. */
const mostShown = 20;

/**
 * Writes the mails of those who follow a search.
 * @param publicUrl where links lead
 */
export function subscriptionComposer(publicUrl: string): ComposeSubscription {
  return (news, language) => {
    const t = translator(subscriptionMailTexts, language);
    const signature = translator(mailTexts, language)('signature');
    const to = paths(language);
    const search = `${publicUrl}${to.products()}${news.query === '' ? '' : `?${news.query}`}`;
    const own = publicUrl + to.subscription(tokenMark);
    if (news.about === 'confirm') {
      const parts = {
        body: t('confirmBody'),
        facts: [[t('search'), search]] as const,
        link: own,
        linkText: t('confirmLink'),
      };
      const subject = t('confirmSubject');
      const footer = t('confirmFooter');
      return {
        subject,
        text: [...textBlocksOf(parts), signature, footer].join('\n\n'),
        html: htmlPage({ language, title: subject, blocks: htmlBlocksOf(parts), signature, footer }),
      };
    }
    const { events, sunsets } = news;
    const [first] = events;
    const [set] = sunsets;
    const count = events.length + sunsets.length;
    const subject = subjectOf(
      count === 1 && (first || set)
        ? t('newsSubjectOne', { heading: first ? headingOf(first, language) : set ? sunsetHeading(set, language) : '' })
        : t('newsSubjectMany', { count }),
    );
    const versions = sunsets.map((sunset) => ({
      heading: sunsetHeading(sunset, language),
      body: translator(lifecycleTexts, language)(sunset.sunsetOn === null ? 'feedTakenBackText' : 'feedText'),
      facts: [],
      link: publicUrl + to.interface(sunset.interfaceId),
      linkText: t('interface'),
    }));
    const ofProducts = events.slice(0, mostShown).map((event) => ({
      heading: headingOf(event, language),
      body: bodyOf(event, language),
      facts: [],
      link: publicUrl + to.product(event.slug),
      linkText: t('product'),
    }));
    const shown = [...versions, ...ofProducts];
    const lead = [t('newsLead'), ...(events.length > mostShown ? [t('newsMore', { count: mostShown })] : [])].join(' ');
    const last = { body: '', facts: [[t('search'), search]] as const, link: own, linkText: t('end') };
    const footer = t('footer');
    return {
      subject,
      text: [
        lead,
        ...shown.flatMap((parts, index) => [`${index + 1}. ${parts.heading}`, ...textBlocksOf(parts)]),
        ...textBlocksOf(last).slice(1),
        signature,
        footer,
      ].join('\n\n'),
      html: htmlPage({
        language,
        title: subject,
        blocks: [
          htmlParagraph(lead),
          ...shown.flatMap((parts) => [htmlHeading(parts.heading), ...htmlBlocksOf(parts)]),
          ...htmlBlocksOf(last).slice(1),
        ],
        signature,
        footer,
      }),
    };
  };
}

function bodyOf(event: PublicEvent, language: Language): string {
  const said = `${event.supplierName}, ${formatDate(copenhagenDay(event.at), language)}.`;
  return event.isDemo ? `${said} ${translator(subscriptionMailTexts, language)('demo')}` : said;
}

const subscriptionSecret = new RegExp(`^${secretOfSubscription('')}`);

/**
 * The headers by which a mail program ends a subscription with one click (RFC 8058).
 * @param secretOf what the token of the mail's link is made of
 * @returns none for any other mail
 */
export function listHeaders(
  secretOf: string | null,
  { publicUrl, sessionSecret }: { publicUrl: string; sessionSecret: string },
): Record<string, string> {
  if (secretOf === null || !subscriptionSecret.test(secretOf)) return {};
  return {
    'List-Unsubscribe': `<${publicUrl}${oneClickEnd(mailToken(sessionSecret, secretOf))}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
