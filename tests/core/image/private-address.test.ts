import { expect, test } from 'vitest';
import { isPrivateAddress } from '../../../src/core/image/private-address.ts';

test.each([
  'http://localhost/a.png',
  'http://printer/a.png',
  'http://nas.local/a.png',
  'http://router.lan./a.png',
  'http://127.0.0.1:8080/a.png',
  'http://0x7f.1/a.png',
  'http://2130706433/a.png',
  'http://10.1.2.3/a.png',
  'http://172.31.0.1/a.png',
  'http://192.168.0.1/a.png',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/a.png',
  'http://0.0.0.0/a.png',
  'http://[::1]/a.png',
  'http://[fe80::1]/a.png',
  'http://[fd00::1]/a.png',
  'http://[::ffff:10.0.0.1]/a.png',
])('%s is of this machine or its network', (url) => {
  expect(isPrivateAddress(url)).toBe(true);
});

test.each([
  'https://img.example.com/a.png',
  'https://localhost.example.com/a.png',
  'https://172.32.0.1/a.png',
  'https://8.8.8.8/a.png',
  'https://[2606:4700::1111]/a.png',
  'https://fcbarcelona.com/a.png',
  'data:image/png;base64,AA==',
])('%s is not', (url) => {
  expect(isPrivateAddress(url)).toBe(false);
});
