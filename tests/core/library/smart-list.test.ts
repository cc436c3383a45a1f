import { expect, test } from 'vitest';
import * as v from 'valibot';
import { editOfRule, laterList, ruleWithTags, type SmartList } from '../../../src/core/library/smart-list.ts';
import { smartListSchema } from '../../../src/core/library/smart-list-schema.ts';

const rule = { addTags: ['Go', 'read later'], star: false, markRead: true, runsOnNewClips: false };
const list: SmartList = { id: 'a', name: 'Go', query: 'lang:go', rule, changedAt: 5 };

test('a rule is an edit of many clips, or none where it does nothing', () => {
  expect(editOfRule(rule)).toEqual({ addTags: ['Go', 'read later'], read: true });
  expect(editOfRule({ ...rule, addTags: [], markRead: false })).toBeNull();
});

test('of two states the later counts, whichever is asked first', () => {
  const later = { ...list, name: 'Golang', changedAt: 6 };
  expect([laterList(list, later), laterList(later, list)]).toEqual([later, later]);
  const same = { ...list, name: 'Other' };
  expect(laterList(list, same)).toEqual(laterList(same, list));
});

test('a rule follows renamed tags, and loses deleted ones', () => {
  const targets = new Map([
    ['go', { key: 'lang/go', label: 'Lang/Go' }],
    ['read later', null],
  ]);
  expect(ruleWithTags(rule, targets)).toEqual({ ...rule, addTags: ['Lang/Go'] });
  expect(ruleWithTags(rule, new Map([['rust', null]]))).toBe(rule);
});

test('the schema takes a list as it is, and none that is not one', () => {
  expect(v.parse(smartListSchema, list)).toEqual(list);
  expect(v.parse(smartListSchema, { ...list, rule: null })).toEqual({ ...list, rule: null });
  for (const wrong of [
    { id: '../x' },
    { name: '' },
    { query: 'x'.repeat(2000) },
    { rule: {} },
    { changedAt: -1 },
  ]) {
    expect(v.safeParse(smartListSchema, { ...list, ...wrong }).success).toBe(false);
  }
});
