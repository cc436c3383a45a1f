import * as v from 'valibot';
import { maxTagLength } from '../tag/tag.ts';
import { longestListName, longestListQuery, mostRuleTags, type SmartList } from './smart-list.ts';

const label = v.pipe(v.string(), v.minLength(1), v.maxLength(maxTagLength));

/** A smart list from a file or another machine. Apart from its type, so that pages do not carry what checks it. */
export const smartListSchema: v.GenericSchema<unknown, SmartList> = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(longestListName)),
  query: v.pipe(v.string(), v.minLength(1), v.maxLength(longestListQuery)),
  rule: v.nullable(
    v.object({
      addTags: v.pipe(v.array(label), v.maxLength(mostRuleTags)),
      star: v.boolean(),
      markRead: v.boolean(),
      runsOnNewClips: v.boolean(),
    }),
  ),
  changedAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
