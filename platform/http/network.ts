import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a request comes from: the IPv4 address, or the first 64 bits of an IPv6 one, since one line gets as many
 * addresses as it likes. A proxy on this machine is believed for the last address it names; nobody else is.
 */
export function networkOf(peer: string | undefined, forwarded: string | undefined): string {
  const own = plain(peer ?? '')
  const named = plain(forwarded?.split(',').at(-1) ?? '')
  const address = isLoopback(own) && named !== '' ? named : own
  return isIPv6(address) ? `${expanded(address).slice(0, 4).join(':')}::/64` : address || 'unknown'
}

function plain(text: string): string {
  const address = text
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1]
  if (mapped && isIPv4(mapped)) return mapped
  return isIPv4(address) || isIPv6(address) ? address : ''
}

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
}
