import { sql } from 'kysely'
import { DatabaseRefusal } from './refusal.ts'
import type { Database } from './types.ts'

/** The same thing said twice in each official language, alike enough for any server that knows its letters. */
const pairs: readonly (readonly [language: string, one: string, two: string])[] = [
  ['Arabic', 'منع الجريمة', 'منع الجريمة والعدالة الجنائية'],
  ['Chinese', '预防犯罪和刑事司法委员会', '预防犯罪和刑事司法'],
  ['English', 'prevention of crime', 'crime prevention'],
  ['French', 'prévention du crime', 'la prévention du crime'],
  ['Russian', 'предупреждение преступности', 'по предупреждению преступности'],
  ['Spanish', 'prevención del delito', 'la prevención del delito'],
]

/**
 * Makes sure that similarity works in the six languages. A database created with locale C gives 0 for Russian, Arabic
 * and Chinese without a word of complaint, and every later search would be silently wrong.
 */
export async function checkLanguages(database: Database): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(database)
  const { rows } = await sql<{ language: string; alike: number }>`
    select language, similarity(one, two) as alike
    from jsonb_to_recordset(${JSON.stringify(pairs.map(([language, one, two]) => ({ language, one, two })))}::jsonb)
      as pair (language text, one text, two text)`.execute(database)
  const blind = rows.filter(({ alike }) => alike < 0.2).map(({ language }) => language)
  if (blind.length > 0 || rows.length !== pairs.length) {
    throw new DatabaseRefusal(
      `This database cannot compare words in ${blind.join(', ')}: it was created with a locale that does not know their letters. Create it with the locale C.UTF-8: create database resolute template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'.`,
    )
  }
}
