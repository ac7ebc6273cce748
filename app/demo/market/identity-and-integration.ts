import { approved, decided, renewed, sent } from '../course';
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

const behindTheProducts =
  'Produktet har ingen egne brugere ud over kommunens driftsfolk. De logger på gennem kommunens egen driftsportal.';

export const engdal: DemoSupplier = {
  name: 'Engdal Identitet ApS',
  domain: 'engdal-identitet',
  editor: 'Nanna Vestergård',
  signatory: 'Steffen Eng',
  products: [
    {
      name: 'EngLogin',
      type: 'brugerstyring',
      kle: ['85'],
      description:
        'EngLogin er kommunens loginløsning: Medarbejdere logger på én gang og får adgang til fælleskommunale og egne systemer. It-afdelingen styrer sikringsniveau og totrinslogin.',
      version: '4.6',
      municipalities: ['0813', '0240', '0727'],
      since: 2019,
      support: {
        'nemlog-in': via(
          'Borgere logger ikke på EngLogin. Medarbejdere, der handler for kommunen i statslige løsninger, bruger MitID Erhverv.',
        ),
        'organisation-graphql': ready,
        SF1514: partly(
          'Token udstedes for produktets egne kald. Videregivelse af medarbejderens identitet til en anden service mangler.',
        ),
      },
      course: approved(263, 'b', [
        {
          at: 'acc-idp-nsis',
          kind: 'accepted-with-remark',
          reason: 'Anmeldt på niveau Betydelig. Niveau Høj er ikke omfattet.',
        },
      ]),
    },
    {
      name: 'EngRolle',
      type: 'brugerstyring',
      kle: ['85'],
      description:
        'Ledere og it-administratorer bruger EngRolle til at tildele jobfunktionsroller og attestere dem en gang om året. Ændringer slår igennem ved medarbejderens næste login.',
      version: '2026.2',
      municipalities: ['0813', '0727'],
      since: 2022,
      support: {
        'context-handler-idp': irrelevant(
          'EngRolle udsteder ikke loginbilletter, men leverer roller til kommunens loginløsning.',
        ),
        'nemlog-in': irrelevant('Produktet bruges af kommunens medarbejdere, som logger på gennem Context Handleren.'),
        'organisation-graphql': inProduction,
      },
      course: [
        ...sent(142, 'c'),
        { do: 'review', daysAgo: 122 },
        { do: 'propose', outcome: 'approved', daysAgo: 116 },
        {
          do: 'return',
          daysAgo: 112,
          note: 'Er vi sikre på, at roller, der udløber midt i en session, bliver fulgt op? Se på svaret om rettigheder igen, før vi bekræfter.',
        },
        { do: 'propose', outcome: 'approved', daysAgo: 101 },
        { do: 'confirm', daysAgo: 95 },
      ],
    },
    {
      name: 'EngOrg',
      type: 'integration',
      kle: ['85'],
      description:
        'EngOrg samler organisationsdata fra lønsystem og katalog, viser afvigelser og skriver ændringer til den fælleskommunale Organisation.',
      version: '1.2',
      municipalities: ['0240'],
      since: 2025,
      without: {
        'datafordeler-cpr': 'Produktet behandler kun oplysninger om medarbejdere, som kommer fra lønsystemet.',
        'datafordeler-cvr': 'Produktet behandler ikke virksomheder.',
        'digital-post-direkte': 'Produktet sender ikke post.',
      },
      support: {
        SF1511: unsupported(behindTheProducts),
        SF1461: unsupported('Ændringer læses en gang i døgnet. Beskeder har ikke været efterspurgt.'),
        SF1462: irrelevant('Organisation sender selv beskeder om ændringer.'),
        SF2900: irrelevant('Produktet udveksler ikke dokumenter.'),
        'serviceplatformen-sftp': inProduction,
        'klassifikation-liste-hent': irrelevant('Organisationsdata opmærkes ikke med klassifikation.'),
        'nemlog-in-sts': irrelevant('Ingen kald sker på en borgers eller virksomheds vegne.'),
        SF1500: partly('Enheder og ansættelser skrives. It-tilknytninger og fremtidige perioder mangler.'),
      },
      course: [
        ...sent(87, 'a'),
        {
          do: 'review',
          daysAgo: 61,
          findings: [
            {
              at: 'if-support@SF1511',
              kind: 'rejected',
              reason:
                'En administrator kan ændre hele kommunens organisation fra produktet. Adgangen skal gå gennem den fælles adgangsstyring.',
            },
            {
              at: 'if-support@SF1500',
              kind: 'rejected',
              reason:
                'Dokumentationen viser skrivning af enheder i testmiljøet. Den viser ikke drift hos den nævnte kommune.',
            },
            {
              at: 'if-municipalities@SF1500',
              kind: 'rejected',
              reason: 'Kommunen oplyser, at produktet endnu kun læser.',
            },
            {
              at: 'org-guidance',
              kind: 'rejected',
              reason: 'Uden virkningsperioder følger produktet ikke anvisningerne.',
            },
          ],
        },
        ...decided(
          41,
          'rejected',
          'Oplysningerne om drift af Organisation kan ikke bekræftes af den kommune, der er nævnt, og adgang til at ændre kommunens organisation sker uden om den fælles adgangsstyring. Når det er løst, er I velkomne til at indsende igen; de svar, vi fandt i orden, bliver ikke vurderet forfra.',
        ),
      ],
    },
  ],
};

