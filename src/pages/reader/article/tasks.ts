import { type Enhancement, element } from './enhancement.ts';

/** The box of a task, named for those who do not see it. */
export function dressTasks(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const item of article.querySelectorAll('li[data-task]')) {
    const box = element('span', 'task-box');
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', t(item.getAttribute('data-task') === 'done' ? 'taskDone' : 'taskOpen'));
    const first = item.firstElementChild;
    if (first?.tagName === 'P') first.prepend(box);
    else item.prepend(box);
  }
}
