import { type Enhancement, element } from './enhancement.ts';

let made = 0;

/** Tabs that switch (ARIA Authoring Practices, "tabs with automatic activation"); on paper they stand one below the other. */
export function dressTabs(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const group of article.querySelectorAll('[data-tabs]')) {
    const panels = [...group.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child.dataset['tab'] !== undefined,
    );
    if (panels.length === 0) continue;
    made += 1;
    const list = element('div', 'tab-list');
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', t('tabsLabel'));
    const tabs = panels.map((panel, index) => tabFor(panel, `tabs-${made}-${index}`));
    list.append(...tabs);
    group.prepend(list);
    connect(tabs, panels);
  }
}

function tabFor(panel: HTMLElement, id: string): HTMLButtonElement {
  const tab = element('button', 'tab', panel.dataset['tab']);
  tab.type = 'button';
  tab.id = id;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', `${id}-panel`);
  panel.id = `${id}-panel`;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', id);
  return tab;
}

function connect(tabs: readonly HTMLButtonElement[], panels: readonly HTMLElement[]): void {
  const select = (chosen: number) => {
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      const panel = panels[index];
      if (index === chosen) panel?.removeAttribute('hidden');
      // Find in page and addresses with a fragment reach what is hidden like this.
      else panel?.setAttribute('hidden', 'until-found');
    }
  };
  const moves: Record<string, (index: number) => number> = {
    ArrowRight: (index) => (index + 1) % tabs.length,
    ArrowLeft: (index) => (index - 1 + tabs.length) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  };
  for (const [index, tab] of tabs.entries()) {
    panels[index]?.addEventListener('beforematch', () => select(index));
    tab.addEventListener('click', () => select(index));
    tab.addEventListener('keydown', (event) => {
      const next = moves[event.key]?.(index);
      if (next === undefined) return;
      event.preventDefault();
      select(next);
      tabs[next]?.focus();
    });
  }
  select(0);
}

/** Makes sure that a place in the article is seen: chooses the tabs it stands in. */
export function showInTabs(place: Element): void {
  const panel = place.closest('[role=tabpanel][hidden]');
  if (panel === null) return;
  document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.click();
  if (panel.parentElement !== null) showInTabs(panel.parentElement);
}
