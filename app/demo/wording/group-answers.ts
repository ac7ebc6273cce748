import { addDays } from '~/workflows/working-days';
import type { Given } from '../profile';
import { uuidFrom } from '../seed';
import type { Book } from '.';
import { chosen, said, supports, type Writing } from './writing';

const yes: Given = { value: 'yes' };

/** Answers on access control, administration, organisation and classification. */
export const groupAnswers: Book = {
  'acc-profile': (writing) => ({
    value: chosen(writing, 'profile', [['oiosaml3'], ['oiosaml3'], ['oiosaml2', 'oiosaml3'], ['oidc_broker']]),
  }),
  'acc-metadata': ({ supplier, product }) => ({
    value: `https://${product.name.toLowerCase().replace(/[^a-z]+/g, '')}.${supplier.domain}.example/saml/metadata`,
  }),
  'acc-roles': (writing) => ({ value: rolesOf(writing) }),
  'acc-delimitations': (writing) => ({
    value: chosen(writing, 'delimitations', [['kle', 'orgenhed'], ['orgenhed'], ['kle', 'orgenhed', 'foelsomhed']]),
  }),
  'acc-delimitation-enforced': (writing) => ({
    value: 'yes',
    justification: said(writing, 'enforced', [
      'Afgrænsningen ligger i datalaget og gælder derfor både skærmbilleder, søgning, udtræk og API.',
      'En bruger uden for afgrænsningen får samme svar, som hvis sagen ikke fandtes. Det indgår i de automatiske test ved hver udgave.',
      'Afgrænsningen gælder også rapporter. Ledelsesrapporter viser alene tal for de enheder, brugeren er afgrænset til.',
    ]),
  }),
  'acc-rights-source': (writing) => ({ value: chosen(writing, 'rights', ['token', 'token', 'mixed']) }),
  'acc-signed': () => yes,
  'acc-cvr': () => yes,
  'acc-loa': (writing) => ({ value: chosen(writing, 'loa', ['substantial', 'substantial', 'low']) }),
  'acc-local-login': (writing) => {
    const isOpen = chosen(writing, 'local', [true, false, true]);
    return {
      value: isOpen ? 'yes' : 'no',
      justification: isOpen
        ? said(writing, 'local yes', [
            'To navngivne driftsmedarbejdere hos os har nødadgang med totrinslogin. Hver brug logges, og kommunen får besked samme dag.',
            'Kommunen kan åbne en nødadgang for én administrator, hvis Context Handleren er nede. Den lukker af sig selv efter fire timer.',
          ])
        : 'Alle brugere kommer gennem den fælles adgangsstyring, også vores egne supportmedarbejdere.',
    };
  },
  'acc-sts': (writing) => ({ value: tokenServicesOf(writing) }),
  'acc-idp-bpp': () => yes,
  'acc-idp-nsis': () => yes,

  'adm-registered': ({ product }) => ({ value: product.municipalities.length > 0 ? 'prod' : 'test' }),
  'adm-uuid': ({ product }) => ({ value: uuidFrom(`administration ${product.name}`) }),
  'adm-type': (writing) => ({
    value: writing.product.type === 'brugerstyring' ? ['anvender', 'idp'] : ['anvender', 'bruger'],
  }),
  'adm-agreements': ({ product }) => ({ value: product.municipalities.length }),
  'adm-agreement-list': ({ product, writtenOn }) => ({
    value: product.municipalities.map((municipality, index) => {
      const approvedOn = addDays(writtenOn, -90 - 47 * index);
      const services = 'SF1500, SF1511, SF1514';
      return { municipality, services, 'approved-on': approvedOn, 'expires-on': addDays(approvedOn, 1_095) };
    }),
  }),
  'adm-minimal': (writing) => ({
    value: 'yes',
    justification: said(writing, 'minimal', [
      'Aftalerne gennemgås hvert år sammen med kommunen, og services uden kald tages ud.',
      'Hver aftale er dannet ud fra de moduler, kommunen har købt, og omfatter ikke andet.',
      'Vi bruger én skabelon pr. modul, så en kommune uden postmodulet heller ikke har adgang til Postkomponenten.',
    ]),
  }),
  'adm-legal-basis': (writing) => ({
    value: said(writing, 'legal', [
      'For hver service nævner anmodningen opgaven, bestemmelsen i loven og de medarbejdergrupper, der har behovet. Teksten er afstemt med kommunens databeskyttelsesrådgiver, før den sendes.',
      'Vi bruger en fast tekst pr. opgave med henvisning til fagloven og databeskyttelsesforordningens artikel 6, stk. 1, litra e. Kommunen retter den til, hvis dens organisering kræver det.',
      'Anmodningen beskriver, hvilken arbejdsgang servicen indgår i, og hvorfor opgaven ikke kan løses med færre oplysninger. Hjemlen er den lov, som sagsområdet hører under.',
    ]),
  }),
  'adm-delimitation': (writing) => ({
    value: said(writing, 'delimitation', [
      'Aftalerne er afgrænset til kommunens eget CVR-nummer og til de KLE-emner, produktet har sager under. Følsomhed sættes til »Fortrolige personoplysninger« eller lavere.',
      'Vi beder alene om kommunens egne data. For organisationsdata sættes »Se navn«, fordi medarbejderens navn vises på sagen; CPR-numre indgår ikke.',
      'Afgrænsningen følger de enheder, der bruger produktet. Skal flere enheder med, sender vi en ny anmodning.',
    ]),
  }),
  'adm-tenant': () => yes,
  'adm-exttest': () => yes,
  'adm-change': (writing) => ({
    value: said(writing, 'change', [
      'Den nye aftale sendes otte uger før udgivelsen. Den gamle lukkes først, når kommunen har godkendt den nye, og skiftet er testet.',
      'Ændringer samles, så kommunen højst får to anmodninger om året. Hver anmodning fortæller, hvad der er nyt, og hvorfor.',
    ]),
  }),
  'adm-close': () => yes,
  'adm-consumption': () => null,

  'org-mode': ({ product }) => ({ value: product.type === 'brugerstyring' ? ['read', 'write'] : ['read'] }),
  'org-api': (writing) => ({
    value: supports(writing, 'organisation-graphql')
      ? ['soap', 'graphql']
      : chosen(writing, 'org api', [['soap'], ['soap'], ['via']]),
  }),
  'org-write-minutes': () => ({ value: 'minutes' }),
  'org-guidance': (writing) => ({
    value: 'yes',
    justification: said(writing, 'guidance', [
      'Produktet læser virkning og registrering efter anvisningerne og håndterer fremtidige ændringer.',
      'Enheder og funktioner hentes med deres virkningsperioder, så en omorganisering kan lægges ind på forhånd.',
    ]),
  }),
  'org-delimitation': (writing) => ({ value: chosen(writing, 'org data', [['senavn'], ['senavn'], ['none']]) }),
  'org-justify': (writing) => ({
    value: said(writing, 'org justify', [
      'Medarbejderens navn vises på sagen og i breve, så borgeren ved, hvem der behandler sagen. CPR-numre bruges ikke.',
      'Navnet bruges, når opgaver fordeles mellem medarbejdere, og står i sagens historik. Produktet henter ikke CPR-numre på medarbejdere.',
    ]),
  }),
  'org-key': () => yes,

  'kla-source': (writing) => ({
    value: supports(writing, 'SF1510') ? 'sf1510' : chosen(writing, 'kle', ['kle_online', 'manual']),
  }),
  'kla-delay': (writing) => ({ value: chosen(writing, 'kle delay', [1, 2, 5, 14, 30]) }),
  'kla-expired': () => yes,
  'kla-facet': (writing) => ({ value: chosen(writing, 'facet', ['yes', 'yes', 'no']) }),
  'kla-agreement': () => yes,
  'kla-sortiment': () => yes,
};

