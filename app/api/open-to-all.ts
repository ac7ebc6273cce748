/** Headers of what anybody's page may read; no session is looked at, so there is nothing to steal. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Content-Disposition',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
