import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, firstBadByte } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

test('UTF-8 with and without byte order mark, and UTF-16 with one', () => {
  expect(decodeText(utf8('Résolution 决议'))).toEqual({ text: 'Résolution 决议' })
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a' })
  expect(decodeText(bytes(0xff, 0xfe, 0x61, 0x00))).toEqual({ text: 'a' })
  expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x61))).toEqual({ text: 'a' })
})

test('what is no text is refused with its facts', () => {
  expect(decodeText(bytes())).toEqual({ refusal: { code: 'empty' } })
  expect(decodeText(utf8(' \n\t\n'))).toEqual({ refusal: { code: 'empty' } })
  expect(decodeText(utf8('%PDF-1.7 ...'))).toEqual({ refusal: { code: 'binary' } })
  expect(decodeText(bytes(0x61, 0x00, 0x62))).toEqual({ refusal: { code: 'binary' } })
  expect(decodeText(bytes(0x63, 0x61, 0x66, 0xe9, 0x20))).toEqual({ refusal: { code: 'encoding', offset: 3 } })
  expect(decodeText(utf8('abc'), 2)).toEqual({ refusal: { code: 'too-large', bytes: 3, limit: 2 } })
})

test('UTF-16 broken off or torn is refused where it breaks, UTF-32 is no text', () => {
  expect(decodeText(bytes(0xff, 0xfe, 0x61, 0x00, 0x62))).toEqual({ refusal: { code: 'encoding', offset: 4 } })
  expect(decodeText(bytes(0xfe, 0xff, 0xd8, 0x3d, 0xde, 0x00))).toEqual({ text: '😀' })
  expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x61, 0xd8, 0x3d))).toEqual({ refusal: { code: 'encoding', offset: 4 } })
  expect(decodeText(bytes(0xff, 0xfe, 0x00, 0xde, 0x3d, 0xd8))).toEqual({ refusal: { code: 'encoding', offset: 2 } })
  expect(decodeText(bytes(0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00))).toEqual({ refusal: { code: 'binary' } })
  expect(decodeText(utf8(`${'a'.repeat(70_000)}\0`))).toEqual({ refusal: { code: 'binary' } })
})

test('the first bad byte is the one the decoder of the platform stumbles over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
      const strict = () => new TextDecoder('utf-8', { fatal: true }).decode(some)
      if (firstBadByte(some) < 0) expect(strict).not.toThrow()
      else expect(strict).toThrow()
    }),
    { seed: 19450626, numRuns: 2000 },
  )
})
