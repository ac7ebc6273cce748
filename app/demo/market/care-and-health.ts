import { approved, approvedAfterChanges, decided, sent } from '../course';
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

export const hedebo: DemoSupplier = {
  name: 'Hedebo Software ApS',
  domain: 'hedebo',
  editor: 'Line Overgaard',
  signatory: 'Jonas Krogh',
  subjects: { signatory: 'supplier-b-signatory' },
  products: [
    {
      name: 'Hedebo Omsorg',
      type: 'fagsystem',
      kle: ['27', '29'],
      description:
        'Visitatorer, hjemmepleje, sygeplejersker og plejehjem bruger Hedebo Omsorg til at visitere, planlægge og dokumentere pleje og træning. Pårørende kan følge aftaler i en app.',
      version: '12.2',
      areas: ['Y20', 'Y26'],
      municipalities: ['0370', '0573', '0727', '0813', '0787'],
      since: 2017,
      support: {
        SF6006: irrelevant(
          'Produktet bruges til voksne borgere. Oplysninger om forældremyndighed indgår ikke i opgaven.',
        ),
        ydelsesindeks: partly(
          'Praktisk hjælp, pleje og træning afleveres. Hjælpemidler mangler, fordi de bevilges i Hedebo Hjælpemidler. Medarbejderen ser dem dér.',
        ),
        borgerblikket: ready,
        SF2900: partly(
          'Modtager dokumenter og notater, men kan endnu ikke sende dem videre. Overdragelser sker som Digital Post.',
        ),
      },
      course: approvedAfterChanges(176, 'a', {
        findings: [
          {
            at: 'if-coverage-gap@SF2900',
            kind: 'accepted-with-remark',
            reason: 'Manglen bør være løst, før kommunerne går over til det fælles sygeplejenotat.',
          },
          {
            at: 'yde-types',
            kind: 'needs-elaboration',
            reason:
              'Listen skal følge ydelserne efter serviceloven, så kommunen kan se, hvad borgeren mangler i Mit Overblik.',
          },
          {
            at: 'if-reason@SF6006',
            kind: 'needs-elaboration',
            reason: 'Flere kommuner bruger produktet til børn med sygepleje. Gælder svaret også dem?',
          },
        ],
        note: 'Vi beder om to uddybninger. Dokumentationen er i øvrigt i orden, og de tre kommuner, vi har talt med, bekræfter driften.',
        revision: {
          answers: {
            'yde-types': {
              value:
                'Servicelovens §§ 83, 84, 85, 86 og 95 afleveres. § 112 (hjælpemidler) og § 113 (forbrugsgoder) mangler og vises først i Mit Overblik, når de afleveres fra det system, hvor de bevilges.',
            },
            'if-reason@SF6006': {
              value:
                'Børn modtager kun sygepleje efter sundhedsloven, og samtykke gives af den forælder, der følger barnet. Produktet træffer ingen afgørelser, der forudsætter oplysninger om forældremyndighed.',
            },
          },
        },
      }),
    },
    {
      name: 'Hedebo Træning',
      type: 'fagsystem',
      kle: ['29'],
      description:
        'Fysio- og ergoterapeuter bruger Hedebo Træning til genoptræningsplaner, holdplanlægning og træningsprogrammer, som borgeren kan følge hjemmefra.',
      version: '5.0',
      areas: ['Y20'],
      municipalities: ['0727', '0813'],
      since: 2022,
      without: {
        SF1320_A: 'Forløbene er korte. Produktet slår op ved hver aftale i stedet for at abonnere på hændelser.',
      },
      support: {
        SF1461: unsupported(
          'Produktet modtager ingen hændelser i dag. Flytning og død ses ved det næste opslag i CPR.',
        ),
        SF1470: planned(8),
        SF0810: partly(
          'Udskrivning vises, men indlæggelse medfører ikke, at holdtræning aflyses. Terapeuten aflyser selv.',
        ),
        SF2900: ready,
      },
      course: [
        ...sent(19, 'a'),
        {
          do: 'start-review',
          daysAgo: 5,
          claim: 6,
          assess: 3,
        },
      ],
    },
    {
      name: 'Hedebo Hjælpemidler',
      type: 'fagsystem',
      kle: ['27'],
      description:
        'Visitatorer og depotmedarbejdere bruger Hedebo Hjælpemidler til at bevilge, udlevere og følge hjælpemidler og forbrugsgoder, fra ansøgning til hjemtagning.',
      version: '7.4',
      areas: ['Y26'],
      municipalities: ['0370', '0573'],
      since: 2020,
      support: {
        SF6006: irrelevant(
          'Ved hjælpemidler til børn skrives forældrene på ansøgningen og bekræftes af sagsbehandleren.',
        ),
        ydelsesindeks: planned(9, 'intention'),
        borgerblikket: planned(9, 'intention'),
        SF2900: unsupported(
          'Oplysninger udveksles med Hedebo Omsorg gennem en intern snitflade, og andre modtagere har ikke været efterspurgt.',
        ),
        SF1470: inProduction,
      },
      course: [
        ...sent(113, 'c'),
        {
          do: 'review',
          daysAgo: 85,
          findings: [
            {
              at: 'if-reason@SF6006',
              kind: 'rejected',
              reason:
                'Kommunen må ikke lægge ansvaret på ansøgeren. Forældremyndighed har betydning for, hvem afgørelsen skal sendes til, og snitfladen er derfor relevant.',
            },
            {
              at: 'if-support@SF6006',
              kind: 'rejected',
              reason: 'Snitfladen er relevant for hjælpemidler til børn, jf. begrundelsen.',
            },
            {
              at: 'if-support@ydelsesindeks',
              kind: 'accepted-with-remark',
              reason:
                'Bevillinger af hjælpemidler er blandt de ydelser, borgerne oftest spørger til. Vi opfordrer til en bindende dato.',
            },
          ],
        },
        ...decided(
          71,
          'partially-approved',
          'Erklæringen godkendes bortset fra svaret om Familie+ (SF6006), som ikke er ført tilbage til produktets opgaver. Snitfladen er relevant, når der bevilges hjælpemidler til børn, og svaret offentliggøres derfor ikke.',
        ),
      ],
    },
    {
      name: 'Hedebo Visitation',
      type: 'fagsystem',
      kle: ['27'],
      description:
        'Visitatorer bruger Hedebo Visitation på tablet under hjemmebesøg til at udrede borgerens behov og skrive en foreløbig bevilling.',
      version: '2.1',
      areas: ['Y26'],
      municipalities: ['0727'],
      since: 2025,
      support: { SF6006: irrelevant('Produktet bruges kun til voksne borgere.') },
      course: [
        { do: 'create', daysAgo: 17 },
        { do: 'begin', daysAgo: 16 },
        { do: 'scope', daysAgo: 13 },
        { do: 'answer', sections: 7, daysAgo: 2 },
      ],
    },
  ],
};

