import { approved, decided, sent } from '../course';
import {
  type DemoSupplier,
  developing,
  inProduction,
  irrelevant,
  partly,
  planned,
  ready,
  unsupported,
  via,
} from '../profile';

export const tangholm: DemoSupplier = {
  name: 'Tangholm Dagtilbud ApS',
  domain: 'tangholm',
  editor: 'Louise Tang',
  signatory: 'Martin Holm',
  products: [
    {
      name: 'TangBørn',
      type: 'fagsystem',
      kle: ['28'],
      description:
        'Pædagoger og ledere i dagtilbud bruger TangBørn til fremmøde, børnenes udviklingsforløb, sprogvurdering og kontakt til forældre.',
      version: '6.5',
      areas: ['Y24'],
      municipalities: ['0370', '0727', '0430'],
      since: 2018,
      without: { SF6006: 'Forældrene er kendt fra indmeldelsen, som kommunen foretager i et andet system.' },
      support: {
        'stil-skolegrunddata': ready,
        SF1590_B_01: irrelevant('Forældrebetaling beregnes og opkræves i pladsanvisningen, ikke i institutionen.'),
        SF1601: partly(
          'Breve til forældre sendes som Digital Post. NemSMS om akut lukning sendes gennem en anden leverandør.',
        ),
      },
      course: [
        ...sent(192, 'b'),
        { do: 'review', daysAgo: 172 },
        {
          do: 'demand',
          interfaceId: 'SF6006',
          daysAgo: 169,
          reason:
            'Produktet giver forældre adgang til barnets oplysninger. Det forudsætter sikker viden om forældremyndighed.',
        },
        {
          do: 'request-changes',
          daysAgo: 169,
          workingDays: 25,
          note: 'Alle svar er i orden, men Familie+ (SF6006) skal med i erklæringen. Adgang til barnets oplysninger hænger på forældremyndigheden.',
        },
        {
          do: 'revise',
          daysAgo: 146,
          revision: {
            support: { SF6006: developing(3, 'contract') },
          },
        },
        { do: 'submit', daysAgo: 144 },
        {
          do: 'review',
          daysAgo: 130,
          findings: [
            {
              at: 'if-support@SF6006',
              kind: 'accepted-with-remark',
              reason: 'Indtil da skal institutionen selv kontrollere forældremyndigheden, før der gives adgang.',
            },
          ],
        },
        ...decided(120, 'approved'),
      ],
    },
    {
      name: 'TangPlads',
      type: 'selvbetjening',
      kle: ['28'],
      description:
        'Forældre skriver deres barn op til en plads i TangPlads, og pladsanvisningen fordeler pladser, beregner betaling og fripladser.',
      version: '3.3',
      areas: ['Y24'],
      municipalities: ['0370', '0727'],
      since: 2021,
      support: {
        'stil-skolegrunddata': irrelevant('Børn i pladsanvisningen har endnu ikke et Unilogin.'),
        borgerblikket: developing(5),
        orkestreringskomponenten: planned(10),
        SF6006: inProduction,
        SF1461: ready,
        SF2900: ready,
      },
      course: sent(4, 'b').slice(0, -1),
    },
    {
      name: 'TangMad',
      type: 'andet',
      kle: ['28'],
      description:
        'Køkkener og forældrebestyrelser bruger TangMad til frokostordninger i dagtilbud: tilvalg, allergier og bestilling af varer.',
      version: '2.2',
      municipalities: ['0430'],
      since: 2023,
      support: {
        SF6006: irrelevant('Forældre logger på gennem TangBørn, som har kontrolleret forældremyndigheden.'),
        SF1320_A: irrelevant('Børn meldes ind og ud i TangBørn, som giver besked.'),
        SF1461: irrelevant('Ændringer om børnene kommer fra TangBørn.'),
        SF1520: via('Børn og forældre hentes fra TangBørn. Produktet kan kun købes sammen med det.'),
        SF1590_B_01: planned(7),
        'stil-skolegrunddata': irrelevant('Medarbejdere logger på gennem kommunens login.'),
        'stil-dagtilbudsregister': irrelevant('Institutionerne vedligeholdes i TangBørn.'),
      },
      course: approved(20, 'a', [
        {
          at: 'if-reason@SF1320_A',
          kind: 'accepted-with-remark',
          reason: 'Begrundelsen holder, så længe produktet kun sælges sammen med TangBørn.',
        },
      ]),
    },
  ],
};

