import type { LocalisedText } from '../languages.ts'

/** Which code an organ has in the IRIs of its documents. A body that is not listed here is given by the caller. */
export interface ActorRow {
  /** Organization, body and subsidiary body with dashes between (AKN4UN, part 1, naming). */
  readonly code: string
  readonly showAs: string
  /** What the symbols of its documents start with. */
  readonly symbols: readonly string[]
  /** Its name as it stands in the line in which it speaks. */
  readonly names: LocalisedText
}

/** Where no row fits: the organization itself. */
export const organization: ActorRow = { code: 'un', showAs: 'United Nations', symbols: [], names: {} }

/** AKN4UN gives a code for the General Assembly alone; the others are formed after its rule (`field.md` 5.2). */
export const actorRows: readonly ActorRow[] = [
  {
    code: 'un-ga',
    showAs: 'General Assembly',
    symbols: ['A/'],
    names: {
      ar: 'الجمعية العامة',
      zh: '大会',
      en: 'General Assembly',
      fr: 'Assemblée générale',
      ru: 'Генеральная Ассамблея',
      es: 'Asamblea General',
    },
  },
  {
    code: 'un-ga-hrc',
    showAs: 'Human Rights Council',
    symbols: ['A/HRC/'],
    names: {
      ar: 'مجلس حقوق الإنسان',
      zh: '人权理事会',
      en: 'Human Rights Council',
      fr: 'Conseil des droits de l’homme',
      ru: 'Совет по правам человека',
      es: 'Consejo de Derechos Humanos',
    },
  },
  {
    code: 'un-sc',
    showAs: 'Security Council',
    symbols: ['S/'],
    names: {
      ar: 'مجلس الأمن',
      zh: '安全理事会',
      en: 'Security Council',
      fr: 'Conseil de sécurité',
      ru: 'Совет Безопасности',
      es: 'Consejo de Seguridad',
    },
  },
  {
    code: 'un-ecosoc',
    showAs: 'Economic and Social Council',
    symbols: ['E/'],
    names: {
      ar: 'المجلس الاقتصادي والاجتماعي',
      zh: '经济及社会理事会',
      en: 'Economic and Social Council',
      fr: 'Conseil économique et social',
      ru: 'Экономический и Социальный Совет',
      es: 'Consejo Económico y Social',
    },
  },
  {
    code: 'un-ecosoc-ccpcj',
    showAs: 'Commission on Crime Prevention and Criminal Justice',
    symbols: ['E/CN.15/'],
    names: {
      zh: '预防犯罪和刑事司法委员会',
      en: 'Commission on Crime Prevention and Criminal Justice',
      fr: 'Commission pour la prévention du crime et la justice pénale',
      ru: 'Комиссия по предупреждению преступности и уголовному правосудию',
      es: 'Comisión de Prevención del Delito y Justicia Penal',
    },
  },
  {
    code: 'un-ecosoc-cnd',
    showAs: 'Commission on Narcotic Drugs',
    symbols: ['E/CN.7/'],
    names: {
      zh: '麻醉药品委员会',
      en: 'Commission on Narcotic Drugs',
      fr: 'Commission des stupéfiants',
      ru: 'Комиссия по наркотическим средствам',
      es: 'Comisión de Estupefacientes',
    },
  },
]

/** The organ of a document: by the name it speaks under, else by the symbol; the longest name or symbol that fits. */
export function actorOf(organ: string | null, symbol: string, rows: readonly ActorRow[]): ActorRow {
  const said = organ?.replaceAll("'", '’').toLowerCase() ?? ''
  let best: { readonly row: ActorRow; readonly weight: number } = { row: organization, weight: 0 }
  for (const row of rows) {
    for (const name of Object.values(row.names))
      if (said.includes(name.toLowerCase()) && name.length + 1000 > best.weight)
        best = { row, weight: name.length + 1000 }
    for (const prefix of row.symbols)
      if (symbol.startsWith(prefix) && prefix.length > best.weight) best = { row, weight: prefix.length }
  }
  return best.row
}
