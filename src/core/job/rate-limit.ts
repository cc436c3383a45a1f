/** How hard a job may press on one site, and in all. Times in ms. */
export interface RateLimits {
  /** Items under way at once, over all sites. */
  readonly parallel: number;
  readonly parallelPerSite: number;
  /** Between the starts of two requests to the same site. */
  readonly delayPerSite: number;
}

export const polite: RateLimits = { parallel: 4, parallelPerSite: 2, delayPerSite: 500 };

interface SiteLoad {
  readonly active: number;
  /** Epoch ms before which nothing more is to start. */
  readonly freeAt: number;
}

const idle: SiteLoad = { active: 0, freeAt: 0 };

export interface Waiting {
  /** null: nothing is asked of any site, only a place among those under way is needed. */
  readonly site: string | null;
  /** Epoch ms. */
  readonly notBefore: number;
}

/** What is under way on each site. */
export class SiteLoads {
  readonly #loads = new Map<string, SiteLoad>();
  readonly #rateLimits: RateLimits;
  #here = 0;

  constructor(rateLimits: RateLimits) {
    this.#rateLimits = rateLimits;
  }

  enter(site: string | null, now: number): void {
    if (site === null) {
      this.#here += 1;
      return;
    }
    const { active, freeAt } = this.#loads.get(site) ?? idle;
    const next = Math.max(freeAt, now + this.#rateLimits.delayPerSite);
    this.#loads.set(site, { active: active + 1, freeAt: next });
  }

  leave(site: string | null): void {
    if (site === null) {
      this.#here -= 1;
      return;
    }
    const { active, freeAt } = this.#loads.get(site) ?? idle;
    this.#loads.set(site, { active: Math.max(0, active - 1), freeAt });
  }

  get isFull(): boolean {
    const active = [...this.#loads.values()].reduce((sum, load) => sum + load.active, this.#here);
    return active >= this.#rateLimits.parallel;
  }

  /** Whatever it asked for. */
  release(site: string): void {
    const { active } = this.#loads.get(site) ?? idle;
    this.#loads.set(site, { active, freeAt: 0 });
  }

  /** The site asked to be left alone until then (epoch ms). */
  hold(site: string, until: number): void {
    const { active, freeAt } = this.#loads.get(site) ?? idle;
    this.#loads.set(site, { active, freeAt: Math.max(freeAt, until) });
  }

  /**
   * The first item that may start now, or how long to wait (ms) for one; null where only the end of an item under way
   * can free a place.
   */
  next<Item extends Waiting>(
    waiting: readonly Item[],
    now: number,
  ): { readonly start: Item } | { readonly wait: number } | null {
    const { parallelPerSite } = this.#rateLimits;
    if (this.isFull) return null;
    let wait = Number.POSITIVE_INFINITY;
    for (const item of waiting) {
      const load = item.site === null ? idle : (this.#loads.get(item.site) ?? idle);
      if (load.active >= parallelPerSite) continue;
      const startAt = Math.max(item.notBefore, load.freeAt);
      if (startAt <= now) return { start: item };
      wait = Math.min(wait, startAt - now);
    }
    return Number.isFinite(wait) ? { wait } : null;
  }
}