export const klitmark: DemoSupplier = {
  name: 'Klitmark Skole A/S',
  domain: 'klitmark-skole',
  editor: 'Thomas Klit',
  signatory: 'Bodil Mark',
  products: [
    {
      name: 'KlitSkole',
      type: 'fagsystem',
      kle: ['17'],
      description:
        'Skolernes kontorer bruger KlitSkole til elever, klasser, skema, fravær og indberetning til ministeriet.',
      version: '16.0',
      areas: ['Y10'],
      municipalities: ['0813', '0540', '0240'],
      since: 2012,
      support: {
        SF1510: unsupported(
          'Elevsager journaliseres i kommunens ESDH-system, hvor de får KLE-emne. Produktet har ingen sager selv.',
        ),
        SF1601: inProduction,
      },
      course: approved(12, 'b'),
    },
    {
      name: 'KlitPPR',
      type: 'fagsystem',
      kle: ['17', '27'],
      description:
        'Psykologer og konsulenter i PPR bruger KlitPPR til indstillinger, udredning og rådgivning om børn med særlige behov.',
      version: '4.2',
      areas: ['Y10', 'Y26'],
      municipalities: ['0540'],
      since: 2020,
      support: {
        SF1470: unsupported('Psykologernes journal er fortrolig og skal ikke ses af andre dele af kommunen.'),
        ydelsesindeks: irrelevant('PPR rådgiver og bevilger ikke ydelser.'),
        borgerblikket: irrelevant('Der er ingen sager, som borgeren kan følge, jf. svaret om indekset.'),
        SF1461: ready,
        SF2900: planned(6),
        SF6006: partly('Forældremyndighed hentes ved oprettelsen, men opdateres ikke, hvis den ændres undervejs.'),
      },
      course: [
        ...sent(98, 'b'),
        {
          do: 'review',
          daysAgo: 72,
          findings: [
            {
              at: 'if-support@SF1470',
              kind: 'rejected',
              reason:
                'Indstillinger og afgørelser er sager. Følsomheden styres i indekset og er ikke en grund til at udelade dem.',
            },
            { at: 'if-reason@SF1470', kind: 'rejected', reason: 'Begrundelsen skelner ikke mellem journal og sag.' },
            {
              at: 'if-support@SF6006',
              kind: 'rejected',
              reason: 'Ændres forældremyndigheden undervejs, kan fortrolige oplysninger sendes til den forkerte.',
            },
            {
              at: 'if-support@borgerblikket',
              kind: 'rejected',
              reason: 'Svaret hviler på svaret om indekset, som ikke er godkendt.',
            },
          ],
        },
        ...decided(
          55,
          'rejected',
          'De svar, der bærer erklæringen, kan ikke godkendes: Sager om børn holdes uden for indekset, og oplysninger om forældremyndighed kan være forældede. Det samlede billede ville vildlede de kommuner, der sammenligner produkter.',
        ),
        {
          do: 'appeal',
          daysAgo: 29,
          note: 'Vi mener, at afgørelsen går for vidt. Kun svaret om forældremyndighed er forkert, og det er rettet i version 4.3. Journalen hører efter psykologloven ikke til i indekset.',
        },
      ],
    },
    {
      name: 'KlitMusik',
      type: 'selvbetjening',
      kle: ['18'],
      description:
        'Forældre tilmelder børn til musikskole og ungdomsskole i KlitMusik, og skolen planlægger hold og opkræver betaling.',
      version: '2.7',
      areas: ['Y10'],
      municipalities: ['0813'],
      since: 2021,
      support: {
        borgerblikket: irrelevant('En tilmelding til musikskole er ikke en sag eller en ydelse.'),
        orkestreringskomponenten: ready,
        SF2900: irrelevant('Tilmeldingen bliver i produktet. Der er intet fagsystem at aflevere den til.'),
        'stil-skolegrunddata': planned(5),
        SF1525: inProduction,
      },
      course: [
        ...sent(301, 'a'),
        {
          do: 'review',
          daysAgo: 276,
          findings: [
            {
              at: 'if-support@SF2900',
              kind: 'rejected',
              reason: 'Selvbetjening skal kunne aflevere til andre systemer.',
            },
            { at: 'if-reason@SF2900', kind: 'rejected', reason: 'Produktet kan ikke stå alene i kommunen.' },
          ],
        },
        ...decided(
          266,
          'rejected',
          'Produktet afleverer ikke til andre systemer og opfylder dermed ikke forudsætningen for selvbetjening i kommunen.',
        ),
        {
          do: 'appeal',
          daysAgo: 250,
          note: 'Musikskolen bruger selv produktet som fagsystem. Der findes ikke noget andet system, tilmeldingen kunne afleveres til.',
        },
        {
          do: 'overturn',
          by: 'c',
          daysAgo: 215,
          note: 'Afgørelsen omgøres. Når selvbetjening og fagsystem er samme produkt, er der ingen modtager, og svaret »ikke relevant« er rigtigt. Leverandøren kan indsende igen.',
        },
        { do: 'reopen', daysAgo: 210 },
        { do: 'submit', daysAgo: 208 },
        { do: 'route', to: 'b', daysAgo: 206 },
        { do: 'review', daysAgo: 196 },
        ...decided(188, 'approved'),
      ],
    },
  ],
};

