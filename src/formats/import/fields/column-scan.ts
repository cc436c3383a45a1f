import type { DayOrder } from '../../../core/job/file-work.ts';
import { dayOrderOf } from './dates.ts';
import { fieldNames, type Role, roleOf } from './field-names.ts';

const dated: ReadonlySet<Role | null> = new Set<Role>(['saved', 'published', 'readAt', 'read']);

/** What is known of a source's columns when all of its rows have been seen. */
export class ColumnScan {
  private readonly orders = new Map<string, Set<DayOrder>>();
  private readonly filled = new Set<string>();

  see(fields: Iterable<readonly [string, unknown]>): void {
    for (const [key, value] of fields) {
      if (value === '' || value === null || value === undefined) continue;
      this.filled.add(key);
      if (typeof value !== 'string' || !dated.has(roleOf(key))) continue;
      const order = dayOrderOf(value);
      if (order === null || order === 'either') continue;
      this.orders.set(key, (this.orders.get(key) ?? new Set()).add(order));
    }
  }

  /** How the dates of the source are written, where its own rows tell and do not contradict each other. */
  get order(): DayOrder | null {
    const told = new Set([...this.orders.values()].flatMap((orders) => [...orders]));
    return told.size === 1 ? ([...told][0] ?? null) : null;
  }

  /** The columns with something in them that none of these rows' clips used. */
  unused(used: ReadonlySet<string>): string[] {
    return [...this.filled].filter((key) => !used.has(key) && !fieldNames.unneeded.includes(key));
  }
}
