import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** A screen for real windows, ended by `close`. */
export interface Display {
  close(): void;
}

const xvfb = '/usr/bin/Xvfb';

/** Whether a screen that nobody sees can be had here. */
export function hasVirtualDisplay(): boolean {
  return process.platform === 'linux' && existsSync(xvfb);
}

/**
 * A screen of its own, set as DISPLAY of this process, so that windows are real and nobody sees them. A headless browser
 * will not do: it says `hover: none`, and pages show what they show to fingers. Where there is no Xvfb, the screen that
 * is there.
 */
export async function openDisplay(width: number, height: number): Promise<Display> {
  if (process.platform !== 'linux') return { close: () => undefined };
  if (!hasVirtualDisplay()) {
    if (process.env['DISPLAY'] !== undefined) return { close: () => undefined };
    throw new Error('Pictures are taken in real windows: install Xvfb (Debian: apt-get install xvfb).');
  }
  const size = `${String(width)}x${String(height)}x24`;
  // It writes the number of the display that it has found free to this descriptor.
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  process.env['DISPLAY'] = `:${number.toString().trim()}`;
  delete process.env['WAYLAND_DISPLAY'];
  return { close: () => void server.kill() };
}
