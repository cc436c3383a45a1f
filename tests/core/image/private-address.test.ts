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
  'http://[::ffff:0:10.0.0.1]/a.png',
  'http://[::127.0.0.1]/a.png',
  'http://[64:ff9b::192.168.1.1]/a.png',
  'http://[64:ff9b:1::1]/a.png',
  'http://[2002:c0a8:101::1]/a.png',
  'http://[2002:a00::1]/a.png',
  'http://[fec0::1]/a.png',
  'http://[febf::1]/a.png',
  'http://[ff02::1]/a.png',
  'http://192.0.0.8/a.png',
  'http://198.18.0.1/a.png',
  'http://224.0.0.1/a.png',
  'http://wiki.intranet/a.png',
  'http://host.localdomain/a.png',
])('%s is of this machine or its network', (url) => {
  expect(isPrivateAddress(url)).toBe(true);
});

test.each([
  'https://img.example.com/a.png',
  'https://localhost.example.com/a.png',
  'https://172.32.0.1/a.png',
  'https://8.8.8.8/a.png',
  'https://[2606:4700::1111]/a.png',
  'https://[2002:808:808::1]/a.png',
  'https://[::ffff:8.8.8.8]/a.png',
  'https://[64:ff9b::8.8.8.8]/a.png',
  'https://192.0.66.2/a.png',
  'https://100.128.0.1/a.png',
  'https://172.15.0.1/a.png',
  'https://198.20.0.1/a.png',
  'https://fcbarcelona.com/a.png',
  'data:image/png;base64,AA==',
])('%s is not', (url) => {
  expect(isPrivateAddress(url)).toBe(false);
});
