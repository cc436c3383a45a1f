/** Stands where a favicon would: the site's first letter, on a colour that is always the same for a site. */
export function SiteLetter({ site }: { readonly site: string }) {
  const [letter = '·'] = site;
  return (
    <span class="site-letter" data-hue={hueOf(site)} aria-hidden="true">
      {letter}
    </span>
  );
}

/** 0 to 7; see style/site-letter.css. */
function hueOf(site: string): number {
  let sum = 0;
  for (const letter of site) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 4096;
  return sum % 8;
}
