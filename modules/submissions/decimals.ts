/** Figures in plain decimal notation (`-1234.50`), reckoned with exactly: what was given to the cent stays so. */

interface Decimal {
  readonly units: bigint
  /** Places after the point. */
  readonly places: number
}

function decimalOf(text: string): Decimal {
  const [whole = '0', part = ''] = text.split('.')
  return { units: BigInt(`${whole}${part}`), places: part.length }
}

const raised = ({ units, places }: Decimal, to: number): bigint => units * 10n ** BigInt(to - places)

function written(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const part = digits.slice(digits.length - places).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - places)
  return places === 0 || part === '' ? sign + whole : `${sign}${whole}.${part}`
}

/** Sum, least, middle (of two in the middle, half their sum) and greatest; null where there is no figure. */
export function summed(figures: readonly string[]): {
  readonly sum: string
  readonly least: string
  readonly middle: string
  readonly greatest: string
} | null {
  if (figures.length === 0) return null
  const decimals = figures.map(decimalOf)
  const places = Math.max(...decimals.map((one) => one.places))
  const units = decimals.map((one) => raised(one, places)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [upper, lower] = [units[units.length >> 1]!, units[(units.length - 1) >> 1]!]
  return {
    sum: written(
      units.reduce((sum, one) => sum + one, 0n),
      places,
    ),
    least: written(units[0]!, places),
    middle: written((upper + lower) * 5n, places + 1),
    greatest: written(units.at(-1)!, places),
  }
}
