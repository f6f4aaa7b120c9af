/** Keeps a bot without a sign-in to this machine, also when something forwards to it. */
import type { RequestHandler } from 'restify';
import { isLoopback } from '../settings/kinds';

/**
 * Listening on 127.0.0.1 keeps other machines out, but not a tunnel that runs here, nor a web page whose name has been
 * pointed at this machine: those show in the headers.
 */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  const {
    host = '',
    forwarded,
    via,
    'x-forwarded-for': forwardedFor,
    'x-forwarded-host': forwardedHost,
  } = request.headers;
  const isForwarded = [forwarded, via, forwardedFor, forwardedHost].some((header) => header !== undefined);
  if (!isForwarded && isFromLoopback(request.socket.remoteAddress) && isLoopback(hostnameOf(host)))
    return next();
  response.send(403);
  return next(false);
};

function isFromLoopback(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
