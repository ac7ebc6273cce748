import { defineTexts } from './texts';

/** The page of an interface group. */
export const interfaceGroupTexts = defineTexts({
  description: {
    da: '{group}: snitfladerne i gruppen, og hvilke it-systemer der understøtter dem.',
    en: '{group}: the interfaces of the group, and which products support them.',
  },
  caption: { da: 'Snitfladegruppe', en: 'Interface group' },
  lead: {
    da: {
      one: '{count} fælleskommunal snitflade. Platform: {platforms}.',
      other: '{count} fælleskommunale snitflader. Platform: {platforms}.',
    },
    en: {
      one: '{count} common municipal interface. Platform: {platforms}.',
      other: '{count} common municipal interfaces. Platform: {platforms}.',
    },
  },
  noInterfaces: {
    da: 'Alle gruppens snitflader er taget ud af kataloget. Tidligere svar kan stadig læses.',
    en: 'All interfaces of the group have been taken out of the catalogue. Earlier answers can still be read.',
  },
  interfaces: { da: 'Snitflader i gruppen', en: 'Interfaces of the group' },
  readiness: { da: 'Så langt er it-systemerne', en: 'How far the products have come' },
  readinessLead: {
    da: 'Godkendte svar om gruppens snitflader – de samme tal som på siden {link}.',
    en: 'Approved answers about the group’s interfaces – the same numbers as on the page {link}.',
  },
  sunsets: { da: 'Versioner, der udfases', en: 'Versions that go out of use' },
  products: { da: 'It-systemer, der understøtter noget i gruppen', en: 'Products that support anything in the group' },
  columnReady: { da: 'I drift eller klar', en: 'In production or ready' },
  columnSupported: { da: 'Understøttet eller på vej', en: 'Supported or on the way' },
  noProducts: { da: 'Ingen it-systemer endnu', en: 'No products yet' },
  mostShown: {
    da: 'Her står de {count} it-systemer, der er længst med gruppen, ud af {all}.',
    en: 'These are the {count} products, out of {all}, that have come furthest with the group.',
  },
  toProducts: {
    da: { one: 'Se {count} it-system i listen', other: 'Se alle {count} it-systemer i listen' },
    en: { one: 'See {count} product in the list', other: 'See all {count} products in the list' },
  },
  toCompare: { da: 'Sammenlign dem snitflade for snitflade', en: 'Compare them interface by interface' },
});
