/** What Logseq keeps of a block among its lines; none of it is text. */
const ofBlock =
  /^\s*(?:- )?(?:id|collapsed|heading|background-color|logseq\.[\w.-]{1,40}|ls-type|hl-[a-z-]{1,20}|created-at|updated-at):: .*$/;

/** A page of Logseq's as Markdown that others read: without the properties of its blocks, `^^marks^^` as `==marks==`. Code stays. */
export function plainLogseq(body: string): string {
  let fence = '';
  return body
    .split('\n')
    .flatMap((line) => {
      const mark = /^[\s-]{0,40}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
      else if (fence === '') {
        if (ofBlock.test(line)) return [];
        return [line.replaceAll(/\^\^(?=[^\s^])([^^]{1,2000})(?<=\S)\^\^/g, '==$1==')];
      }
      return [line];
    })
    .join('\n');
}
