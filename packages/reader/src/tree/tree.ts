import type { Emphasis } from '../blocks/block.ts'
import type { Language } from '../languages.ts'
import type { Note, Place } from '../notes.ts'
import type { Adoption, FootnoteAnchor, OutlineFootnote, UnitForm, UnitType } from '../outline.ts'

/** Running text with its place. Offsets of anchors and emphasis count in `text`. */
export interface Prose {
  readonly place: Place
  /** Where the text goes on after a page break, in order. */
  readonly continued: readonly Place[]
  readonly text: string
  readonly anchors: readonly FootnoteAnchor[]
  readonly emphasis: readonly Emphasis[]
}

/** How a paragraph opens, and the id of the row that knew it. */
export interface NodeOpening {
  readonly opening: string
  readonly verb: string
  readonly by: string
}

/** `p` in the preface and the conclusions, and wherever a text says something that has no other name. */
export interface PlainNode extends Prose {
  readonly type: 'p'
  readonly num: string | null
}

export interface TitleNode extends Prose {
  readonly type: 'docTitle'
  readonly docNumber: string | null
}

/** The organ speaking, or the chapeau of a decision. */
export interface FormulaNode extends Prose {
  readonly type: 'formula'
  readonly organ: string
}

/** A preambular paragraph. Its list, where it has one, hangs below it. */
export interface RecitalNode extends Prose {
  readonly type: 'recital'
  readonly opening: NodeOpening | null
  readonly num: string | null
  readonly level: number
}

/** A heading between paragraphs; `num` where it is numbered and numbers start again below it. */
export interface HeadingNode extends Prose {
  readonly type: 'crossHeading'
  readonly num: string | null
}

/** An operative paragraph or, below one, a point of its list. */
export interface ParagraphNode extends Prose {
  readonly type: 'paragraph' | 'point'
  readonly num: string | null
  readonly level: number
  readonly path: string | null
  readonly opening: NodeOpening | null
  readonly children: readonly ParagraphNode[]
}

/** An item of an agenda, with its sub-items and documents. Headings between them ("Documentation") are `crossHeading`. */
export interface AgendaNode extends Prose {
  readonly type: 'item'
  readonly num: string | null
  readonly level: number
  readonly path: string | null
}

export interface TableNode {
  readonly type: 'table'
  readonly place: Place
  readonly title: Prose | null
  readonly rows: readonly (readonly string[])[]
  readonly anchors: readonly FootnoteAnchor[]
}

/**
 * A piece of an annex. Numbered text has the nodes of a body, with paths that start with the annex (`annex/3(a)`); what
 * opens nothing and bears no number is `p`.
 */
export type AnnexNode = PlainNode | HeadingNode | ParagraphNode | TableNode

/** An annex: first the line that names it, then what stands under it. */
export interface AttachmentNode {
  readonly type: 'attachment'
  readonly children: readonly AnnexNode[]
}

export type PreambleNode = FormulaNode | RecitalNode | HeadingNode | PlainNode | TableNode
export type BodyNode = FormulaNode | RecitalNode | HeadingNode | ParagraphNode | AgendaNode | TableNode | PlainNode

/** The text of a footnote where it is printed. */
export interface FootnoteNode {
  readonly type: 'authorialNote'
  readonly mark: string
  readonly place: Place
  readonly text: string
}

/** A resolution, decision, draft or report. The five parts are those of AKN4UN's open structure. */
export interface UnitNode {
  readonly type: 'unit'
  readonly unitType: UnitType
  readonly id: string
  readonly number: string | null
  readonly title: string | null
  readonly organ: string | null
  readonly parent: string | null
  readonly adopted: Adoption | null
  /** What a unit of type `other` is, where the text shows it. */
  readonly form?: UnitForm
  readonly preface: readonly (PlainNode | TitleNode | HeadingNode | TableNode)[]
  readonly preamble: readonly PreambleNode[]
  readonly mainBody: readonly BodyNode[]
  readonly conclusions: readonly (PlainNode | TableNode)[]
  readonly attachments: readonly AttachmentNode[]
  /** The notes its text refers to, and those printed in it that nothing refers to. */
  readonly footnotes: readonly (FootnoteNode & OutlineFootnote)[]
}

/** The text as drafted. Names follow AKN4UN (`field.md` section 5). JSON-able. */
export interface DocumentTree {
  readonly type: 'document'
  readonly source: string | null
  readonly language: Language
  readonly notes: readonly Note[]
  /** In the order of the text; a unit inside another names it as its `parent`. */
  readonly units: readonly UnitNode[]
}
