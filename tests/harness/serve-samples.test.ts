import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleArticles, sampleIndexPages } from './samples.ts';
import { type SampleSites, serveSamples } from './serve-samples.ts';

let sites: SampleSites;

beforeAll(async () => {
  sites = await serveSamples();
});
afterAll(() => sites.close());

/** Node does not resolve `*.localhost` everywhere, so the host goes in a header. */
async function get(site: string, path: string): Promise<{ status: number; text: string }> {
  const url = new URL(sites.at(site, path));
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: url.port, path: url.pathname, headers: { host: url.host } };
    request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

test.each(sampleArticles)(
  '$site/$path is there and linked from the home page',
  async ({ site, path, title }) => {
    const { status, text } = await get(site, path);
    expect(status).toBe(200);
    expect(text).toContain(title);
    expect((await get('home', '')).text).toContain(`data-site="${site}" href="${path}"`);
  },
);

test.each(sampleIndexPages)('$site has an index page', async ({ site, path }) => {
  expect((await get(site, path)).status).toBe(200);
});

test('nothing outside tests/samples is served', async () => {
  expect((await get('home', '../../package.json')).status).toBe(404);
  expect((await get('home', '%2e%2e/%2e%2e/package.json')).status).toBe(404);
  expect((await get('..', 'package.json')).status).toBe(404);
});
