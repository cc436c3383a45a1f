/** `Doe, Jane` as people write it: `Jane Doe`. */
export function personName(text: string): string {
  const [family = '', given = ''] = text.split(',', 2).map((part) => part.trim());
  return `${given} ${family}`.trim();
}

/** The address of a digital object identifier; empty where there is none. */
export function doiAddress(doi: string): string {
  const id = doi.trim().replace(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
  return id === '' ? '' : `https://doi.org/${id}`;
}
