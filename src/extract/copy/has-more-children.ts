/** Whether an element has more children than so many, without counting all of them as `childElementCount` does. */
export function hasMoreChildren(element: Element, limit: number): boolean {
  let count = 0;
  for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}
