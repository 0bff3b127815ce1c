import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isCertain, type Language, outlineOf, readClauses, readMandates, readText } from '../../index.ts'
import { languageTables } from './read-in-part.ts'

const spoken = ['fr', 'es', 'ru', 'ar', 'zh'] as const
const told = (text: string, language: Language, context: string | null = null) =>
  readClauses({ text, context, organ: null, language }).map(({ verb, force, inherited, addressees, action }) => ({
    ...{ verb, force, inherited, action },
    to: addressees.map((one) => `${one.name}: ${one.class}`),
  }))

describe.each(spoken)('the table of %s', (language) => {
  const table = languageTables[language]
  it.each(table.forces.map((row) => [row.id, row.example]))('%s decides "%s"', (id, example) => {
    expect(table.forces.find((row) => row.pattern.test(example))?.id).toBe(id)
  })
  it.each(table.actors.map((row) => [row.id, row.example]))('%s is found in "%s"', (id, example) => {
    const lengths = table.actors.map((row) => {
      row.pattern.lastIndex = 0
      const length = row.pattern.exec(example)?.[0].length ?? 0
      row.pattern.lastIndex = 0
      return { id: row.id, length }
    })
    expect(lengths.toSorted((a, b) => b.length - a.length)[0]?.id).toBe(id)
  })
})

describe('a request to the Secretary-General', () => {
  it.each([
    ['fr', 'Prie le Secrétaire général de lui présenter un rapport à sa prochaine session ;', 'Prie'],
    ['es', 'Solicita al Secretario General que le presente un informe en su próximo período de sesiones;', 'Solicita'],
    ['ru', 'просит Генерального секретаря представить доклад на следующей сессии;', 'просит'],
    ['ar', 'تطلب إلى الأمين العام أن يقدم تقريرا إليها في دورتها المقبلة؛', 'تطلب'],
    ['zh', '请秘书长向大会下届会议提交报告；', '请'],
  ] as const)('in %s', (language, text, verb) => {
    expect(told(text, language)).toMatchObject([
      { verb, force: 'request', to: ['Secretary-General: secretary_general'] },
    ])
  })
})

describe('two clauses in one paragraph', () => {
  it.each([
    ['fr', 'Se félicite des progrès accomplis et invite les États Membres et les donateurs à contribuer au fonds ;'],
    ['es', 'Acoge con beneplácito los progresos e invita a los Estados Miembros y a los donantes a que contribuyan;'],
    ['ru', 'приветствует достигнутый прогресс и предлагает государствам-членам и донорам внести взносы;'],
    ['ar', 'ترحب بالتقدم المحرز، وتدعو الدول الأعضاء والجهات المانحة إلى التبرع؛'],
    ['zh', '欢迎取得的进展，并邀请会员国和捐助方提供捐款；'],
  ] as const)('in %s', (language, text) => {
    expect(told(text, language)).toMatchObject([
      { force: 'recognition', to: [] },
      { force: 'recommendation', to: ['Member States: member_states', 'donors: donors'] },
    ])
  })
})

describe('a language read in part', () => {
  it('gives a verb of two meanings by whom it asks', () => {
    expect(told('Demande au Secrétaire général de présenter un rapport ;', 'fr')[0]?.force).toBe('request')
    expect(told('Demande aux États Membres de présenter un rapport ;', 'fr')[0]?.force).toBe('call')
  })
  it('gives a subparagraph the verb of its chapeau', () => {
    expect(told('De renforcer la coopération ;', 'fr', 'Exhorte les États :')).toMatchObject([
      { verb: 'Exhorte', force: 'call', inherited: true, to: ['States: member_states'] },
    ])
  })
  it('leaves out those consulted', () => {
    expect(
      told(
        'Prie l’Office des Nations Unies contre la drogue et le crime, en consultation avec les États, d’agir ;',
        'fr',
      )[0]?.to,
    ).toEqual(['UNODC: secretariat_entity'])
  })
  it('is never certain, and says why', () => {
    const [clause] = readClauses({ text: '请秘书长提交报告；', context: null, organ: null, language: 'zh' })
    expect(isCertain(clause!)).toBe(false)
    expect(clause!.doubts).toEqual(['read-in-part'])
  })
  it('tries no rule of English', () => {
    for (const language of spoken)
      expect(told('Requests the Secretary-General to report annually to the Council;', language)).toEqual([])
  })
})

const corpus = new URL('../../../../../../shared/corpus/akn/', import.meta.url)
const there = existsSync(corpus)

describe.skipIf(!there)(`language versions${there ? '' : ' (left out: ../shared/corpus/akn is not here)'}`, () => {
  const sample = there
    ? readdirSync(new URL('en/', corpus)).filter((name, i) => name.endsWith('.txt') && i % 6 < 2)
    : []
  const readingsOf = (language: Language) =>
    sample
      .filter((name) => existsSync(new URL(`${language}/${name}`, corpus)))
      .map((name) => {
        const text = readFileSync(new URL(`${language}/${name}`, corpus), 'utf8')
        return readMandates(outlineOf(readText(text, { source: name, language }))).map(({ clauses }) => clauses)
      })
  const english = there ? readingsOf('en') : []

  it.each(spoken)(
    '%s agrees with English on force and on the classes of those asked',
    (language) => {
      let paragraphs = 0
      let sameForce = 0
      let named = 0
      let both = 0
      readingsOf(language).forEach((readings, text) => {
        const of = english[text] ?? []
        if (of.length !== readings.length) return
        readings.forEach((clauses, i) => {
          const other = of[i] ?? []
          if (other.length === 0) return
          paragraphs++
          if (other[0]?.force === clauses[0]?.force) sameForce++
          const classes = (list: typeof clauses) =>
            list.flatMap((c) => (c.force === 'recognition' ? [] : c.addressees.map((a) => a.class)))
          const left = [...classes(other)]
          named += left.length + classes(clauses).length
          for (const one of classes(clauses)) {
            const at = left.indexOf(one)
            if (at >= 0) both += left.splice(at, 1).length
          }
        })
      })
      expect(paragraphs).toBeGreaterThan(400)
      expect(sameForce / paragraphs).toBeGreaterThan(0.93)
      expect((2 * both) / named).toBeGreaterThan(0.75)
    },
    60_000,
  )
})
