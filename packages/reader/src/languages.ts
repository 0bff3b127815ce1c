/** The six official languages of the United Nations, in the order of the English alphabet (A-C-E-F-R-S). */
export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** ISO 639-1 code of one of the six official languages. */
export type Language = (typeof languages)[number]

/** A text in some or all of the six languages; what is missing is absent, never empty. */
export type LocalisedText = Readonly<Partial<Record<Language, string>>>
