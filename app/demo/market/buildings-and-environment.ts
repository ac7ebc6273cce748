import { approved, approvedAfterChanges, moved, sent } from '../course';
import {
  type DemoSupplier,
  developing,
  inProduction,
  irrelevant,
  olderVersion,
  partly,
  planned,
  ready,
  unsupported,
  via,
} from '../profile';

export const birkelund: DemoSupplier = {
  name: 'Birkelund Systemer ApS',
  domain: 'birkelund-systemer',
  editor: 'Trine Aagesen',
  signatory: 'Ole Birk',
  products: [
    {
      name: 'BirkeByg',
      type: 'fagsystem',
      kle: ['02', '82'],
      description:
        'Byggesagsbehandlere bruger BirkeByg fra ansøgning til ibrugtagning. Bygherrer følger sagen og sender tegninger gennem den tilknyttede selvbetjening.',
      version: '10.1',
      areas: ['Y54'],
      municipalities: ['0240', '0787', '0540'],
      since: 2018,
      added: {
        SF1460_A: 'Kunder på ældre udgaver modtager stadig beskeder gennem den gamle snitflade.',
        SF1461: 'Nye kunder modtager beskeder gennem den nye snitflade.',
      },
      support: {
        SF1530: inProduction,
        SF1461: ready,
        SF1510: olderVersion('Klassifikation 5.0'),
        SF1601: partly(
          'Digital Post og fjernprint sendes. Store tegninger over 10 MB kan ikke vedhæftes, og bygherren får i stedet et link.',
        ),
      },
      course: approvedAfterChanges(222, 'c', {
        findings: [
          {
            at: 'if-migration@SF1460_A',
            kind: 'needs-elaboration',
            reason: 'Der mangler en dato for, hvornår den sidste kommune er flyttet.',
          },
          {
            at: 'gen-ar72',
            kind: 'needs-elaboration',
            reason: 'Uddyb, hvilke byggeblokke svaret dækker. Adresser er ikke nævnt.',
          },
        ],
        note: 'Vi har brug for en dato i migreringsplanen og et mere præcist svar om genbrug af byggeblokke.',
        revision: {
          answers: {
            'if-migration@SF1460_A': {
              value:
                'To kommuner bruger endnu den gamle snitflade. De flyttes til SF1461 i version 2.0 i marts og april. Kommunen skal godkende en ny serviceaftale; anmodningen er sendt. Den gamle aftale lukkes fire uger efter skiftet.',
            },
            'gen-ar72': {
              value: 'yes',
              justification:
                'Adgangsstyring, Organisation, Klassifikation, Postkomponent og Beskedfordeler bruges. Adresser og bygninger hentes fra Danmarks Adresser og BBR på Datafordeleren.',
            },
          },
        },
      }),
    },
    {
      name: 'BirkeMiljø',
      type: 'fagsystem',
      kle: ['09'],
      description:
        'Miljømedarbejdere bruger BirkeMiljø til tilsyn med virksomheder og landbrug: planlægning, tilsynsrapporter, påbud og opfølgning.',
      version: '3.7',
      areas: ['Y37'],
      municipalities: ['0787', '0573'],
      since: 2020,
      support: {
        SF1470: partly(
          'Sager afleveres, men tilsynsrapporter ligger som bilag og afleveres ikke enkeltvis. De kan kun findes fra sagen.',
        ),
        SF1510: ready,
      },
      course: approved(149, 'b', [
        {
          at: 'if-coverage-gap@SF1470',
          kind: 'accepted-with-remark',
          reason: 'Acceptabelt, da rapporterne offentliggøres på Digital MiljøAdministration.',
        },
      ]),
    },
    {
      name: 'BirkePlan',
      type: 'fagsystem',
      kle: ['01'],
      description:
        'Planlæggere bruger BirkePlan til at udarbejde lokalplaner, gennemføre høringer og indberette til Plandata.',
      version: '2.9',
      areas: ['Y52'],
      municipalities: ['0240'],
      since: 2021,
      support: {
        SF1601: via('Høringsbreve sendes gennem kommunens ESDH-system, som modtager flettede breve fra BirkePlan.'),
        SF1470: planned(5),
        SF1510: inProduction,
      },
      course: [...approved(372, 'a'), { do: 'expire-soon', daysAgo: 37 }, { do: 'expire', daysAgo: 7 }],
    },
    {
      name: 'BirkeBolig',
      type: 'fagsystem',
      kle: ['03'],
      description:
        'Boliganviserne bruger BirkeBolig til at føre ventelister, anvise almene boliger og følge kommunens anvisningsret.',
      version: '1.8',
      areas: ['Y54'],
      municipalities: ['0540'],
      since: 2024,
      added: { SF1520: 'Ansøgere til en bolig slås op i CPR.' },
      support: { SF1510: developing(2), SF1601: ready },
      course: [
        ...sent(58, 'b'),
        {
          do: 'review',
          daysAgo: 39,
          findings: [
            {
              at: 'gen-exit',
              kind: 'needs-elaboration',
              reason: 'Ventelisten er kommunens. Beskriv, i hvilket format den leveres.',
            },
            {
              at: 'if-evidence@SF1520',
              kind: 'needs-elaboration',
              reason:
                'Dokumentationen gælder testmiljøet. Vi skal se aftalen i produktion eller en kommunes bekræftelse.',
            },
          ],
        },
        {
          do: 'request-changes',
          daysAgo: 37,
          workingDays: 20,
          note: 'Næsten i mål. Send dokumentation for CPR-opslag i produktion, og beskriv udtrækket af ventelisten.',
        },
        {
          do: 'revise',
          daysAgo: 15,
          revision: {
            answers: {
              'gen-exit': {
                value: 'self_service',
                justification: 'Ventelisten kan til enhver tid hentes som CSV med anciennitet, ønsker og status.',
              },
            },
            evidence: ['if-evidence@SF1520'],
          },
        },
        { do: 'submit', daysAgo: 12 },
        { do: 'start-review', claim: 1, assess: 0, daysAgo: 3 },
      ],
    },
  ],
};

