import { type TagReplacement, replaceTagKeys } from '../tag/replace-tags.ts';
import { parseTag, parseTags } from '../tag/tag.ts';
import type { BulkEdit } from './bulk-edit.ts';

/** A query that is kept under a name, and what is done to the clips that it finds, if anything. */
export interface SmartList {
  readonly id: string;
  readonly name: string;
  /** As typed: what it means is read when it is asked (search/query). */
  readonly query: string;
  readonly rule: ListRule | null;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** What a smart list does to its clips beside listing them. */
export interface ListRule {
  /** Labels. */
  readonly addTags: readonly string[];
  readonly star: boolean;
  readonly markRead: boolean;
  /** New clips are looked at by themselves; else only where the user asks. */
  readonly runsOnNewClips: boolean;
}

export const longestListName = 80;
export const longestListQuery = 1000;
export const mostRuleTags = 100;

/** What came of a rule by itself: the clips that one look at new clips changed, kept so that it can be taken back. */
export interface RuleRun {
  readonly id?: number;
  readonly listId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly clips: number;
  /** Epoch ms; null while it stands. */
  readonly undoneAt: number | null;
}

/** The rule as an edit of many clips; null where it would do nothing. */
export function editOfRule({ addTags, star, markRead }: ListRule): BulkEdit | null {
  if (addTags.length === 0 && !star && !markRead) return null;
  return {
    ...(addTags.length === 0 ? {} : { addTags }),
    ...(star ? { starred: true } : {}),
    ...(markRead ? { read: true } : {}),
  };
}

/** Of two states of one list the one that counts: the later; of equal times always the same one, whichever comes first. */
export function laterList(a: SmartList, b: SmartList): SmartList {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return JSON.stringify([a.name, a.query, a.rule]) >= JSON.stringify([b.name, b.query, b.rule]) ? a : b;
}

/** The rule with the tags that it adds replaced; the same object where it adds none of them. */
export function ruleWithTags(rule: ListRule, targets: ReadonlyMap<string, TagReplacement['to']>): ListRule {
  const keys = parseTags(rule.addTags).map(({ key }) => key);
  if (!keys.some((key) => targets.has(key))) return rule;
  const labels = new Map(parseTags(rule.addTags).map(({ key, label }) => [key, label]));
  for (const to of targets.values()) if (to !== null) labels.set(to.key, to.label);
  const addTags = replaceTagKeys(keys, targets).map((key) => labels.get(key) ?? parseTag(key)?.label ?? key);
  return { ...rule, addTags };
}
