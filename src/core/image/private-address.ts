import { parseUrl } from '../parse-url.ts';

/** Names of this machine and of local networks (RFC 6761, RFC 6762, RFC 8375), and names without a dot. */
const localName = /^(?:localhost|[^.]+)$|\.(?:localhost|local|internal|lan|home\.arpa|home|corp)$/;

/**
 * Whether an address is of this machine or of the network that it is in: nothing there is asked for because a page from
 * elsewhere says so. Addresses as the URL parser writes them: `0x7f.1` is `127.0.0.1` then.
 */
export function isPrivateAddress(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === null) return false;
  const host = parsed.hostname.replace(/\.$/, '').toLowerCase();
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? isPrivateIpv4(host) : localName.test(host);
}

/** Blocks that are not of the public internet (RFC 6890): this host, private, shared, loopback, link-local, the rest. */
function isPrivateIpv4(address: string): boolean {
  const [a = 0, b = 0] = address.split('.').map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 198 && (b === 18 || b === 19))
  );
}

/** Loopback, unspecified, unique local, link-local; and IPv4 within IPv6, of which the last two groups are the address. */
function isPrivateIpv6(address: string): boolean {
  if (/^(?:::1?$|f[cd]|fe[89ab])/.test(address)) return true;
  const mapped = /^(?:::ffff:|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address);
  if (mapped === null) return false;
  const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)];
  return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'));
}