const streetOnly =
  'Produktet rummer oplysninger om veje, ledninger og anlæg. Personer indgår kun som kommunens egne medarbejdere.';

export const vestermarsk: DemoSupplier = {
  name: 'Vestermarsk Teknik A/S',
  domain: 'vestermarsk',
  editor: 'Kasper Juhl',
  signatory: 'Marianne Toft',
  products: [
    {
      name: 'MarskAffald',
      type: 'fagsystem',
      kle: ['07'],
      description:
        'Affaldsplanlæggere og kundeservice bruger MarskAffald til ruter, beholdere, gebyrer og henvendelser fra borgere. Vognmænd får ruterne på tablet.',
      version: '7.2',
      areas: ['Y37', 'Y56'],
      municipalities: ['0573', '0350', '0813'],
      since: 2017,
      added: {
        SF1590_B_01: 'Affaldsgebyrer opkræves gennem kommunens debitorsystem.',
        SF1520: 'Kundeservice slår den borger op, der ringer.',
      },
      support: {
        SF1590_B_01: ready,
        SF1520: partly(
          'Opslag sker på adresse og navn. Adressebeskyttede borgere findes ikke og må oplyse deres kundenummer.',
        ),
        SF1510: unsupported(
          'Henvendelser opmærkes med produktets egne emner. Der er ikke besluttet en overgang til KLE.',
        ),
      },
      course: [
        ...approved(64, 'c', [
          {
            at: 'if-reason@SF1510',
            kind: 'accepted-with-remark',
            reason:
              'Godtaget. Kommuner, der vil have henvendelserne i Sags- og Dokumentindekset, skal være opmærksomme på det.',
          },
        ]),
        ...moved(7, 'c', 'routed'),
      ],
    },
    {
      name: 'MarskVand',
      type: 'fagsystem',
      kle: ['06'],
      description:
        'Vandløbs- og spildevandsmedarbejdere bruger MarskVand til regulativer, tilsyn og tilladelser til udledning.',
      version: '2.4',
      areas: ['Y37'],
      municipalities: ['0573'],
      since: 2022,
      support: { SF1601: via('Tilladelser sendes gennem kommunens ESDH-system.'), SF1500: inProduction },
      course: [
        ...approved(190, 'b'),
        {
          do: 'withdraw',
          daysAgo: 30,
          note: 'Produktet er solgt til en anden leverandør, som selv vil erklære det.',
        },
      ],
    },
    {
      name: 'MarskVej',
      type: 'fagsystem',
      kle: ['05'],
      description: 'Vejmedarbejdere bruger MarskVej til gravetilladelser, skilte, vintertjeneste og gadebelysning.',
      version: '4.4',
      areas: ['Y52'],
      municipalities: ['0813'],
      since: 2019,
      added: { SF1520: 'Foreslået af en kunde. Vi vil have det vurderet.' },
      support: {
        SF1520: irrelevant(streetOnly),
        SF1510: ready,
        SF1601: developing(4),
      },
      course: [
        ...sent(16, 'c').slice(0, -1),
        {
          do: 'return-incomplete',
          daysAgo: 13,
          workingDays: 20,
          note: 'Beskrivelsen af produktet nævner selvbetjening til ledningsejere, men erklæringen omtaler den ikke. Er den en del af produktet, skal NemLog-in tages med.',
        },
      ],
    },
  ],
};
