import { approved, approvedAfterChanges, sent } from '../course';
import { type DemoSupplier, inProduction, irrelevant, partly, planned, ready, via } from '../profile';

export const lyngtoft: DemoSupplier = {
  name: 'Lyngtoft Digital A/S',
  domain: 'lyngtoft',
  editor: 'Ida Kjeldsen',
  signatory: 'Peter Lyng',
  products: [
    {
      name: 'LyngPost',
      type: 'integration',
      kle: ['85'],
      description:
        'Kommunens systemer afleverer breve til LyngPost, som vælger kanal, sender dem som Digital Post eller fjernprint og melder status tilbage. Medarbejdere kan også sende direkte fra Word.',
      version: '6.8',
      areas: ['Y65'],
      municipalities: ['0615', '0430', '0540', '0787'],
      since: 2016,
      added: {
        SF1601: 'Afsendelse gennem Postkomponenten er produktets kerne.',
        SF1606: 'Produktet modtager svar på de breve, det har sendt.',
      },
      without: {
        'datafordeler-cpr': 'Modtagerens CPR-nummer kommer fra det afleverende system.',
        'datafordeler-cvr': 'Modtagerens CVR-nummer kommer fra det afleverende system.',
        'klassifikation-liste-hent': 'Breve opmærkes med den klasse, det afleverende system angiver.',
      },
      support: {
        SF1462: irrelevant(
          'Status meldes tilbage direkte til det afleverende system. Der afsendes ikke beskeder til andre.',
        ),
        SF1461: irrelevant('Breve sendes, når et system beder om det. Hændelser fra andre har ingen betydning.'),
        'organisation-graphql': ready,
        'nemlog-in-sts': irrelevant(
          'Medarbejdere logger på gennem Context Handleren, og ingen kald sker på en borgers vegne.',
        ),
        'digital-post-direkte': via(
          'Postkomponenten (SF1601) bruges til al afsendelse, så en direkte tilslutning er ikke nødvendig.',
        ),
        SF2900: partly('Kun dokumenter. Notater og formularer forekommer ikke som post.'),
      },
      course: approved(251, 'a', [
        {
          at: 'if-support@SF1601',
          kind: 'accepted-with-remark',
          reason: 'Driften er bekræftet af to kommuner. Den ene har over 200.000 forsendelser om året.',
        },
      ]),
    },
    {
      name: 'LyngBlanket',
      type: 'selvbetjening',
      kle: ['23', '85'],
      description:
        'Kommunens webmedarbejdere bygger blanketter i LyngBlanket, og borgere udfylder dem med MitID. Svaret sendes til det fagsystem eller den indbakke, kommunen har valgt.',
      version: '3.5',
      areas: ['Y65'],
      municipalities: ['0430', '0540'],
      since: 2021,
      support: {
        SF1520: irrelevant('Borgerens oplysninger hentes gennem Persondata (SF1525), som dækker behovet.'),
        SF6002: irrelevant('Produktet gemmer ikke oplysninger om borgeren, efter at blanketten er afleveret.'),
        SF1320_A: irrelevant('Blanketten er afleveret, før hændelser kan få betydning.'),
        SF1461: irrelevant('Produktet abonnerer ikke på hændelser, jf. svaret om CPR-hændelser.'),
        borgerblikket: irrelevant(
          'En afleveret blanket er ikke en sag; den opstår i fagsystemet, som selv leverer til Mit Overblik.',
        ),
        orkestreringskomponenten: planned(8),
        SF2900: inProduction,
      },
      course: approvedAfterChanges(50, 'c', {
        findings: [
          {
            at: 'nat-attributes',
            kind: 'needs-elaboration',
            reason: 'Hvorfor bedes der om flere oplysninger, end blanketterne bruger?',
          },
          {
            at: 'if-reason@borgerblikket',
            kind: 'needs-elaboration',
            reason: 'Ikke alle modtagere har et fagsystem. Hvad ser borgeren, når blanketten lander i en indbakke?',
          },
        ],
        note: 'Vi mangler svar på to forhold, som borgerne mærker.',
        revision: {
          answers: {
            'nat-attributes': { value: ['name', 'cpr'] },
            'if-reason@borgerblikket': {
              value:
                'En afleveret blanket er ikke en sag. Lander den i en indbakke, får borgeren en kvittering med Digital Post, og kommunen opretter en sag i sit ESDH-system, som leverer til Mit Overblik.',
            },
          },
        },
      }),
    },
    {
      name: 'LyngBooking',
      type: 'selvbetjening',
      kle: ['04'],
      description:
        'Foreninger og borgere booker kommunens haller, baner og mødelokaler i LyngBooking. Kommunen fordeler tider og opkræver gebyr.',
      version: '2.0',
      municipalities: ['0430'],
      since: 2023,
      support: {
        SF1525: ready,
        borgerblikket: planned(10, 'intention'),
        orkestreringskomponenten: ready,
        SF2900: ready,
      },
      course: [
        ...sent(77, 'b'),
        { do: 'start-review', claim: 4, assess: 2, daysAgo: 62 },
        {
          do: 'withdraw',
          daysAgo: 55,
          note: 'Vi udskyder erklæringen, til den nye udgave er hos kunderne i foråret.',
        },
        {
          do: 'transfer',
          daysAgo: 4,
          to: 'Fjordlys Data A/S',
          message:
            'Som aftalt overtager I LyngBooking og kunderne ved årsskiftet. Når I siger ja, følger erklæringen og historikken med.',
        },
      ],
    },
  ],
};
