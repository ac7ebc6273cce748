import type { PortalContext } from '~/app/context.server';
import { listMunicipalities } from '~/db/catalogue';
import type { Shaping } from './shapes.server';

export async function loadShaping({ publicDb, config }: PortalContext): Promise<Shaping> {
  const municipalities = await listMunicipalities(publicDb);
  return {
    publicUrl: config.publicUrl,
    municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
  };
}
