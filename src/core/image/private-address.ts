import { parseUrl } from '../parse-url.ts';

/** Names of this machine and of local networks (RFC 6761, RFC 6762, RFC 8375), and names without a dot. */
const localName =
  /^(?:localhost|[^.]+)$|\.(?:localhost|localdomain|local|internal|intranet|private|lan|home\.arpa|home|corp)$/;

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
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 198 && (b === 18 || b === 19))
  );
}

/** Unspecified, loopback, unique local, link-local, site-local, multicast. */
const privateIpv6 = /^(?:::1?$|f[cd][\da-f]{2}:|fe[89a-f][\da-f]:|ff[\da-f]{2}:)/;

/**
 * IPv4 within IPv6: mapped, translated and compatible addresses and those of NAT64 end in it, in 6to4 it comes second
 * (RFC 4291, RFC 6052, RFC 2765, RFC 3056); NAT64 of a network's own (RFC 8215) leads to that network.
 */
const ipv4Within =
  /^(?:::(?:ffff:(?:0:)?)?|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$|^2002:([\da-f]{1,4}):(?:([\da-f]{1,4}):|:)/;

function isPrivateIpv6(address: string): boolean {
  if (privateIpv6.test(address) || address.startsWith('64:ff9b:1:')) return true;
  const found = ipv4Within.exec(address);
  if (found === null) return false;
  const [high = 0, low = 0] = found
    .slice(1)
    .flatMap((group) => (group === undefined ? [] : [Number.parseInt(group, 16)]));
  return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'));
}
