import type { LoaderFunctionArgs } from '@remix-run/node';
import { openToAll } from '~/app/api/open-to-all';
import { xml } from '~/app/published/feed-formats';
import { findEmbed } from '~/app/published/oembed.server';
import { inTime } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';

/**
 * oEmbed (oembed.com) of a product’s or an interface’s page: its badge with a link. `url` is the page’s address, `format` is
 * json or xml, `maxwidth` and `maxheight` are the room that there is, in pixels.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const format = search.get('format') || 'json';
  if (format !== 'json' && format !== 'xml') {
    return refuse(501, 'Not Implemented', 'Only format=json and format=xml are spoken here.');
  }
  const [maxWidth, maxHeight] = [readRoom(search.get('maxwidth')), readRoom(search.get('maxheight'))];
  if (maxWidth === undefined || maxHeight === undefined) {
    return refuse(400, 'Bad Request', 'maxwidth and maxheight are whole numbers of pixels, 20 or more.');
  }
  const asked = { url: search.get('url') ?? '', publicUrl: context.config.publicUrl, maxWidth, maxHeight };
  const embed = await inTime(findEmbed(context.publicDb, { ...asked, today: copenhagenDay(context.now()) }));
  if (!embed) return refuse(404, 'Not Found', 'Give the address of a product’s or an interface’s page as url.');
  return format === 'json'
    ? answer(200, JSON.stringify(embed), 'application/json')
    : answer(200, xmlOf(embed), 'text/xml');
}

/** @returns undefined for what is no room for anything */
function readRoom(text: string | null): number | undefined {
  if (!text) return Number.POSITIVE_INFINITY;
  const pixels = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return pixels >= 20 ? pixels : undefined;
}

function xmlOf(embed: Readonly<Record<string, string | number>>): string {
  const elements = Object.entries(embed).map(([name, value]) => `<${name}>${xml(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}

function refuse(status: number, title: string, detail: string): Response {
  const problem = { type: 'about:blank', title, status, detail };
  return answer(status, JSON.stringify(problem), 'application/problem+json');
}

function answer(status: number, body: string, type: string): Response {
  return new Response(body, { status, headers: { ...openToAll, 'Content-Type': `${type}; charset=utf-8` } });
}
