import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** A file to be put into an archive; what is told of it may be wrong on purpose. */
export interface Packed {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** 0 stored, 8 deflated; anything else is only said. */
  readonly method?: number
  readonly locked?: boolean
  readonly crc?: number
}

const bytesOf = (given: Uint8Array | string) => (typeof given === 'string' ? Buffer.from(given) : given)

function numbers(...given: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    given.map(([value, bytes]) => {
      const out = Buffer.alloc(bytes)
      out.writeUIntLE(value, 0, bytes)
      return out
    }),
  )
}

/** A ZIP archive (APPNOTE 4.3) with these files, honest or not. */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, method = 8, locked = false, crc } of files) {
    const whole = bytesOf(bytes)
    const packed = method === 8 ? deflateRawSync(whole) : Buffer.from(whole)
    const label = Buffer.from(name)
    const facts = numbers(
      [20, 2],
      [locked ? 0x801 : 0x800, 2],
      [method, 2],
      [0, 4],
      [crc ?? crc32(whole), 4],
      [packed.length, 4],
      [whole.length, 4],
      [label.length, 2],
      [0, 2],
    )
    const local = Buffer.concat([numbers([0x04034b50, 4]), facts, label, packed])
    directory.push(numbers([0x02014b50, 4], [20, 2]), facts, numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), label)
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const counts = numbers(
    [0x06054b50, 4],
    [0, 4],
    [files.length, 2],
    [files.length, 2],
    [listed.length, 4],
    [at, 4],
    [0, 2],
  )
  return Buffer.concat([...parts, listed, counts])
}

/** One header of a tar archive (ustar) with its bytes. */
export function tarEntry(name: string, bytes: Uint8Array | string, type = '0'): Buffer {
  const whole = bytesOf(bytes)
  const head = Buffer.alloc(512)
  head.write(name, 0, 100)
  head.write('0000644\0', 100)
  head.write(`${whole.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('        ', 148)
  head.write(type, 156)
  head.write('ustar\u000000', 257)
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return Buffer.concat([head, whole, Buffer.alloc((512 - (whole.length % 512)) % 512)])
}

export const tarOf = (files: readonly Packed[]): Buffer =>
  Buffer.concat([...files.map(({ name, bytes }) => tarEntry(name, bytes)), Buffer.alloc(1024)])

/** A line of a collection: made up, with a number of its own. */
export const publishedLine = (symbol: string, subject: string): string =>
  JSON.stringify({
    symbol,
    paragraphs: [
      ['frontmatter', null, null, 'United Nations\nGeneral Assembly'],
      ['frontmatter', null, null, symbol.replaceAll('_', '/')],
      ['title', null, '70/1.', `Care of ${subject}`],
      ['paragraph', null, null, 'The General Assembly,'],
      ['paragraph', 'preambular', null, `Recalling the need for ${subject},`],
      [
        'paragraph',
        'operative',
        '1.',
        `Requests the Secretary-General to report\non ${subject} at its seventy-first session;`,
      ],
      ['paragraph', 'operative', '2.', 'Decides to remain seized of the matter.'],
      ['backmatter', null, null, '80th plenary meeting\n22 December 2015'],
    ],
  })

export const collectionOf = (lines: readonly string[]): Buffer => gzipSync(`${lines.join('\n')}\n`)