const roleNames: readonly (readonly [string, string, string])[] = [
  ['Sagsbehandler', 'sagsbehandler', 'Opretter, ændrer og afslutter sager inden for de tildelte afgrænsninger'],
  ['Læser', 'laeser', 'Ser sager og dokumenter, men kan ikke ændre dem'],
  ['Leder', 'leder', 'Fordeler opgaver i egen enhed og ser enhedens rapporter'],
  [
    'Systemadministrator',
    'systemadministrator',
    'Opsætter skabeloner, arbejdsgange og koder; har ikke adgang til sager',
  ],
];

function rolesOf(writing: Writing): Record<string, string>[] {
  const { supplier, product } = writing;
  const isOfUsers = product.type === 'brugerstyring' || product.type === 'integration';
  const names = isOfUsers ? roleNames.slice(1, 4) : roleNames;
  return names.map(([name, path, access]) => ({
    name,
    uri: `https://${supplier.domain}.example/roles/usersystemrole/${path}/1`,
    access,
  }));
}

const tokenServices: readonly (readonly [string, string])[] = [
  ['SF1500', 'SF1500 Organisation: SAML'],
  ['SF1510', 'SF1510 Klassifikation: SAML'],
  ['SF1470', 'SF1470 Sags- og Dokumentindeks: SAML'],
  ['SF1601', 'SF1601 Afsend post: SAML'],
  ['SF1520', 'SF1520 CPR-opslag: SAML'],
  ['organisation-graphql', 'OrganisationHent: JWT'],
];

function tokenServicesOf(writing: Writing): string {
  const used = tokenServices.filter(([id]) => supports(writing, id)).map(([, line]) => line);
  return used.length > 0 ? used.join('\n') : 'Ingen endnu. Den første bliver SF1500 Organisation.';
}
