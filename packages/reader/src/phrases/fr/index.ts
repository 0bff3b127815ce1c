import type { Phrases } from '../phrase.ts'
import { operative, operativeAct, operativeAgain, operativeWithNoun } from './operative.ts'
import { preambular, preambularAct, preambularAgain, preambularWithNoun } from './preambular.ts'

/** French. */
export const fr: Phrases = {
  language: 'fr',
  openings: {
    spaced: true,
    verbs: [
      ...operative,
      ...operativeWithNoun,
      ...operativeAgain,
      ...operativeAct,
      ...preambular,
      ...preambularWithNoun,
      ...preambularAgain,
      ...preambularAct,
    ],
    before: [
      'également',
      'en outre',
      'de nouveau',
      'profondément',
      'gravement',
      'vivement',
      'fermement',
      'particulièrement',
      'très',
      'extrêmement',
      'sérieusement',
      'pleinement',
    ],
    after: [
      'également',
      'en outre',
      'de nouveau',
      'à nouveau',
      'une fois de plus',
      'une fois encore',
      'une nouvelle fois',
      'instamment',
      'vivement',
      'fermement',
      'énergiquement',
      'vigoureusement',
      'de même',
      'en particulier',
      'profondément',
      'gravement',
      'particulièrement',
      'sans équivoque',
      'sans réserve',
      'pleinement',
      'fortement',
      'avec force',
      'avec insistance',
      'résolument',
      'toujours',
      'dûment',
      'très',
      'elle aussi',
      'lui aussi',
      'favorablement',
      'dans les termes les plus énergiques',
      'avec la plus grande fermeté',
    ],
    manner:
      /avec (?:(?:une|un|la|le) )?(?:(?:plus )?(?:vive|vif|grande|grand|profonde|profond|grave|sérieuse|extrême|réelle|certaine|immense) )?(?:préoccupation|inquiétude|satisfaction|intérêt|gratitude|reconnaissance|regret|appréciation|consternation|plaisir)(?: (?:particulier|croissante|particulière))?(?: et (?:gratitude|satisfaction|préoccupation|inquiétude|reconnaissance))?(?![\p{L}-])/uy,
    noun: /(?:(?:sa|son|ses|une|un|de nouveau sa) )?(?:(?:profonde|vive|grave|ferme|sérieuse|sincère|vives|profond|plein|entière|pleine|extrême|plus vives|plus vive) )*(?:gratitude|préoccupation|inquiétude|inquiétudes|satisfaction|reconnaissance|remerciements|intention|volonté|attachement|engagement|soutien|appui|adhésion|conviction|solidarité|condamnation|appel|souhait|espoir|regret|regrets|détermination|résolution|désir|indignation|consternation|tristesse|condoléances|confiance|avis|demande|invitation|décision)(?: (?:énergique|indéfectible|sans faille|profonde|inébranlable|résolu|ferme))?(?![\p{L}-])|(?:(?:profondément|gravement|vivement|particulièrement|fermement|extrêmement|très|sérieusement|toujours|résolument|pleinement) )?(?:préoccupée?|convaincue?|consciente?|résolue?|inquiète|inquiet|alarmée?|favorable|opposée?|déterminée?|troublée?|disposée?|attachée?|encouragée?|consternée?|solidaire)(?![\p{L}-])/uy,
    again:
      /(?:(?:sa|son|ses) )?(?:(?:profonde|vive|grave|sérieuse|vives) )?(?:préoccupations?|inquiétudes?)(?![\p{L}-])|(?:sa|son|ses) (?:(?:profonde|vive|ferme|sincère|plein|entière|pleine|précédent|précédente) ){0,2}(?:gratitude|satisfaction|reconnaissance|volonté|attachement|engagements?|soutien|appui|adhésion|conviction|solidarité|condamnation|appels?|détermination|demandes?|invitations?|exigence|opposition|approbation)(?: (?:énergique|indéfectible|sans faille|profonde|inébranlable|résolu|ferme))?(?![\p{L}-])/uy,
    act: /(?:d’|de |à )\p{L}{3,16}r[e]?(?![\p{L}-])/uy,
    and: / et /y,
    unknown: [
      {
        id: 'fr.op.any',
        part: 'operative',
        pattern:
          /^(?:S’|Se |S')?[A-ZÉ]?[a-zéèêç]{2,14}e(?= (?:que|de|les|le|la|l’|l'|aux|au|sur|à|tous|toutes|ses|son|sa)\b)/u,
        example: 'Programme les travaux prévus',
      },
      {
        id: 'fr.pp.any',
        part: 'preambular',
        pattern:
          /^(?:Se |S’|S')?[A-ZÉ]?[a-zéèêç]{2,14}ant(?= (?:que|de|les|le|la|aux|au|sur|à|tous|toutes|ses|son|sa)\b)/u,
        example: 'Programmant les travaux prévus',
      },
    ],
  },
  organs: [
    {
      id: 'fr.organ.general-assembly',
      series: 'A/RES/',
      setsAgain: true,
      pattern: /^(L[’']Assemblée générale)(?=\s?[,:]|$)/,
      example: 'L’Assemblée générale,',
    },
    {
      id: 'fr.organ.ecosoc',
      series: 'E/RES/',
      pattern: /^(Le Conseil économique et social)(?=\s?[,:]|$)/,
      example: 'Le Conseil économique et social,',
    },
    {
      id: 'fr.organ.security-council',
      series: 'S/RES/',
      pattern: /^(Le Conseil de sécurité)(?=\s?[,:]|$)/,
      example: 'Le Conseil de sécurité,',
    },
    {
      id: 'fr.organ.human-rights-council',
      series: 'A/HRC/RES/',
      pattern: /^(Le Conseil des droits de l[’']homme)(?=\s?[,:]|$)/,
      example: 'Le Conseil des droits de l’homme,',
    },
    {
      id: 'fr.organ.any',
      series: null,
      pattern:
        /^((?:Le |La |L[’']|Les )\p{Lu}[^,;:.]{2,240}?)(?=\s?[,:] (?:[a-zé]{4,20}ant|consciente?|préoccupée?)\b|\s?[,:]$)/u,
      example: 'La Commission pour la prévention du crime et la justice pénale,',
    },
  ],
  units: [
    {
      id: 'fr.unit.draft-resolution',
      type: 'draft-resolution',
      name: 'Projet de résolution',
      pattern: /^Projet de résolution ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Projet de résolution II',
    },
    {
      id: 'fr.unit.draft-decision',
      type: 'draft-decision',
      name: 'Projet de décision',
      pattern: /^Projet de décision ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Projet de décision I',
    },
    {
      id: 'fr.unit.resolution',
      type: 'resolution',
      name: 'Résolution',
      pattern: /^Résolution (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Résolution 20/1',
    },
    {
      id: 'fr.unit.decision',
      type: 'decision',
      name: 'Décision',
      pattern: /^Décision (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Décision 20/1',
    },
  ],
  numbers: [
    {
      id: 'fr.number',
      pattern: /^Résolution (\d{1,4}(?: [A-Z])? \((?:\d{4}|[IVXLC]{1,7})\))$/i,
      example: 'Résolution 1325 (2000)',
    },
  ],
  conclusions: [
    {
      id: 'fr.end.meeting',
      pattern: /^(?:\d{1,5}\s?(?:re|er|e|ème)?|\p{L}{3,20}) séance(?: plénière)?(?: \([^)]{1,30}\))?/iu,
      example: '45e séance plénière',
    },
    {
      id: 'fr.end.date',
      pattern:
        /^(?:Le )?\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}\.?$/i,
      example: '7 décembre 2022',
    },
    {
      id: 'fr.end.vote',
      pattern: /^\[?(?:Résolution )?(?:Adoptée|Adopté) (?:sans|à l[’']issue|par|à l[’']unanimité)/i,
      example: '[Adoptée sans vote.]',
    },
  ],
  votes: {
    lines: [
      {
        id: 'fr.vote.without-vote',
        form: 'without-vote',
        pattern: /^\[?(?:(?:Résolution|Décision) )?adoptée? sans (?:vote|être mise? aux voix)/i,
        example: '[Adoptée sans vote.]',
      },
      {
        id: 'fr.vote.consensus',
        form: 'consensus',
        pattern: /^\[?(?:(?:Résolution|Décision) )?adoptée? par consensus/i,
        example: '[Adoptée par consensus.]',
      },
      {
        id: 'fr.vote.recorded',
        form: 'recorded',
        pattern:
          /^\[?(?:(?:Résolution|Décision) )?adoptée? (?:à l[’']issue d[’']un vote (?:enregistré|par appel nominal),? )?par (\d{1,3}) voix contre (\d{1,3}|zéro),? ?(?:avec |et )?(\d{1,3}|aucune)? ?(?:abstentions?)?/i,
        example: '[Adoptée à l’issue d’un vote enregistré par 24 voix contre 8, avec 15 abstentions. Les voix',
      },
    ],
    sides: [
      { id: 'fr.vote.inFavour', side: 'inFavour', pattern: /(?:Ont voté pour)\s*[:：]/, example: 'Ont voté pour:' },
      { id: 'fr.vote.against', side: 'against', pattern: /(?:Ont voté contre)\s*[:：]/, example: 'Ont voté contre:' },
      {
        id: 'fr.vote.abstaining',
        side: 'abstaining',
        pattern: /(?:Se sont abstenus|S[’']est abstenu)\s*[:：]/,
        example: 'Se sont abstenus:',
      },
    ],
    and: / et /,
  },
  statements: [
    {
      id: 'fr.statement',
      pattern: /^Déclaration (?:du Président|de la Présidente|de la présidence)(?!\p{L})/iu,
      example: 'Déclaration du Président du Conseil de sécurité',
    },
  ],
  meetings: [
    {
      id: 'fr.meeting.at',
      pattern: /^À (?:sa|la) (\d{1,5}\s?(?:re|er|e|ème) séance(?: plénière)?)/iu,
      example: 'À la 6479e séance du Conseil de sécurité, tenue le 11 février 2011, le Président',
    },
    { id: 'fr.meeting', pattern: /^(\d{1,5}\s?(?:re|er|e|ème) séance(?: plénière)?)/i, example: '45e séance plénière' },
  ],
  adoptions: [
    {
      id: 'fr.adopted',
      pattern: /^(?:Résolution|Décision)s? adoptée?s? par\b/i,
      example: 'Résolution adoptée par l’Assemblée générale le 7 décembre 2022',
    },
    {
      id: 'fr.adopted.meeting',
      pattern: /^Adoptée par (?:le |la |l’)[\p{L}’ ]{3,100}? (?:à sa \d{1,5}\s?e séance|le \d)/iu,
      example: 'Adoptée par le Conseil de sécurité à sa 8701e séance, le 13 janvier 2020',
    },
  ],
  annexes: [
    {
      id: 'fr.annex',
      pattern: /^(?:Annexes?|Appendice|Pièce jointe)(?: (?:[IVXLC]{1,7}|\d{1,2}|[A-Z]))?(?:\s?[.:]? [^;]{0,200})?$/i,
      example: 'Annexe I',
    },
  ],
  articles: [
    {
      id: 'fr.article.article',
      name: 'article',
      pattern: /^Article (premier|\d{1,3}(?: ?bis)?|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Article 5',
    },
    {
      id: 'fr.article.rule',
      name: 'rule',
      pattern: /^Règle (\d{1,3}(?: ?bis)?)(?=$|[.:\s])/i,
      example: 'Règle 12',
    },
    {
      id: 'fr.article.principle',
      name: 'principle',
      pattern: /^Principe (\d{1,3}|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Principe 3',
    },
    {
      id: 'fr.article.guideline',
      name: 'guideline',
      pattern: /^(?:Ligne directrice|Directive) (\d{1,3})(?=$|[.:\s])/i,
      example: 'Ligne directrice 4',
    },
    {
      id: 'fr.article.regulation',
      name: 'regulation',
      pattern: /^Disposition (\d{1,3}(?:\.\d{1,2})?)(?=$|[.:\s])/i,
      example: 'Disposition 1.2',
    },
  ],
  agendas: [
    {
      id: 'fr.agenda',
      pattern: /\bordre du jour provisoire\b/i,
      example: 'Approuve l’ordre du jour provisoire ci-après :',
    },
  ],
  agendaHeadings: [{ id: 'fr.agenda.documentation', pattern: /^Documentation$/i, example: 'Documentation' }],
  chapters: [{ id: 'fr.chapter', pattern: /^Chapitre (?:[IVXLC]{1,7}|premier|\d{1,2})$/i, example: 'Chapitre I' }],
  reportName: 'Rapport',
  decisions: [
    { id: 'fr.preface.decision', pattern: /^Décisions? adoptées? par\b/i, example: 'Décision adoptée par le Conseil' },
  ],
  drafts: [
    {
      id: 'fr.preface.draft',
      pattern: /\bprojet de (?:résolution|décision)\b/i,
      example: 'Autriche : projet de résolution',
    },
  ],
  ibid: /^ibid(?:em)?\b\.?/i,
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
}
