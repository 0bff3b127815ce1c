import type { Agreed } from './agreed.ts'

/** Where a paragraph comes from, how it changed, and whether a text has been agreed before. */
export type Lineage = Agreed
