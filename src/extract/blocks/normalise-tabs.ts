import { discard, leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll } from '../many-nodes.ts';

/** How a generator writes a set of tabs: its container, the labels and the panels, which pair in order. */
const families: readonly {
  readonly name: string;
  readonly set: string;
  readonly label: string;
  readonly panel: string;
}[] = [
  {
    name: 'material',
    set: '.tabbed-set',
    label: '.tabbed-labels > label, :scope > label',
    panel: '.tabbed-content > .tabbed-block, :scope > .tabbed-content:not(:has(.tabbed-block))',
  },
  {
    name: 'vitepress',
    set: '.vp-code-group',
    label: ':scope > .tabs > label',
    panel: ':scope > .blocks > *',
  },
  { name: 'sphinx-design', set: '.sd-tab-set', label: ':scope > label', panel: ':scope > .sd-tab-content' },
  {
    name: 'hexo',
    set: '.tabs',
    label: ':scope > ul > li, :scope > .nav-tabs > *',
    panel: ':scope > .tab-contents > *, :scope > .tab-content > *',
  },
  {
    name: 'relearn',
    set: '.tab-panel',
    label: ':scope > .tab-nav > button',
    panel: ':scope > .tab-content-container > .tab-content',
  },
  { name: 'hugo-book', set: '.book-tabs', label: ':scope > label', panel: ':scope > .book-tabs-content' },
  {
    name: 'vuepress',
    set: '.code-group, .theme-code-group, .vp-tabs, .vp-code-tabs, .code-tabs',
    label:
      '.code-group__nav-tab, .theme-code-group__nav-tab, .vp-tab-nav, .vp-code-tab-nav, .code-tab-nav, .tab-nav',
    panel: '.code-group-item, .theme-code-block, .vp-tab, .vp-code-tab, .code-tab, .tab-content',
  },
  {
    name: 'aria',
    set: '.tabs-container, starlight-tabs, .sphinx-tabs, [data-tabs], .tabs, .tab-set, .tabset, .tabbed, .code-tabs, [data-headlessui-state], .tab-container, .code-group',
    label: '[role="tab"]',
    panel: '[role="tabpanel"]',
  },
];

/** Keeps every panel, the hidden ones too, under its label. */
export function normaliseTabs({ body, document, rules }: PageCopy): void {
  for (const { name, set, label, panel } of families) {
    for (const container of [...body.querySelectorAll(set)].reverse()) {
      if (container.hasAttribute('data-tabs-done')) continue;
      const labels = [...container.querySelectorAll(label)].map(labelText);
      const panels = [...container.querySelectorAll(panel)];
      if (panels.length === 0 || labels.length !== panels.length) continue;
      rules.add(`tabs/${name}`);
      container.replaceWith(tabsElement(document, labels, panels));
    }
  }
  looseTabs({ body, document, rules });
  bootstrapTabs(body, document, rules);
  linkedTabs(body, document, rules);
}

function tabsElement(document: Document, labels: readonly string[], panels: readonly Element[]): HTMLElement {
  const tabs = document.createElement('div');
  tabs.setAttribute('data-tabs', '');
  tabs.setAttribute('data-tabs-done', '');
  for (const [index, panel] of panels.entries()) {
    const section = document.createElement('section');
    section.setAttribute('data-tab', labels[index] ?? '');
    for (const title of panel.querySelectorAll('.vp-code-tab-title, .vp-tab-title'))
      leaveOut(title, 'duplicate', 'tabs/title');
    appendAll(section, panel.tagName === 'PRE' ? [panel] : panel.childNodes);
    tabs.append(section);
  }
  return tabs;
}

function labelText(label: Element): string {
  return (label.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** ARIA tabs whose container has no name that we know: the nearest element around both list and panels. */
function looseTabs({ body, document, rules }: Pick<PageCopy, 'body' | 'document' | 'rules'>): void {
  for (const list of body.querySelectorAll('[role="tablist"]')) {
    const labels = [...list.querySelectorAll('[role="tab"]')].map(labelText);
    for (
      let outer = list.parentElement, step = 0;
      outer !== null && step < 3;
      outer = outer.parentElement, step++
    ) {
      const panels = [...outer.querySelectorAll('[role="tabpanel"]')].filter(
        (panel) => panel.parentElement?.closest('[role="tabpanel"]') === null,
      );
      if (panels.length === 0) continue;
      if (panels.length === labels.length && outer.tagName !== 'BODY') {
        panels[0]?.before(tabsElement(document, labels, panels));
        for (const panel of panels) discard(panel);
        leaveOut(list, 'duplicate', 'tabs/labels');
        rules.add('tabs/aria');
      }
      break;
    }
  }
}

/** Bootstrap and its descendants (Docsy): a list of labels followed by its panels, without a common container. */
function bootstrapTabs(body: Element, document: Document, rules: Set<string>): void {
  for (const list of body.querySelectorAll('ul.nav-tabs, ul.nav-pills, .nav-tabs')) {
    const content = list.nextElementSibling;
    if (content === null || !content.matches('.tab-content, .tab-contents, .tabs-content')) continue;
    const labels = [...list.children].map(labelText).filter((label) => label !== '');
    const panels = [...content.children];
    if (panels.length === 0 || panels.length !== labels.length) continue;
    leaveOut(list, 'duplicate', 'tabs/labels');
    content.replaceWith(tabsElement(document, labels, panels));
    rules.add('tabs/bootstrap');
  }
}

/** Labels that are links to their panels, wherever those stand (Icarus, Bulma). */
function linkedTabs(body: Element, document: Document, rules: Set<string>): void {
  for (const list of body.querySelectorAll('.tabs, ul.nav, ul[class*="tab"]')) {
    const links = [...list.querySelectorAll('a[href^="#"]')];
    const panels = links.flatMap((link) => {
      const panel = document.getElementById((link.getAttribute('href') ?? '#').slice(1));
      return panel?.matches('[class*="tab-"], [class*="panel"]') === true && !list.contains(panel)
        ? [panel]
        : [];
    });
    if (panels.length < 2 || panels.length !== links.length) continue;
    panels[0]?.before(tabsElement(document, links.map(labelText), panels));
    for (const panel of panels) discard(panel);
    leaveOut(list, 'duplicate', 'tabs/labels');
    rules.add('tabs/linked');
  }
}