export const ravnsoe: DemoSupplier = {
  name: 'Ravnsø Integration A/S',
  domain: 'ravnsoe',
  editor: 'Frederik Ravn',
  signatory: 'Gitte Sø',
  products: [
    {
      name: 'RavnBro',
      type: 'integration',
      kle: ['85'],
      description:
        'RavnBro er en integrationsplatform: Kommunens mindre fagsystemer får adgang til de fælleskommunale snitflader gennem ét sted med overvågning, kø og genafsendelse.',
      version: '9.0',
      municipalities: ['0350', '0787', '0430', '0573'],
      since: 2015,
      support: {
        SF1511: via(
          'Driftsfolk logger på gennem kommunens egen administrationsportal, som selv bruger Context Handleren.',
        ),
        'datafordeler-cpr': irrelevant('Opslag i CPR sker gennem Serviceplatformen, som kommunerne har aftale om.'),
        'digital-post-direkte': unsupported('Post sendes gennem Postkomponenten af de systemer, platformen betjener.'),
        // The date is missed, and moved with the renewal.
        'nemlog-in-sts': planned(-4),
        'klassifikation-liste-hent': ready,
        SF1461: olderVersion('1.0'),
        SF2900: partly(
          'Notater og dokumenter formidles. Formularer afventer den nye version af Fordelingskomponenten.',
        ),
      },
      course: [
        ...approved(296, 'c'),
        ...renewed(
          33,
          'c',
          { support: { SF1461: inProduction, 'nemlog-in-sts': developing(5) }, evidence: ['if-evidence@SF1461'] },
          [
            {
              at: 'if-planned-date@nemlog-in-sts',
              kind: 'accepted-with-remark',
              reason: 'Datoen er rykket i forhold til den forrige erklæring.',
            },
          ],
        ),
      ],
    },
    {
      name: 'RavnFil',
      type: 'integration',
      kle: ['85'],
      description:
        'RavnFil flytter filer mellem kommunens systemer, banker og Serviceplatformen efter en tidsplan og fører log over hver fil.',
      version: '3.1',
      municipalities: ['0787'],
      since: 2019,
      without: {
        'datafordeler-cpr': 'Produktet læser ikke indholdet af filerne.',
        'datafordeler-cvr': 'Produktet læser ikke indholdet af filerne.',
        'klassifikation-liste-hent': 'Filer opmærkes ikke.',
        'digital-post-direkte': 'Produktet sender ikke post.',
      },
      support: {
        SF1461: irrelevant('Produktet styres af tidsplaner og ikke af hændelser.'),
        SF1462: irrelevant('Produktet afsender ikke beskeder.'),
        'organisation-graphql': irrelevant('Produktet kender ikke kommunens organisation.'),
        SF1500: irrelevant('Produktet kender ikke kommunens organisation. Det administreres af navngivne driftsfolk.'),
        'nemlog-in-sts': irrelevant('Ingen kald sker på en borgers vegne.'),
        SF2900: ready,
      },
      course: [
        ...approved(287, 'b'),
        {
          do: 'suspend',
          daysAgo: 75,
          note: 'En kommune har fundet filer med personoplysninger på en mappe, som produktet skulle have ryddet. Offentliggørelsen er sat i bero.',
        },
        {
          do: 'revoke',
          daysAgo: 48,
          note: 'Undersøgelsen viser, at oprydning ikke har virket i version 3.x, og at svaret om det var forkert. Godkendelsen er trukket tilbage.',
        },
      ],
    },
    {
      name: 'RavnVagt',
      type: 'andet',
      kle: ['85'],
      description:
        'It-afdelingen bruger RavnVagt til at overvåge certifikater, serviceaftaler og integrationer og få besked, før noget udløber.',
      version: '2.3',
      municipalities: ['0350', '0430'],
      since: 2023,
      support: { SF1514: inProduction, SF1500: developing(6) },
      course: approved(6, 'a', [
        {
          at: 'if-planned-date@SF1500',
          kind: 'accepted-with-remark',
          reason: 'Indtil da vedligeholder kommunen selv listen over, hvem der får besked.',
        },
      ]),
    },
  ],
};
