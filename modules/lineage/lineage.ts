import type { Agreed } from './agreed.ts'
import type { Lines } from './lines.ts'

/** Where a paragraph comes from, how it changed, and whether a text has been agreed before. */
export interface Lineage extends Agreed, Lines {}
