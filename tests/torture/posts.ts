import { serveLocally } from '../harness/local-server.ts';
import { Begun } from './begun.ts';

/** Posts of each job, each on a site of its own, so that none waits for another. */
const postsPerJob = 6;
const paragraphs = 12;

export interface PostsFinding {
  /** The state of the job, or null where there is none. */
  readonly state: string | null;
  /** Addresses of the clips, sorted. */
  readonly clips: readonly string[];
  /** Clips that have the text to its end. */
  readonly whole: number;
}

export interface PostSites {
  readonly hosts: readonly string[];
  urlsOf(name: string): readonly string[];
  close(): Promise<void>;
}

/** Sites on this machine with one post for each job. */
export async function servePosts(): Promise<PostSites> {
  const hosts = Array.from({ length: postsPerJob }, (_, index) => `posts-${index}.localhost`);
  const server = await serveLocally((request, response) => {
    const path = request.url ?? '/';
    const text = `<p>Post ${path} speaks of 连接池, of pools and of what waits in them.</p>`.repeat(
      paragraphs,
    );
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Post ${path}</title><article><h1>Post ${path}</h1>${text}` +
        '<p>The end of the post.</p></article></html>',
    );
  });
  return {
    hosts,
    urlsOf: (name) => hosts.map((host) => `http://${host}:${server.port}/${name}/`),
    close: () => server.close(),
  };
}

/** The job of posts that the worker was given, and what must have become of it. */
export class PostsLedger extends Begun {
  /** What is wrong with what was found, one line each: each post is clipped once and whole, or nothing was begun. */
  compare({ state, clips, whole }: PostsFinding, urls: readonly string[]): string[] {
    const isRight = whole === clips.length && clips.join() === [...urls].toSorted().join();
    return this.reconcile(
      state,
      clips.length,
      isRight,
      `${whole} whole of ${clips.length}: ${clips.join(' ')}`,
    );
  }
}
