import type { Outline, OutlineUnit } from '@resolute/reader'

/** Units that a body adopts or is asked to adopt. */
export const adoptable = (unit: OutlineUnit): boolean => unit.type !== 'report' && unit.type !== 'other'

/** The only adoptable unit of a text that holds one resolution and nothing else, or null. */
export function sheetOf(outline: Outline): OutlineUnit | null {
  const units = outline.units.filter(adoptable)
  return units.length === 1 && units[0]?.parent === null ? units[0] : null
}

/** A symbol has parts and no blanks (`E/RES/2012/19`); the path of a heading has blanks (`D/Resolution 20/1`). */
const isSymbol = (id: string): boolean => /^[A-Z]+[A-Z0-9.]*\/\S+$/.test(id)

/**
 * The stable address of a document: the symbol told, else the symbol of the single sheet, else the file's name without
 * its ending. Only letters, digits and `/ . - _ ( )` remain, so that it stands in an address as it is.
 */
export function documentIdOf(symbol: string | null | undefined, outline: Outline, fileName: string): string {
  const sheet = sheetOf(outline)?.id ?? ''
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const candidates = [symbol ?? '', isSymbol(sheet) ? sheet : '', name.replace(/(?<=.)\.[a-z0-9]{1,5}$/i, '')]
  return candidates.map(addressable).find((id) => id !== '') ?? 'document'
}

/** The title of a published document that is no single sheet: of the unit with its symbol, or of its only unit. */
export function titleOf(outline: Outline, document: string): string {
  const own = outline.units.find(({ id }) => id === document) ?? (outline.units.length === 1 ? outline.units[0] : null)
  return own?.title ?? document
}

/** As much of a symbol or name as stands in an address as it is; empty where nothing does. */
export function addressable(id: string): string {
  return id
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, '_')
    .replace(/[^\p{L}\p{M}\p{N}/.()_-]/gu, '-')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, 200)
}

/** How much a text holds: units that are adopted, and their numbered paragraphs. */
export function figuresOf(outline: Outline): { readonly units: number; readonly paragraphs: number } {
  const items = outline.units.flatMap((unit) => unit.items)
  return {
    units: outline.units.filter(adoptable).length,
    paragraphs: items.filter(({ kind }) => kind === 'operative' || kind === 'subparagraph').length,
  }
}
