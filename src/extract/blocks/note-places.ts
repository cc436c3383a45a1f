/** Every place that a link of the page may lead to, by its name. */
export function placesOf(body: HTMLElement): ReadonlyMap<string, Element> {
  const places = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id], a[name]')) {
    for (const name of [element.id, element.getAttribute('name') ?? '']) {
      if (name !== '' && !places.has(name)) places.set(name, element);
    }
  }
  return places;
}

/** Where a link leads to within its page, if it may be to a note. */
export function targetOf(link: Element, places: ReadonlyMap<string, Element>): Element | null {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') && !/footnote|fn/i.test(href)) return null;
  const id = href.slice(href.indexOf('#') + 1);
  return places.get(id) ?? places.get(decoded(id)) ?? null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}

/** Whether a note has a link to its reference, or to what holds hardly more than the reference. */
export function backLinks(): (place: Element, link: Element) => boolean {
  const known = new Map<Element, ReadonlySet<string>>();
  const namesIn = (place: Element): ReadonlySet<string> => {
    const links = [...place.querySelectorAll('a[href*="#"]')].map((back) => back.getAttribute('href') ?? '');
    const names = new Set(links.map((href) => decoded(href.slice(href.indexOf('#') + 1))));
    known.set(place, names);
    return names;
  };
  return (place, link) => {
    const around = link.closest('sup') ?? link;
    const beside = [link, around, around.parentElement, around.previousElementSibling].filter(
      (element) => element !== null && /^(A|SUP|SPAN|B|CITE)$/.test(element.tagName),
    );
    const own = new Set([...beside.map((element) => element?.id ?? ''), link.getAttribute('name') ?? '']);
    own.delete('');
    const names = known.get(place) ?? namesIn(place);
    return [...own].some((name) => names.has(name));
  };
}
