import { groupBy } from '../../core/group-by.ts';
import type { PostLink } from './post-links.ts';

/** Links that stand in one repeated structure, one per post. */
export interface PostGroup {
  readonly links: readonly PostLink[];
  /** For each link, all links of the page to the same post. */
  readonly same: ReadonlyMap<string, readonly PostLink[]>;
  /** For each link, the largest element that holds this post and no other of the group. */
  readonly cards: readonly Element[];
}

/** Sets of links with the same path of elements above them; each post once. */
export function postGroups(links: readonly PostLink[], main: Element): readonly PostGroup[] {
  const same = groupBy(links, ({ key }) => key);
  const groups = groupBy(links, ({ element }) => signatureOf(element));
  return [...groups.values()].map((group) => ({ ...withCards(group, main), same }));
}

/** Tags and lasting classes of the link and of four elements above it. */
function signatureOf(link: Element): string {
  const steps: string[] = [];
  let place: Element | null = link;
  for (let level = 0; level < 5 && place !== null; level++) {
    steps.push(place.tagName + (level < 3 ? classesOf(place) : ''));
    place = place.parentElement;
  }
  return steps.join('<');
}

/** Classes that all cards share: without those that carry a number, a place in the list, a state or a term. */
function classesOf(element: Element): string {
  return [...element.classList]
    .filter(
      (name) =>
        !/\d|^(?:odd|even|first|last|active|current|left|right|sticky|is-|has-|tag-|category-|post-type|type-|status-|format-)/i.test(
          name,
        ),
    )
    .filter((name) => !/[:[\]/]/.test(name))
    .slice(0, 2)
    .map((name) => `.${name}`)
    .join('');
}

function withCards(group: readonly PostLink[], main: Element): Omit<PostGroup, 'same'> {
  const first = new Map<string, PostLink>();
  for (const link of group) if (!first.has(link.key)) first.set(link.key, link);
  const holders = new Map<Element, string | null>();
  for (const link of group) {
    for (let place: Element | null = link.element; place !== null; place = place.parentElement) {
      const held = holders.get(place);
      if (held === null) break;
      holders.set(place, held === undefined || held === link.key ? link.key : null);
      if (place === main) break;
    }
  }
  const links = [...first.values()];
  return { links, cards: links.map((link) => cardOf(link, holders, main)) };
}

function cardOf(link: PostLink, holders: ReadonlyMap<Element, string | null>, main: Element): Element {
  let card = link.element;
  for (let place = card.parentElement; place !== null && place !== main; place = place.parentElement) {
    if (holders.get(place) !== link.key) break;
    card = place;
  }
  return card;
}
