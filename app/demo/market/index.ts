import type { DemoSupplier } from '../profile';
import { birkelund, vestermarsk } from './buildings-and-environment';
import { hedebo, mosebjerg } from './care-and-health';
import { fjordlys } from './cases-and-documents';
import { aaskov, klitmark, tangholm } from './children-and-school';
import { sandvang } from './culture';
import { nordkyst } from './finance';
import { engdal, ravnsoe } from './identity-and-integration';
import { lyngtoft } from './post-and-forms';
import { skovager } from './work-and-benefits';

/** Every fictional supplier of the demo. The first two are those that the sign-in page offers people of. */
export const market: readonly DemoSupplier[] = [
  fjordlys,
  hedebo,
  nordkyst,
  birkelund,
  lyngtoft,
  skovager,
  engdal,
  tangholm,
  klitmark,
  ravnsoe,
  mosebjerg,
  sandvang,
  vestermarsk,
  aaskov,
];