export const mosebjerg: DemoSupplier = {
  name: 'Mosebjerg Sundhed ApS',
  domain: 'mosebjerg',
  editor: 'Sarah Lund',
  signatory: 'Karsten Ravn',
  products: [
    {
      name: 'MoseTand',
      type: 'fagsystem',
      kle: ['29'],
      description:
        'Klinikker i den kommunale tandpleje bruger MoseTand til indkaldelse, journal, røntgenbilleder og økonomi. Forældre bekræfter tider i en app.',
      version: '9.1',
      areas: ['Y20'],
      municipalities: ['0430', '0540'],
      since: 2018,
      support: {
        SF0810: irrelevant('Tandplejen har ikke hjemmel til at få advis om sygehusophold og har intet brug for det.'),
        'medcom-hospitalnotification': irrelevant(
          'Tandplejen modtager ikke advis om sygehusophold, jf. svaret om SF0810.',
        ),
        SF1470: unsupported(
          'Patientjournalen holdes adskilt fra kommunens øvrige sager, og vi har ikke besluttet at aflevere den.',
        ),
        SF2900: via('Henvisninger sendes gennem MedComs net fra modulet MoseHenvis, som er en del af prisen.'),
      },
      course: [
        ...sent(142, 'a'),
        {
          do: 'review',
          daysAgo: 116,
          findings: [
            {
              at: 'if-support@SF1470',
              kind: 'rejected',
              reason:
                'Klager og erstatningssager er almindelige sager og skal kunne findes i indekset, selv om journalen ikke skal.',
            },
            {
              at: 'if-reason@SF1470',
              kind: 'rejected',
              reason: 'Begrundelsen omhandler kun patientjournalen.',
            },
            {
              at: 'if-support@SF0810',
              kind: 'accepted-with-remark',
              reason: 'Enig. Snitfladen bør ikke foreslås for tandpleje.',
            },
          ],
        },
        ...decided(
          104,
          'partially-approved',
          'Alle svar godkendes bortset fra svaret om Sags- og Dokumentindekset. Klagesager behandles i produktet og er omfattet af kommunens krav til overblik over sager.',
        ),
      ],
    },
    {
      name: 'MosePleje',
      type: 'fagsystem',
      kle: ['29'],
      description:
        'Sundhedsplejersker bruger MosePleje til barnets journal, hjemmebesøg og skolesundhed. Forældre ser vækstkurver og aftaler.',
      version: '6.0',
      areas: ['Y20'],
      municipalities: ['0430'],
      since: 2021,
      support: {
        SF0810: developing(5),
        'medcom-hospitalnotification': developing(5),
        SF1470: unsupported('Journalen føres efter autorisationsloven og indgår ikke i kommunens sager.'),
        SF2900: ready,
      },
      course: [
        ...sent(47, 'b'),
        {
          do: 'review',
          daysAgo: 21,
          findings: [
            {
              at: 'if-support@SF1470',
              kind: 'rejected',
              reason: 'To kommuner oplyser, at underretninger skrives i produktet. De er sager efter serviceloven.',
            },
            {
              at: 'if-reason@SF1470',
              kind: 'rejected',
              reason: 'Begrundelsen tager ikke stilling til underretninger.',
            },
          ],
        },
        {
          do: 'open-hearing',
          daysAgo: 7,
          workingDays: 10,
          note: 'Vi overvejer at godkende erklæringen delvist. To kommuner har oplyst, at underretninger om børn skrives i MosePleje. Det har I ikke beskrevet, og det har betydning for svaret om Sags- og Dokumentindekset. I har mulighed for at udtale jer, før vi træffer afgørelse.',
        },
      ],
    },
    {
      name: 'MoseMåltid',
      type: 'andet',
      kle: ['29', '86'],
      description:
        'Køkkener og plejehjem bruger MoseMåltid til menuplaner, bestilling af mad og diæter til ældre borgere.',
      version: '3.2',
      municipalities: ['0540', '0727'],
      since: 2023,
      support: {
        SF0810: ready,
        'medcom-hospitalnotification': via('Advis om sygehusophold modtages gennem Serviceplatformen (SF0810).'),
        SF1470: irrelevant('En madbestilling er ikke en sag. Bevillingen ligger i kommunens omsorgssystem.'),
        SF2900: irrelevant('Der udveksles ikke notater eller dokumenter om borgeren.'),
        SF1320_A: partly(
          'Død og flytning giver besked til køkkenet, men aftaler om levering flyttes ikke af sig selv.',
        ),
      },
      course: approved(27, 'c'),
    },
  ],
};
