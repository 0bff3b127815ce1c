import type { Language } from '@resolute/reader'

/** A wording around a name that does not change who is named. `example` is found as `stands`; the example is executed. */
export interface NameRule {
  readonly id: string
  readonly language: Language
  /** Matched on the folded name (see `foldName`). */
  readonly pattern: RegExp
  readonly example: string
  /** Id of the actor the example stands for. */
  readonly stands: string
}

/** Words in front of a name: "all other relevant ...". Taken away one after the other. */
export const qualifiers: readonly NameRule[] = [
  {
    id: 'all-other-relevant',
    language: 'en',
    pattern:
      /^(?:all|other|relevant|those|these|such|its|any|each|every|both|many|some|most|competent|appropriate|interested|concerned|various|further|additional|the|of)\s+/u,
    example: 'all other relevant international organizations',
    stands: 'international-organizations',
  },
  {
    id: 'government-of',
    language: 'en',
    pattern: /^governments? of\s+/u,
    example: 'the Government of Chile',
    stands: 'cl',
  },
  {
    id: 'tous-les-autres',
    language: 'fr',
    pattern: /^(?:tous|toutes|autres?|ces|ses|aux?|des|chaque|certains|certaines)\s+/u,
    example: 'tous les États Membres',
    stands: 'member-states',
  },
  {
    id: 'todos-los-demas',
    language: 'es',
    pattern: /^(?:todos|todas|otros|otras|demas|esos|esas|sus|al|a)\s+/u,
    example: 'todos los demás Estados Miembros',
    stands: 'member-states',
  },
  {
    id: 'все-другие',
    language: 'ru',
    pattern: /^(?:все|другие|те|соответствующие|заинтересованные|компетентные)\s+/u,
    example: 'все государства-члены',
    stands: 'member-states',
  },
  {
    id: '所有-其他',
    language: 'zh',
    pattern: /^(?:所有|其他|有关|相关|各)/u,
    example: '所有会员国',
    stands: 'member-states',
  },
  {
    id: 'جميع-سائر',
    language: 'ar',
    pattern: /^(?:جميع|سائر|كل)\s+/u,
    example: 'جميع الدول الأعضاء',
    stands: 'member-states',
  },
]

/** Where a restriction begins behind a name: "those Member States that have not yet done so". What follows is left out. */
export const restrictions: readonly NameRule[] = [
  {
    id: 'that-in-a-position',
    language: 'en',
    pattern:
      /,?\s+(?:that|which|who|whose|where|in a position|having|concerned|not yet|willing|wishing|able|acting|as appropriate|\()/u,
    example: 'those Member States that have not yet done so',
    stands: 'member-states',
  },
  {
    id: 'qui-dont',
    language: 'fr',
    pattern: /,?\s+(?:qui|que|dont|en mesure|ayant|interesses|concernes|competents|\()/u,
    example: 'les États Membres qui ne l’ont pas encore fait',
    stands: 'member-states',
  },
  {
    id: 'que-cuyos',
    language: 'es',
    pattern: /,?\s+(?:que|cuyos|cuyas|en condiciones|interesados|competentes|pertinentes|\()/u,
    example: 'los Estados Miembros que aún no lo hayan hecho',
    stands: 'member-states',
  },
  {
    id: 'которые',
    language: 'ru',
    pattern: /,?\s+(?:котор\p{L}+|имеющи\p{L}+|\()/u,
    example: 'государства-члены, которые еще не сделали этого',
    stands: 'member-states',
  },
  {
    id: 'التي',
    language: 'ar',
    pattern: /،?\s+(?:التي|الذين|المعنية|المهتمة|\()/u,
    example: 'الدول الأعضاء التي لم تفعل ذلك بعد',
    stands: 'member-states',
  },
]
