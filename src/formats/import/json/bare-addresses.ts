const address = /^https?:\/\//i;

/** Whether JSON is a list of addresses, of pairs of a title and an address, or a map by address. */
export function holdsBareAddresses(start: string): boolean {
  return /^(?:\[\s{0,20}|\{\s{0,20})"https?:\/\//i.test(start) || /^\[\s{0,20}\[\s{0,20}"/.test(start);
}

/** Such a list or map as objects with an address; everything else as it is. */
export function withAddressFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => entryOf(item) ?? item);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key]) => address.test(key))
    ? entries.map(([url, said]) => ({ ...(typeof said === 'object' ? said : { title: said }), url }))
    : value;
}

function entryOf(item: unknown): object | null {
  if (typeof item === 'string') return address.test(item) ? { url: item } : null;
  if (!Array.isArray(item) || item.length > 10 || !item.every((part) => typeof part === 'string'))
    return null;
  const url = item.find((part) => address.test(part));
  return url === undefined ? null : { url, title: item.find((part) => part !== url) ?? '' };
}
