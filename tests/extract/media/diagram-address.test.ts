import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { diagramInAddress } from '../../../src/extract/media/diagram-address.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** PlantUML's text encoding: each three bytes as four digits of its own alphabet. */
function plantuml(text: string): string {
  const base64 = deflateRawSync(text).toString('base64url');
  const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(base64, (letter) => digits[standard.indexOf(letter)] ?? '').join('');
}

describe('a diagram in an address', () => {
  const source = '@startuml\n甲 -> B: put\nB --> 甲: head\n@enduml';

  test('of a PlantUML server', async () => {
    for (const address of [
      `https://www.plantuml.com/plantuml/svg/${plantuml(source)}`,
      `//plantuml.example.org/plantuml/png/~1${plantuml(source)}`,
    ])
      expect(await diagramInAddress(address)).toBe(source);
  });

  test('is null for a picture', async () => {
    expect(await diagramInAddress('https://example.org/plantuml/svg/overview-of-it')).toBeNull();
    expect(await diagramInAddress('https://example.org/a.png')).toBeNull();
  });

  test('that would unpack to more than any diagram is left alone', async () => {
    const bomb = plantuml(`@startuml\n${'A'.repeat(5_000_000)}\n@enduml`);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await diagramInAddress(`https://example.org/plantuml/svg/${bomb}`)).toBeNull();
  });
});
