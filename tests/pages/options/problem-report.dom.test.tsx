import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/style/panels.css';
import '../../../src/pages/options/options.css';
import { failureRecord } from '../../../src/core/report/recorded-failure.ts';
import type { Database } from '../../../src/database/database.ts';
import { createProblemReporting } from '../../../src/pages/options/state/problem-report.ts';
import { AboutSection } from '../../../src/pages/options/view/about-section.tsx';
import { createAttempt } from '../../../src/ui/attempt.ts';
import { createToasts } from '../../../src/ui/toasts.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { checkAccessibility, find, show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';

function showAbout(openDatabase: () => Promise<Database>) {
  const copied: string[] = [];
  const reportBug = vi.fn<(error: unknown) => void>();
  const reporting = createProblemReporting({
    openDatabase,
    estimate: () => Promise.resolve(12_000_000),
    recentFailures: () => Promise.resolve([failureRecord(new Error('no such thing'), 0)]),
    version: '1.2.0',
    browser: 'a browser',
    language: 'en',
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    attempt: createAttempt({ toasts: createToasts(), translation: english, reportBug }),
  });
  show(
    <div class="options">
      <h1>Options</h1>
      <AboutSection version="1.2.0" reporting={reporting} />
    </div>,
  );
  return { copied, reportBug };
}

const text = () => find('.report-text', HTMLTextAreaElement).value;
const press = async (label: string) => {
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent === label);
  if (button === undefined) throw new Error(`no button ${label}`);
  await userEvent.click(button);
};

test('the user reads the report, changes it and copies it; the address is in it only if ticked', async () => {
  const database = await makeDatabase();
  const article = makeArticle({ url: 'https://a.example/secret', title: 'A secret title' });
  await workerOver(database)('saveArticle', { article, tags: ['private-tag'], source: null });
  const { copied, reportBug } = showAbout(() => Promise.resolve(database));
  await press('Report a problem…');
  await expect.poll(text).toContain('clips: 1, in the trash: 0, used: 12.0 MB');
  expect(text()).toContain('check of the library: sound');
  expect(text()).toContain('Error: no such thing');
  expect(text()).not.toMatch(/secret|private-tag/);
  await checkAccessibility();
  await userEvent.click(find('.report input[type=checkbox]', HTMLInputElement));
  expect(text()).toContain('https://a.example/secret');
  await userEvent.fill(find('.report-text', HTMLTextAreaElement), 'it broke');
  await press('Copy');
  await expect.poll(() => copied).toEqual(['it broke']);
  expect(find('.report [role=status]', HTMLElement).textContent).toBe('Copied');
  expect(reportBug).not.toHaveBeenCalled();
});

test('where the library does not open, the report says so', async () => {
  showAbout(() => Promise.reject(new Error('damaged')));
  await press('Report a problem…');
  await expect.poll(text).toContain('the library does not open: Error: damaged');
  expect(text()).toContain('Error: no such thing');
});
