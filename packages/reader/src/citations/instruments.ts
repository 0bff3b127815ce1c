/** A treaty of the Treaty Series. Volume and number together are its key: one number may cover several instruments. */
export interface Instrument {
  readonly code: string
  readonly volume: string
  readonly number: string
  /** The years that stand in its name or date it: adoption, and amendment where it is cited as amended. */
  readonly years: readonly number[]
  /** Its name as texts write it; anchored at the end, for what stands in front of a footnote mark. */
  readonly named: RegExp
  /** A sentence that names it; executed. */
  readonly example: string
}

const row = (
  code: string,
  volume: string,
  number: string,
  years: string,
  named: RegExp,
  example: string,
): Instrument => ({
  code,
  volume,
  number,
  years: years.split(' ').map(Number),
  named,
  example,
})

/** Instruments the founding texts cite, with volume and number as printed there (`field.md` 7.1). */
export const instruments: readonly Instrument[] = [
  row(
    'UNTOC',
    '2225',
    '39574',
    '2000',
    /Convention against Transnational Organized Crime$/,
    'the United Nations Convention against Transnational Organized Crime',
  ),
  row(
    'TIP',
    '2237',
    '39574',
    '2000',
    /Protocol to Prevent, Suppress and Punish Trafficking in Persons[^;]{0,160}$/,
    'the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children',
  ),
  row(
    'SOM',
    '2241',
    '39574',
    '2000',
    /Protocol against the Smuggling of Migrants[^;]{0,160}$/,
    'the Protocol against the Smuggling of Migrants by Land, Sea and Air',
  ),
  row(
    'FIREARMS',
    '2326',
    '39574',
    '2001',
    /Protocol against the Illicit Manufacturing of and Trafficking in Firearms[^;]{0,160}$/,
    'the Protocol against the Illicit Manufacturing of and Trafficking in Firearms',
  ),
  row(
    'UNCAC',
    '2349',
    '42146',
    '2003',
    /Convention against Corruption$/,
    'the United Nations Convention against Corruption',
  ),
  row(
    'DRUG88',
    '1582',
    '27627',
    '1988',
    /Illicit Traffic in Narcotic Drugs and Psychotropic Substances(?:,? of \d{4})?$/,
    'the United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances of 1988',
  ),
  row(
    'DRUG61A',
    '976',
    '14152',
    '1961 1972',
    /Single Convention on Narcotic Drugs of \d{4} as amended by the (?:\d{4} )?Protocol$/,
    'the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol',
  ),
  row(
    'DRUG61',
    '520',
    '7515',
    '1961',
    /Single Convention on Narcotic Drugs(?: of \d{4}|, \d{4})?$/,
    'the Single Convention on Narcotic Drugs, 1961',
  ),
  row(
    'DRUG71',
    '1019',
    '14956',
    '1971',
    /Convention on Psychotropic Substances(?: of \d{4}|, \d{4})?$/,
    'the Convention on Psychotropic Substances of 1971',
  ),
  row(
    'CRC',
    '1577',
    '27531',
    '1989',
    /Convention on the Rights of the Child$/,
    'the Convention on the Rights of the Child',
  ),
  row(
    'OPSC',
    '2171',
    '27531',
    '2000',
    /Optional Protocol[^;]{0,60} on the sale of children, child prostitution and child pornography$/,
    'the Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography',
  ),
  row(
    'ILO182',
    '2133',
    '37245',
    '1999',
    /Worst Forms of Child Labour(?: Convention)?[^;]{0,60}$/,
    'the Worst Forms of Child Labour Convention, 1999 (No. 182)',
  ),
  row(
    'CITES',
    '993',
    '14537',
    '1973',
    /Convention on International Trade in Endangered Species of Wild Fauna and Flora$/,
    'the Convention on International Trade in Endangered Species of Wild Fauna and Flora',
  ),
  row(
    'UNESCO70',
    '823',
    '11806',
    '1970',
    /Prohibiting and Preventing the Illicit Import, Export and Transfer of Ownership of Cultural Property[^;]{0,60}$/,
    'the Convention on the Means of Prohibiting and Preventing the Illicit Import, Export and Transfer of Ownership of Cultural Property',
  ),
  row(
    'UNIDROIT95',
    '2421',
    '43718',
    '1995',
    /Stolen or Illegally Exported Cultural Objects[^;]{0,60}$/,
    'the Convention on Stolen or Illegally Exported Cultural Objects',
  ),
  row(
    'HAGUE54',
    '249',
    '3511',
    '1954',
    /Protection of Cultural Property in the Event of Armed Conflict[^;]{0,60}$/,
    'the Convention for the Protection of Cultural Property in the Event of Armed Conflict',
  ),
  row(
    'HAGUE-P2',
    '2253',
    '3511',
    '1999 1954',
    /Second Protocol[^;]{0,160}$/,
    'the Second Protocol to the Hague Convention of 1954',
  ),
  row(
    'UNCLOS',
    '1833',
    '31363',
    '1982',
    /Convention on the Law of the Sea$/,
    'the United Nations Convention on the Law of the Sea',
  ),
]

/** The instruments a reference to the Treaty Series names. */
export const instrumentsIn = (volumes: readonly string[], numbers: readonly string[]): readonly Instrument[] =>
  instruments.filter(
    ({ volume, number }) => volumes.includes(volume) && (numbers.length === 0 || numbers.includes(number)),
  )
