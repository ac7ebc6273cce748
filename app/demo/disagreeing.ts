import { eq } from 'drizzle-orm';
import { contradict } from '~/db/contradictions';
import { confirmDispute, fileDispute } from '~/db/dispute-filing';
import { type StepInput, stepDispute } from '~/db/disputes';
import { disputes, products } from '~/db/schema';
import type { Acting, Actor } from '~/workflows/actor';
import type { Place } from './cast';
import { Clock } from './clock';
import type { Desk, Life } from './life';
import { must } from './must';
import type { Story } from './timeline';

/** What somebody says against a published answer, and what comes of it. */
interface Disagreement {
  product: string;
  /** Its support for it is what is doubted. */
  interfaceId: string;
  /** A municipality says it in its own name; else a reader does, by mail. */
  by: Place | { name: string; organisation: string };
  text: string;
  daysAgo: number;
  steps: readonly { do: StepInput['step']; text: string; daysAgo: number }[];
}

const disagreements: readonly Disagreement[] = [
  {
    product: 'KystØkonomi',
    interfaceId: 'SF1500',
    by: { name: 'Else Krogh', organisation: 'Foreningen af Små Fagsystemer (fiktiv)' },
    text: 'Vi har set produktet hos to kommuner, hvor organisationsændringer først slår igennem efter en manuel indlæsning. Svaret siger, at det sker af sig selv.',
    daysAgo: 52,
    steps: [
      {
        do: 'accept',
        daysAgo: 48,
        text: 'Organisationsændringer slår ifølge foreningen først igennem efter en manuel indlæsning hos to kommuner.',
      },
      {
        do: 'reply',
        daysAgo: 41,
        text: 'De to kommuner kører en ældre version. Fra den version, erklæringen gælder, hentes ændringer automatisk hvert kvarter.',
      },
      {
        do: 'approve-reply',
        daysAgo: 39,
        text: 'De to kommuner kører en ældre version. Fra den version, erklæringen gælder, hentes ændringer automatisk hvert kvarter.',
      },
    ],
  },
  {
    product: 'KlitSkole',
    interfaceId: 'SF1500',
    by: { name: 'Jan Ravn', organisation: 'Skolernes It-netværk (fiktivt)' },
    text: 'Hos os oprettes vikarer stadig i hånden, fordi produktet ikke henter tidsbegrænsede ansættelser.',
    daysAgo: 4,
    steps: [
      {
        do: 'accept',
        daysAgo: 3,
        text: 'Tidsbegrænsede ansættelser bliver ifølge netværket ikke hentet, så vikarer oprettes i hånden.',
      },
    ],
  },
  {
    product: 'Fjordlys Dagsorden',
    interfaceId: 'SF1500',
    by: { name: 'Mona Dam', organisation: 'Borger' },
    text: 'Udvalgslisten på kommunens hjemmeside passer ikke med den, jeg ser i dagsordenen. Er det virkelig hentet fra Organisation?',
    daysAgo: 3,
    steps: [],
  },
  {
    product: 'Fjordlys Sag',
    interfaceId: 'SF1470',
    by: 'a',
    text: 'Vi bruger produktet, men indekset er ikke taget i brug hos os: sager registreres kun i produktet selv.',
    daysAgo: 5,
    steps: [],
  },
  {
    product: 'BirkeByg',
    interfaceId: 'SF1601',
    by: 'b',
    text: 'Post fra byggesager sendes hos os fortsat gennem den gamle løsning. Snitfladen er ikke i drift.',
    daysAgo: 36,
    steps: [
      {
        do: 'contest',
        daysAgo: 32,
        text: 'Snitfladen er i drift hos de øvrige kommuner. Hos jer er den sat op, men slået fra efter aftale.',
      },
      { do: 'stand-by', daysAgo: 29, text: 'Snitfladen er sat op hos os, men har aldrig været i drift.' },
      {
        do: 'approve-reply',
        daysAgo: 27,
        text: 'Snitfladen er i drift hos de øvrige kommuner. Hos Næstved er den sat op og kan slås til.',
      },
    ],
  },
];

/** Readers and municipalities that doubt what a supplier says, in each of the stages that this can have. */
export function disagree(desk: Desk, lives: readonly Life[]): Story[] {
  return disagreements.map((each) => tell(desk, lives, each));
}

async function* tell(desk: Desk, lives: readonly Life[], plan: Disagreement): Story {
  const clock = new Clock(desk.now, `${plan.product} ${plan.interfaceId}`);
  const life = lives.find(({ product }) => product.name === plan.product);
  if (!life) throw new Error(`There is no product ${plan.product}.`);
  const now = clock.at(plan.daysAgo);
  yield now;
  const disputeId = await state(desk, life, plan, now);
  for (const step of plan.steps) {
    const at = clock.at(step.daysAgo);
    yield at;
    const actor = actorOf(desk, life, plan, step.do);
    await take(desk, { actor, now: at }, disputeId, step, plan);
  }
}

async function state(desk: Desk, life: Life, plan: Disagreement, now: Date): Promise<string> {
  const { db } = desk;
  const about = `a doubt about ${plan.product}`;
  const { slug } = await findSlug(desk, life);
  if (typeof plan.by === 'string') {
    const [actor] = desk.benches[plan.by].leads;
    const input = { slug, interfaceId: plan.interfaceId, text: plan.text };
    return must(await contradict(db, { actor, now }, input), about).disputeId;
  }
  const { name, organisation } = plan.by;
  const email = `${name.toLowerCase().replace(' ', '.')}@laeser.example`;
  const sender = { name, organisation, email, reason: plan.text, evidence: '' };
  const input = {
    ...sender,
    slug,
    questionKey: `if-support@${plan.interfaceId}`,
    language: 'da' as const,
    subject: email,
  };
  // Nobody has the link of this mail, so what it is made of need not be secret.
  let token = '';
  must(
    await fileDispute(db, now, input, (secretOf) => {
      token = `demo ${secretOf}`;
      return token;
    }),
    about,
  );
  const [row] = await db.select({ id: disputes.id }).from(disputes).where(eq(disputes.tokenHash, token));
  must(await confirmDispute(db, now, token), about);
  if (!row) throw new Error(`${about} is gone.`);
  return row.id;
}

/** Each step is somebody's: the coordinator's, the supplier's or the municipality's. */
function actorOf(desk: Desk, life: Life, { by }: Disagreement, step: StepInput['step']): Actor {
  if (step === 'reply' || step === 'contest') return life.signatory;
  if (step === 'stand-by' && typeof by === 'string') return desk.benches[by].leads[0];
  return desk.coordinator;
}

async function take(
  { db }: Desk,
  acting: Acting,
  disputeId: string,
  step: Disagreement['steps'][number],
  { by, product }: Disagreement,
): Promise<void> {
  const [row] = await db.select({ version: disputes.version }).from(disputes).where(eq(disputes.id, disputeId));
  const input = { disputeId, expectedVersion: row?.version ?? 0, step: step.do, text: step.text };
  const statedBy = typeof by === 'string' ? {} : { statedBy: by.organisation };
  must(await stepDispute(db, acting, { ...input, ...statedBy }), `${step.do} about ${product}`);
}

async function findSlug({ db }: Desk, { productId }: Life): Promise<{ slug: string }> {
  const [row] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, productId));
  if (!row) throw new Error('The product is not there yet.');
  return row;
}
