/** What of the shown article could run, fetch or take a name. Runs in the page. */
export function dangersShown(): string[] {
  const article = document.querySelector('.article');
  return [...(article?.querySelectorAll('*') ?? [])].flatMap((element) => {
    const attributes = [...element.attributes];
    const handlers = attributes.filter(({ name }) => /^on|^style$|^srcdoc$|^srcset$|^ping$/.test(name));
    const scripts = attributes.filter(({ value }) => /^\s*(?:javascript|vbscript):/i.test(value));
    const names = /^(?:script|style|iframe|object|embed|link|meta|base|form|template)$/.test(
      element.localName,
    );
    return [...handlers, ...scripts].map(({ name }) => name).concat(names ? [element.localName] : []);
  });
}

/** Has a script of ours in the tab beside the popup give these commands. Runs in the popup. */
export async function askFromThePage(names: string[]): Promise<Record<string, string>> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const [{ result }] = await api.scripting.executeScript({
    target: { tabId: tab.id },
    args: [names],
    func: async (commands: string[]) => {
      const own = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const replies: Record<string, string> = {};
      for (const command of commands) {
        const reply = await own.runtime.sendMessage({ command, input: {} });
        replies[command] = reply?.ok === false ? reply.code : JSON.stringify(reply);
      }
      return replies;
    },
  });
  return result;
}

/** Runs in a web page. */
export async function tryToLoad(root: string): Promise<Record<string, string>> {
  const element = async (made: HTMLElement, key: string, value: string) => {
    const outcome = new Promise<string>((resolve) => {
      made.addEventListener('load', () => resolve('loaded'));
      made.addEventListener('error', () => resolve('refused'));
      setTimeout(() => resolve('refused'), 3_000);
    });
    Reflect.set(made, key, value);
    document.body.append(made);
    return outcome;
  };
  const frame = document.createElement('iframe');
  frame.src = `${root}/pages/library/index.html`;
  document.body.append(frame);
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  return {
    image: await element(document.createElement('img'), 'src', `${root}/icons/16.png`),
    script: await element(document.createElement('script'), 'src', `${root}/extract.js`),
    style: await element(style, 'href', `${root}/manifest.json`),
    fetch: await fetch(`${root}/pages/library/index.html`).then(
      () => 'loaded',
      () => 'refused',
    ),
  };
}
