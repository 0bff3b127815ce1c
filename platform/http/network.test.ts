import { expect, test } from 'vitest'
import { networkOf } from './index.ts'

test.each([
  ['198.51.100.7', undefined, '198.51.100.7'],
  ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
  ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  ['127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['::1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['127.0.0.1', 'anything\n else', '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  [undefined, '198.51.100.7', 'unknown'],
])('from %s by way of %s is %s', (peer, forwarded, network) => {
  expect(networkOf(peer, forwarded)).toBe(network)
})
