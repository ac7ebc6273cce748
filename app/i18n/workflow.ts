import type { CaseNode, CaseSender } from '~/workflows/case/chart-words';
import type { Role } from '~/workflows/words';
import { defineTexts, type TextsOf } from './texts';

/** The page about how a case is handled, and the chart's own words. */
export const workflowTexts = defineTexts({
  lead: {
    da: 'Sådan kommer en erklæring fra kladde til offentlig afgørelse, og hvem der kan gøre hvad undervejs.',
    en: 'How a declaration gets from draft to public decision, and who can do what on the way.',
  },
  inShort: { da: 'Kort fortalt', en: 'In short' },
  stepDeclareTitle: { da: 'Leverandøren indsender', en: 'The supplier submits' },
  stepDeclare: {
    da: 'En underskriver sender den udfyldte erklæring. Ordlyden af spørgsmål og svar fastfryses, så alle kan se, hvad der blev sendt.',
    en: 'A signatory sends the completed declaration. The wording of questions and answers is frozen, so that everybody can see what was sent.',
  },
  stepRouteTitle: { da: 'Sagen får en ansvarlig kommune', en: 'A municipality becomes responsible' },
  stepRoute: {
    da: 'Koordinatoren ser efter, om erklæringen kan gennemgås, og fordeler den til en kommune. Afsnittene kan vurderes af fagfolk fra alle kommuner – én kommunes gennemgang gælder for alle 98.',
    en: 'The coordinator sees whether the declaration can be reviewed and routes it to a municipality. The sections can be assessed by specialists of any municipality – one municipality’s review counts for all 98.',
  },
  stepReviewTitle: { da: 'Svarene vurderes ét for ét', en: 'The answers are judged one by one' },
  stepReview: {
    da: 'Mangler der noget, beder kommunen om ændringer inden en frist. Når erklæringen kommer igen, skal kun det ændrede vurderes; tidligere godkendelser står ved magt.',
    en: 'If something is missing, the municipality requests changes by a deadline. When the declaration comes back, only what changed has to be judged; earlier approvals stand.',
  },
  stepDecideTitle: { da: 'To personer står bag afgørelsen', en: 'Two people stand behind the decision' },
  stepDecide: {
    da: 'En ledende bedømmer foreslår, og en anden, som ikke selv har vurderet svar i sagen, bekræfter. Bygger et afslag på noget, leverandøren ikke kender, bliver leverandøren hørt først.',
    en: 'A lead reviewer proposes, and another one, who has judged no answers in the case, confirms. If a refusal rests on something the supplier does not know, the supplier is heard first.',
  },
  stepPublishTitle: { da: 'Kun godkendte svar bliver offentlige', en: 'Only approved answers become public' },
  stepPublish: {
    da: 'Alle kan se, hvilken kommune der har godkendt hvert svar og hvornår. Navne på personer offentliggøres aldrig.',
    en: 'Everybody can see which municipality approved each answer and when. Names of people are never published.',
  },
  chartHeading: { da: 'Sagens vej', en: 'The way of a case' },
  chartAlt: {
    da: 'Diagram over de tilstande en sag kan være i, og de handlinger der fører fra den ene til den anden. Tabellen nedenfor har det samme indhold.',
    en: 'Chart of the states that a case can be in and the actions that lead from one to another. The table below has the same content.',
  },
  chartOpen: { da: 'Åbn diagrammet i fuld størrelse', en: 'Open the chart in full size' },
  chartSource: {
    da: 'Diagram og tabel er tegnet af de samme regler, som portalen håndhæver.',
    en: 'Chart and table are drawn from the very rules that the portal enforces.',
  },
  tableHeading: { da: 'Hvem kan gøre hvad hvornår', en: 'Who can do what when' },
  tableCaption: { da: 'Handlinger, og hvem der kan udføre dem', en: 'Actions, and who can take them' },
  columnState: { da: 'Når sagen er', en: 'When the case is' },
  columnEvent: { da: 'Handling', en: 'Action' },
  columnWho: { da: 'Hvem', en: 'Who' },
  columnTo: { da: 'Så bliver sagen', en: 'The case then becomes' },
  rulesHeading: { da: 'Regler, der gælder hele vejen', en: 'Rules that hold all the way' },
  ruleOneDecision: {
    da: 'En indsendelse får præcis én afgørelse. Den kan ikke ændres; en rettelse er en ny sag.',
    en: 'A submission gets exactly one decision. It cannot be changed; a correction is a new case.',
  },
  ruleImpartial: {
    da: 'Ingen behandler en sag om en organisation, de selv hører til eller har erklæret sig inhabile over for.',
    en: 'Nobody works on a case about an organisation that they belong to or have declared a conflict of interest with.',
  },
  ruleReasons: {
    da: 'Alt andet end en fuld godkendelse begrundes, både svar for svar og samlet.',
    en: 'Anything less than full approval is given with reasons, both answer by answer and as a whole.',
  },
  ruleFit: {
    da: 'Afgørelsen skal passe til vurderingerne: Den kan hverken godkende mere eller mindre, end der er vurderet.',
    en: 'The decision has to fit the verdicts: it can approve neither more nor less than was judged.',
  },
  ruleDeadlines: {
    da: 'Frister løber i danske arbejdsdage. Weekender, helligdage og dage, hvor kommunerne holder lukket, tæller ikke med.',
    en: 'Deadlines run in Danish working days. Weekends, public holidays and days on which municipalities are closed do not count.',
  },
  ruleNothingDeleted: {
    da: 'Intet slettes. Hver ændring skrives i en log, som ikke kan ændres, uden at det opdages.',
    en: 'Nothing is deleted. Every change is written to a log that cannot be altered without being found out.',
  },
  fromManyStates: { da: '{event} fra', en: '{event} from' },
});

/** The finer states inside review (of each section) and decision. */
export const caseNodeTexts = defineTexts({
  waiting: { da: 'Ikke taget', en: 'Not claimed' },
  claimed: { da: 'I gang', en: 'In progress' },
  assessed: { da: 'Vurderet', en: 'Assessed' },
  lead: { da: 'Forslag til afgørelse', en: 'Proposal of a decision' },
  'second-pair-of-eyes': { da: 'Det andet par øjne', en: 'Second pair of eyes' },
} satisfies TextsOf<CaseNode>);

/** Senders of events that are no person's role. */
export const senderTexts = defineTexts({
  portal: { da: 'Portalen selv', en: 'The portal itself' },
} satisfies TextsOf<Exclude<CaseSender, Role>>);

/** What happens without anybody's doing. */
export const automaticTexts = defineTexts({
  submitted: { da: 'modtages', en: 'is received' },
  screening: { da: 'er fordelt før', en: 'was routed before' },
  review: { da: 'alle afsnit er vurderet', en: 'every section is assessed' },
  waiting: { da: 'intet er ændret siden godkendelsen', en: 'nothing moved since approval' },
});