export const aaskov: DemoSupplier = {
  name: 'Åskov Familie ApS',
  domain: 'aaskov-familie',
  editor: 'Emilie Åkjær',
  signatory: 'Søren Skov',
  products: [
    {
      name: 'ÅskovBarn',
      type: 'fagsystem',
      kle: ['27'],
      description:
        'Familierådgivere bruger ÅskovBarn til underretninger, børnefaglige undersøgelser, handleplaner og støtte til børn og unge.',
      version: '5.1',
      areas: ['Y26'],
      municipalities: ['0370', '0787'],
      since: 2019,
      support: {
        SF2900: ready,
        borgerblikket: planned(8),
        ydelsesindeks: partly(
          'Økonomisk støtte afleveres, men ikke rådgivning uden afgørelse. Den ses kun i produktet.',
        ),
      },
      course: approved(2, 'c', [
        {
          at: 'if-planned-date@borgerblikket',
          kind: 'accepted-with-remark',
          reason:
            'Vi deler leverandørens forsigtighed: Forældre skal ikke kunne se oplysninger om en underretning, før de er orienteret.',
        },
      ]),
    },
    {
      name: 'ÅskovPlejefamilie',
      type: 'fagsystem',
      kle: ['27'],
      description:
        'Kommunens plejefamiliekonsulenter bruger ÅskovPlejefamilie til godkendelse, matchning, vederlag og tilsyn med plejefamilier.',
      version: '1.6',
      areas: ['Y26'],
      municipalities: ['0787'],
      since: 2024,
      support: {
        ydelsesindeks: irrelevant('Vederlag til plejefamilier er løn og ikke en ydelse til en borger.'),
        borgerblikket: irrelevant('Plejefamilien ser sine aftaler i produktets egen app.'),
        SF2900: planned(5),
        SF1470: inProduction,
      },
      course: sent(11, 'b'),
    },
    {
      name: 'ÅskovTilsyn',
      type: 'andet',
      kle: ['27'],
      description:
        'Tilsynsmedarbejdere bruger ÅskovTilsyn til at planlægge og dokumentere tilsyn med dagtilbud, botilbud og private leverandører.',
      version: '2.0',
      areas: ['Y26'],
      municipalities: ['0370'],
      since: 2022,
      support: {
        SF1470: inProduction,
        SF1520: irrelevant('Tilsynet gælder tilbuddet. Borgere nævnes ikke med navn eller CPR-nummer.'),
        SF1320_A: irrelevant('Produktet kender ingen borgere.'),
        SF1461: irrelevant('Produktet kender ingen borgere og abonnerer ikke på hændelser.'),
        SF6006: irrelevant('Produktet kender ingen børn eller forældre.'),
        ydelsesindeks: irrelevant('Tilsyn er ikke en ydelse til en borger.'),
        borgerblikket: irrelevant('En borger er ikke part i et tilsyn.'),
        SF2900: unsupported('Tilsynsrapporter sendes som Digital Post til tilbuddet.'),
      },
      course: [
        ...sent(140, 'a'),
        {
          do: 'review',
          daysAgo: 118,
          findings: [
            {
              at: 'if-reason@SF1520',
              kind: 'needs-elaboration',
              reason: 'I botilbud for få borgere kan den enkelte genkendes. Hvordan håndteres det?',
            },
            {
              at: 'gen-accessibility',
              kind: 'needs-elaboration',
              reason: 'Rapporten er fra en ældre version.',
            },
          ],
        },
        {
          do: 'request-changes',
          daysAgo: 116,
          workingDays: 10,
          note: 'Uddyb svaret om CPR, og send en ny test af tilgængeligheden.',
        },
        { do: 'lapse', daysAgo: 84 },
        ...decided(
          76,
          'partially-approved',
          'Fristen for uddybning er udløbet uden svar. De øvrige svar godkendes; svaret om tilgængelighed og begrundelsen om CPR-opslag offentliggøres ikke.',
        ),
      ],
    },
  ],
};
