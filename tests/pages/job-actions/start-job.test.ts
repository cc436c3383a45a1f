import { expect, test } from 'vitest';
import {
  getArticles,
  type StartJobDependencies,
  startJob,
} from '../../../src/pages/job-actions/start-job.ts';

function world(allows: boolean) {
  const sent: [string, unknown][] = [];
  const asked: string[] = [];
  const dependencies: StartJobDependencies = {
    send: (command: string, input: unknown) => {
      sent.push([command, input]);
      return Promise.resolve(command === 'startClipJob' ? { jobId: 'job' } : null);
    },
    requestAccess: (urls) => {
      asked.push(...urls);
      return Promise.resolve(allows);
    },
  };
  return { dependencies, sent, asked };
}

const input = {
  subject: 'Blog',
  tags: [],
  pages: [{ url: 'https://a.example/1', title: 'One' }],
  follow: { role: 'list', url: 'https://b.example/2' },
} as const;

test('a job of sites that the user refuses is gone, and nobody is asked for its pages', async () => {
  const { dependencies, sent } = world(false);
  expect(await startJob(dependencies, input)).toBeNull();
  expect(sent).toEqual([
    ['startClipJob', input],
    ['cancelJob', { jobId: 'job' }],
    ['forgetJob', { jobId: 'job' }],
  ]);
});

test('allowed, it is journalled once; the sites of its pages and of the list are asked for together', async () => {
  const { dependencies, sent, asked } = world(true);
  expect(await startJob(dependencies, input)).toBe('job');
  expect(sent).toHaveLength(1);
  expect(asked).toEqual(['https://a.example/1', 'https://b.example/2']);
});

test('links are fetched for the clips that they are', async () => {
  const { dependencies, sent } = world(true);
  await getArticles(dependencies, 'Links', [{ id: 'c', url: 'https://a.example/1', title: 'One' }]);
  expect(sent[0]?.[1]).toEqual({
    subject: 'Links',
    tags: [],
    pages: [{ url: 'https://a.example/1', title: 'One', clipId: 'c' }],
  });
});
