import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RoutingPage } from '~/app/admin/routing-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { routingTexts } from '~/app/i18n/routing';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { readChosenCases, tellRouted } from '~/app/review/bulk-routing.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { listReviewingMunicipalities, planRoutings, routeByRules } from '~/db/cases/routing';
import { mainQuestionnaire } from '~/db/declarations';
import { getPortalSettings, switchAutomaticRouting } from '~/db/portal-settings';
import { getLatestQuestionnaire } from '~/db/questionnaires';
import { addRoutingRule, changeRoutingRule, listRoutingRules } from '~/db/routing-rules';
import { type Acting, hasRole } from '~/workflows/actor';
import { listRuleGaps, type TypedRule } from '~/workflows/review/routing-rule-gaps';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(routingTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const { definition } = await getLatestQuestionnaire(context.db, mainQuestionnaire);
  return {
    plan: await planRoutings(context.db, context.now()),
    rules: await listRoutingRules(context.db),
    sections: definition.sections.map(({ id, title }) => ({ id, title })),
    municipalities: await listReviewingMunicipalities(context.db),
    isAutomatic: (await getPortalSettings(context.db)).isRoutingAutomatic,
    mayChange: hasRole(actor, 'coordinator'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/**
 * Adds (`act=add`), changes (`act=change`) or ends (`act=end`) a rule, routes the chosen cases (`act=route`), or switches
 * automatic routing (`act=automatic`, `act=by-hand`).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const acting = { actor, now: context.now() };
  const form = await readForm(request);
  const typed = textsOf(form);
  if (typed.act === 'route') return route(context, acting, form);
  if (typed.act === 'automatic' || typed.act === 'by-hand') {
    await switchAutomaticRouting(context.db, acting, { isAutomatic: typed.act === 'automatic' });
    return redirect(paths(languageOf(request)).admin.routing({ done: typed.act }), 303);
  }
  const chosen = { sectionIds: textsIn(form, 'section'), municipalityCodes: textsIn(form, 'municipality') };
  const gaps = typed.act === 'end' ? [] : listRuleGaps(ruleOf(typed));
  const refused = gaps.map(({ field, code }) => ({ field, refusal: { code } }));
  if (refused.length > 0) return data({ refusal: null, refused, typed, chosen, result: null }, 400);
  const result = await changeRules(context, acting, typed, chosen);
  if (result.ok) return redirect(paths(languageOf(request)).admin.routing({ done: typed.act ?? 'add' }), 303);
  const { refusal } = result;
  const status = refusal.code === 'rule-has-moved' ? 409 : 400;
  return data({ refusal, refused, typed, chosen, result: null }, status);
}

async function route(context: PortalContext, acting: Acting, form: FormData) {
  const seen = readChosenCases(form);
  const unusable = { refused: [], typed: {}, chosen: null };
  if (seen.length === 0) return data({ refusal: { code: 'no-cases-chosen' }, ...unusable, result: null }, 400);
  const result = await tellRouted(context, await routeByRules(context.db, acting, seen));
  return data({ refusal: null, ...unusable, result }, result.refused.length > 0 ? 409 : 200);
}

function changeRules(
  { db }: PortalContext,
  acting: Acting,
  typed: Record<string, string>,
  chosen: { sectionIds: string[]; municipalityCodes: string[] },
) {
  const { act, id = '', way = '' } = typed;
  const input = { ...ruleOf(typed), way, toPerson: typed.toPerson !== undefined, ...chosen };
  if (act !== 'change' && act !== 'end') return addRoutingRule(db, acting, input);
  return changeRoutingRule(db, acting, { ...input, id, expectedVersion: versionOf(typed), end: act === 'end' });
}

function ruleOf({ name = '', position = '', mostOpen = '' }: Record<string, string>): TypedRule {
  return {
    name,
    position: position.trim() === '' ? Number.NaN : Number(position),
    mostOpen: mostOpen.trim() === '' ? null : Number(mostOpen),
  };
}

function textsIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

export default function Routing() {
  return <RoutingPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
