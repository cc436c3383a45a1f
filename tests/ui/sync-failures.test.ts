import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failureCodes } from '../../src/core/failure.ts';
import { failureText } from '../../src/ui/failure-text.ts';
import { inProject } from '../../build/paths.ts';

test.each(['en', 'zh_CN'])(
  'each way a sync fails has a sentence of its own, and says what to do: %s',
  (language) => {
    const path = inProject(`public/_locales/${language}/messages.json`);
    const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
    const codes = failureCodes.filter((code) => code.startsWith('sync/'));
    const texts = codes.map((code) => messages[failureText(code).message]?.message ?? expect.fail(code));
    expect(new Set(texts).size).toBe(codes.length);
    // A sentence that says what happened, and what follows from it.
    for (const text of texts) expect(text.length).toBeGreaterThan(language === 'en' ? 40 : 12);
  },
);
