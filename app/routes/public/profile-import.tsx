import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { readFile, readUploadForm } from '~/app/exchange/read-upload.server';
import { languageOf } from '~/app/i18n/language';
import { profileTexts } from '~/app/i18n/profile';
import { listProblemTexts, profileImportTexts } from '~/app/i18n/profile-import';
import { type Texts, translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { ProfileImportPage } from '~/app/profile/import-page';
import {
  type ListProblem,
  type ReadList,
  readPastedRequirements,
  readRequirementFile,
  requirementFormats,
  requirementLimit,
} from '~/app/profile/read-requirements.server';
import { nameRequirements, readProfilePage } from '~/app/published/profile-page.server';
import { refuseQuery } from '~/app/published/query-problem.server';
import { listInterfaces } from '~/db/catalogue';
import { withRequirement, writeProfile } from '~/workflows/profile';
import { matchRequirements } from '~/workflows/requirement-import';
import type { Language } from '~/workflows/words';

/** Not for search engines: it is a form. */
export const handle = page({
  title: ({ language }) => translator(profileImportTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(profileTexts, language)('title'), href: to.profile() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { read } = await readProfilePage(request, context.publicDb, context.now());
  if (!read.ok) refuseQuery(read.problem);
  return { profile: writeProfile(read.profile), formats: requirementFormats, maxBytes: requirementLimit };
}

/** Rows of each of the two lists on the page. */
const mostShown = 200;

/** Reads a list of requirements and shows what was understood. Changes nothing: the profile is where the page's link leads. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { publicDb: db, now } = context;
  const language = languageOf(request);
  const { catalogue, read } = await readProfilePage(request, db, now());
  if (!read.ok) refuseQuery(read.problem);
  const { list, pasted } = await readList(request);
  if (!list.ok) return data({ problems: sentencesOf(list.problems, language), pasted, result: null }, 400);
  const interfaces = await listInterfaces(db);
  const named = interfaces.map(({ id, name, details }) => ({ id, name, alsoCalled: details.alsoCalled ?? [] }));
  const { matched, unmatched } = matchRequirements(list.listed, named);
  const profile = matched.reduce((before, { requirement }) => withRequirement(before, requirement), read.profile);
  const inProfile = new Map(nameRequirements(profile, catalogue).map((each) => [each.interfaceId, each]));
  return data({
    problems: [],
    pasted,
    result: {
      profile: writeProfile(profile),
      listed: list.listed.length,
      isWithoutHeadings: list.isWithoutHeadings ?? false,
      matched: matched.slice(0, mostShown).flatMap(({ requirement: { interfaceId }, rows, by }) => {
        const requirement = inProfile.get(interfaceId);
        return requirement ? [{ requirement, rows, by }] : [];
      }),
      unmatched: unmatched.slice(0, mostShown).map((item) => ({ ...item, name: item.name.slice(0, 300) })),
      moreUnmatched: Math.max(0, unmatched.length - mostShown),
    },
  });
}

async function readList(request: Request): Promise<{ list: ReadList; pasted: string }> {
  const form = await readUploadForm(request);
  const wrong = (code: 'too-large' | 'empty', pasted = '') => ({
    list: { ok: false as const, problems: [{ code }] },
    pasted,
  });
  if (!form) return wrong('too-large');
  const field = form.get('pasted');
  const pasted = typeof field === 'string' ? field : '';
  if (pasted.length > requirementLimit) return wrong('too-large');
  const upload = await readFile(form, requirementLimit);
  if (upload.ok) return { list: readRequirementFile(upload.name, upload.bytes), pasted };
  if (upload.problem === 'too-large') return wrong('too-large', pasted);
  return { list: readPastedRequirements(pasted), pasted };
}

function sentencesOf(problems: readonly ListProblem[], language: Language): string[] {
  const t = translator<Texts>(listProblemTexts, language);
  return problems.map((problem) => {
    const params: Readonly<Record<string, string>> = {
      row: 'row' in problem ? String(problem.row) : '',
      found: 'found' in problem ? problem.found : '',
    };
    return t(problem.code, params);
  });
}

export default function ProfileImport() {
  return <ProfileImportPage view={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().profileImport()} />;
}
