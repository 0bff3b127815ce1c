import { withLigatures } from './pdf-ligatures.ts'
import type { Refused } from './refusal.ts'

/** Letters that a page shows in one go. Lengths in points; `x` and `y` from the lower left corner, `y` of the line. */
export interface Letters {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Page {
  readonly width: number
  readonly height: number
  /** Written from right to left; `x` then counts from the right edge, so that lines start at small ones as elsewhere. */
  readonly mirrored: boolean
  readonly letters: readonly Letters[]
}

export const pdfLimits = { pages: 4_000, letters: 2_000_000, seconds: 60 } as const

/** What of `pdfjs-dist` is used; its own types name the whole of the browser. */
interface TextItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
}

/** Turned text is a stamp or a mark in the margin. */
const upright = ([, b = 0, c = 0]: readonly number[]) => Math.abs(b) < 0.01 && Math.abs(c) < 0.01

const product = (m: readonly number[], n: readonly number[]): readonly number[] => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
]

function pageOf(items: readonly TextItem[], width: number, height: number, view: readonly number[]): Page {
  let rightToLeft = 0
  let all = 0
  const letters: Letters[] = []
  for (const { str, dir, transform, width: long } of items) {
    if (str.trim() === '') continue
    const placed = product(view, transform)
    // a view turns the page upside down: its y counts from above
    const size = Math.abs(placed[3]!)
    if (!upright(placed) || !placed.every(Number.isFinite) || size < 1) continue
    all += str.length
    if (dir === 'rtl') rightToLeft += str.length
    letters.push({ text: str, x: placed[4]!, y: height - placed[5]!, width: long, size })
  }
  const mirrored = rightToLeft * 2 > all
  return {
    width,
    height,
    mirrored,
    letters: mirrored ? letters.map((one) => ({ ...one, x: width - one.x - one.width })) : letters,
  }
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The signs a page shows, in the order in which it shows them. */
function signsIn({ fnArray, argsArray }: Operators, showText: number): readonly string[] {
  return fnArray.flatMap((operator, at) => {
    const [shown] = operator === showText ? (argsArray[at] as readonly unknown[]) : []
    if (!Array.isArray(shown)) return []
    return shown.flatMap((sign: unknown) =>
      typeof sign === 'object' && sign !== null && 'unicode' in sign && typeof sign.unicode === 'string'
        ? [sign.unicode]
        : [],
    )
  })
}

/**
 * Letters of all pages with their places. No script of the file is run, no font or picture loaded, nothing fetched;
 * who calls sets the limit of time, since one page may take for ever.
 */
export async function lettersOf(bytes: Uint8Array): Promise<readonly Page[] | Refused> {
  const [{ getDocument, normalizeUnicode, OPS }, parser] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // its own half that reads the file; given to it so that it fetches none, in a browser as elsewhere
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ])
  Object.assign(globalThis, { pdfjsWorker: parser })
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  })
  try {
    const document = await task.promise
    if (document.numPages > pdfLimits.pages) return { refusal: { code: 'expands', part: null, limit: pdfLimits.pages } }
    const pages: Page[] = []
    let count = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const { items } = (await page.getTextContent({ disableNormalization: true })) as { items: readonly TextItem[] }
      const turned = items.some(({ dir }) => dir === 'rtl')
      const joined = turned ? withLigatures(items, signsIn(await page.getOperatorList(), OPS.showText)) : items
      const plain = joined.map((item) => ({ ...item, str: normalizeUnicode(item.str) }))
      pages.push(pageOf(plain, width, height, transform as readonly number[]))
      count += items.length
      if (count > pdfLimits.letters) return { refusal: { code: 'expands', part: null, limit: pdfLimits.letters } }
      page.cleanup()
    }
    return pages
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return { refusal: { code: 'encrypted', form: 'pdf' } }
    return { refusal: { code: 'damaged', form: 'pdf', part: 'pdf' } }
  } finally {
    await task.destroy()
  }
}
