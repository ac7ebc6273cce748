import { type Paths, paths } from '~/app/paths';
import { listInterfaceGroups, listInterfaces, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { listProductAddresses } from '~/db/published/addresses';
import { listPublishedSuppliers } from '~/db/published/suppliers';
import { listQuestionnaireSlugs } from '~/db/questionnaires';
import { copenhagenDay } from '~/workflows/day';
import type { SitemapPage } from './sitemap';

const inDanish = paths('da');
const inEnglish = paths('en');

/** Every public page that a search engine should know, in an order in which new ones come last as far as can be. */
export async function listSitemapPages(db: Db): Promise<SitemapPage[]> {
  const [products, suppliers, groups, interfaces, municipalities, questionnaires] = await Promise.all([
    listProductAddresses(db),
    listPublishedSuppliers(db),
    listInterfaceGroups(db),
    listInterfaces(db),
    listMunicipalities(db),
    listQuestionnaireSlugs(db),
  ]);
  return [
    ...fixed.map((address) => pageAt(address)),
    ...questionnaires.map((slug) => pageAt((to) => to.questionnaire(slug))),
    ...groups.map(({ id }) => pageAt((to) => to.interfaceGroup(id))),
    ...interfaces.map(({ id }) => pageAt((to) => to.interface(id))),
    ...municipalities.map(({ code }) => pageAt((to) => to.municipality(code))),
    ...suppliers.map(({ slug }) => pageAt((to) => to.publicSupplier(slug))),
    ...products.map(({ slug, publishedAt }) => pageAt((to) => to.product(slug), copenhagenDay(publishedAt))),
  ];
}

const fixed: readonly ((to: Paths) => string)[] = [
  (to) => to.home(),
  (to) => to.products(),
  (to) => to.suppliers(),
  (to) => to.interfaces(),
  (to) => to.municipalities(),
  (to) => to.compare(),
  (to) => to.profile(),
  (to) => to.statistics(),
  (to) => to.verify(),
  (to) => to.verifyDeclaration(),
  (to) => to.about(),
  (to) => to.workflow(),
  (to) => to.openData(),
  (to) => to.accessibility(),
  (to) => to.cookies(),
];

function pageAt(address: (to: Paths) => string, changedOn: string | null = null): SitemapPage {
  return { paths: { da: address(inDanish), en: address(inEnglish) }, changedOn };
}
