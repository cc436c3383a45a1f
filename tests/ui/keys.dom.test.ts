import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Keys, listenForKeys } from '../../src/ui/keys.ts';

function listen(bound: readonly Keys[]): string[] {
  const ran: string[] = [];
  onTestFinished(listenForKeys((keys) => (bound.includes(keys) ? () => void ran.push(keys) : undefined)));
  return ran;
}

test('a sequence ends with its last key, which begins no other', async () => {
  const ran = listen(['g g', 'g x', 'x', 'g t', 't']);
  await userEvent.keyboard('ggx');
  expect(ran).toEqual(['g g', 'x']);
  await userEvent.keyboard('gtgx');
  expect(ran.slice(2)).toEqual(['g t', 'g x']);
  await userEvent.keyboard('gttx');
  expect(ran.slice(4)).toEqual(['g t', 't', 'x']);
});

test('a key that is part of no sequence is run by itself', async () => {
  const ran = listen(['g g', 'x']);
  await userEvent.keyboard('gxgg');
  expect(ran).toEqual(['x', 'g g']);
});
