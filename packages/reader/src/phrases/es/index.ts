import type { Phrases } from '../phrase.ts'
import { operative, operativeAct, operativeAgain, operativeWithNoun } from './operative.ts'
import { preambular, preambularAct, preambularAgain, preambularWithNoun } from './preambular.ts'

/** Spanish. */
export const es: Phrases = {
  language: 'es',
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
      'también',
      'además',
      'profundamente',
      'gravemente',
      'seriamente',
      'sumamente',
      'firmemente',
      'plenamente',
      'hondamente',
      'muy',
      'nuevamente',
      'enérgicamente',
    ],
    after: [
      'también',
      'además',
      'nuevamente',
      'una vez más',
      'de nuevo',
      'enérgicamente',
      'encarecidamente',
      'firmemente',
      'en particular',
      'profundamente',
      'plenamente',
      'asimismo',
      'igualmente',
      'inequívocamente',
      'categóricamente',
      'debidamente',
      'todavía',
      'vivamente',
      'en los términos más enérgicos posibles',
      'en los términos más enérgicos',
      'decididamente',
      'vigorosamente',
      'rotundamente',
    ],
    manner:
      /con (?:(?:gran|grave|profunda|profundo|seria|serio|suma|sumo|extrema|especial|particular|creciente|renovada|honda|viva|mucha|mucho) )?(?:preocupación|aprecio|reconocimiento|satisfacción|interés|pesar|gratitud|agradecimiento|beneplácito|inquietud|agrado|alarma)(?: y (?:satisfacción|preocupación|gratitud|reconocimiento))?(?![\p{L}-])/uy,
    noun: /(?:(?:su|sus|un|una|la|las|nuevamente su) )?(?:(?:más |muy )?(?:profunda|profundo|grave|graves|gran|seria|serio|suma|sumo|extrema|honda|hondo|firme|especial|particular|pleno|plena|sincero|sincera|inquebrantable|enérgica|enérgico|continuo|continua|viva|vivo|fuerte|decidido|decidida)(?: y (?:continua|continuo|creciente))? )*(?:preocupación|preocupaciones|aprecio|reconocimiento|satisfacción|gratitud|intención|apoyo|compromiso|exhortación|solicitud|petición|invitación|llamamiento|llamamientos|convicción|convencimiento|determinación|adhesión|condena|pesar|agradecimiento|solidaridad|esperanza|deseo|opinión|alarma|exigencia|voluntad|disposición|respaldo|decisión|aprobación|confianza|indignación|resolución|beneplácito|consternación|expectativa|empeño|oposición|condolencias)(?: (?:inquebrantable|profunda|enérgica))?(?![\p{L}-])|(?:(?:profundamente|gravemente|seriamente|sumamente|firmemente|muy|hondamente) )?(?:preocupad[oa]|convencid[oa]|alarmad[oa]|consternad[oa]|decidid[oa]|comprometid[oa]|resuelt[oa])(?![\p{L}-])/uy,
    again:
      /(?:nuevamente )?(?:(?:su|sus) )?(?:(?:profunda|grave|seria|honda) preocupación|preocupación)(?![\p{L}-])|(?:nuevamente )?(?:su|sus) (?:(?:profunda|profundo|firme|pleno|plena|sincero|sincera|inquebrantable|enérgica|enérgico|continuo|continua|decidido|decidida|anterior) ){0,2}(?:apoyo|compromisos?|exhortación|exhortaciones|solicitud|solicitudes|petición|invitación|llamamientos?|convicción|convencimiento|determinación|condena|agradecimiento|reconocimiento|gratitud|solidaridad|exigencia|empeño|aprobación|oposición)(?: (?:inquebrantable|profunda|enérgica))?(?![\p{L}-])/uy,
    act: /\p{L}{2,14}(?:ando|iendo|yendo)(?![\p{L}-])/uy,
    and: / [ye] /y,
    unknown: [
      {
        id: 'es.op.any',
        part: 'operative',
        pattern:
          /^(?:Se )?[A-ZÁÉ]?[a-záéíóúñ]{2,14}[ae](?= (?:que|a|al|la|las|los|el|con|en|su|sus|de|por|todas|todos)\b)/u,
        example: 'Programa los trabajos previstos',
      },
      {
        id: 'es.pp.any',
        part: 'preambular',
        pattern:
          /^[A-ZÁÉ]?[a-záéíóúñ]{2,14}ndo(?:se)?(?= (?:que|a|al|la|las|los|el|con|en|su|sus|de|por|todas|todos)\b)/u,
        example: 'Programando los trabajos previstos',
      },
    ],
  },
  organs: [
    {
      id: 'es.organ.general-assembly',
      series: 'A/RES/',
      setsAgain: true,
      pattern: /^(La Asamblea General)(?=\s?[,:]|$)/,
      example: 'La Asamblea General,',
    },
    {
      id: 'es.organ.ecosoc',
      series: 'E/RES/',
      pattern: /^(El Consejo Económico y Social)(?=\s?[,:]|$)/,
      example: 'El Consejo Económico y Social,',
    },
    {
      id: 'es.organ.security-council',
      series: 'S/RES/',
      pattern: /^(El Consejo de Seguridad)(?=\s?[,:]|$)/,
      example: 'El Consejo de Seguridad,',
    },
    {
      id: 'es.organ.human-rights-council',
      series: 'A/HRC/RES/',
      pattern: /^(El Consejo de Derechos Humanos)(?=\s?[,:]|$)/,
      example: 'El Consejo de Derechos Humanos,',
    },
    {
      id: 'es.organ.any',
      series: null,
      pattern:
        /^((?:La|El|Las|Los) \p{Lu}[^,;:.]{2,240}?)(?=\s?[,:] (?:[a-zé]{3,20}ndo|consciente|preocupad[oa])\b|\s?[,:]$)/u,
      example: 'La Comisión de Prevención del Delito y Justicia Penal,',
    },
  ],
  units: [
    {
      id: 'es.unit.draft-resolution',
      type: 'draft-resolution',
      name: 'Proyecto de resolución',
      pattern: /^Proyecto de resolución ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Proyecto de resolución II',
    },
    {
      id: 'es.unit.draft-decision',
      type: 'draft-decision',
      name: 'Proyecto de decisión',
      pattern: /^Proyecto de decisión ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Proyecto de decisión I',
    },
    {
      id: 'es.unit.resolution',
      type: 'resolution',
      name: 'Resolución',
      pattern: /^Resolución (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Resolución 20/1',
    },
    {
      id: 'es.unit.decision',
      type: 'decision',
      name: 'Decisión',
      pattern: /^Decisión (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Decisión 20/1',
    },
  ],
  numbers: [
    {
      id: 'es.number',
      pattern: /^Resolución (\d{1,4}(?: [A-Z])? \((?:\d{4}|[IVXLC]{1,7})\))$/i,
      example: 'Resolución 1325 (2000)',
    },
  ],
  conclusions: [
    {
      id: 'es.end.meeting',
      pattern: /^(?:\d{1,5}\s?[.]?[aª]?|\p{L}{3,20}(?: \p{L}{3,20}){0,2}) (?:sesión(?: plenaria)?|\(continuación\))/iu,
      example: '45ª sesión plenaria',
    },
    {
      id: 'es.end.date',
      pattern:
        /^\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre) de \d{4}\.?$/i,
      example: '7 de diciembre de 2022',
    },
    {
      id: 'es.end.vote',
      pattern: /^\[?(?:Aprobad[ao]|Resolución aprobada) (?:sin|en votación|por)/i,
      example: '[Aprobada sin votación.]',
    },
  ],
  votes: {
    lines: [
      {
        id: 'es.vote.without-vote',
        form: 'without-vote',
        pattern: /^\[?(?:(?:Resolución|Decisión) )?aprobad[ao] sin (?:votación|someterse a votación)/i,
        example: '[Aprobada sin votación.]',
      },
      {
        id: 'es.vote.consensus',
        form: 'consensus',
        pattern: /^\[?(?:(?:Resolución|Decisión) )?aprobad[ao] por consenso/i,
        example: '[Aprobada por consenso.]',
      },
      {
        id: 'es.vote.recorded',
        form: 'recorded',
        pattern:
          /^\[?(?:(?:Resolución|Decisión) )?aprobad[ao] (?:en votación (?:registrada|nominal) )?por (\d{1,3}) votos (?:a favor )?(?:contra|y) (\d{1,3}|ninguno),? ?(?:y |con )?(\d{1,3}|ninguna)? ?(?:abstenci(?:ones|ón))?/i,
        example: '[Aprobada en votación registrada por 24 votos contra 8 y 15 abstenciones. El resultado',
      },
    ],
    sides: [
      { id: 'es.vote.inFavour', side: 'inFavour', pattern: /(?:Votos a favor)\s*[:：]/, example: 'Votos a favor:' },
      { id: 'es.vote.against', side: 'against', pattern: /(?:Votos en contra)\s*[:：]/, example: 'Votos en contra:' },
      { id: 'es.vote.abstaining', side: 'abstaining', pattern: /(?:Abstenciones)\s*[:：]/, example: 'Abstenciones:' },
    ],
    and: / [ye] /,
  },
  statements: [
    {
      id: 'es.statement',
      pattern: /^Declaración (?:del Presidente|de la Presidenta|de la Presidencia)(?!\p{L})/iu,
      example: 'Declaración de la Presidencia del Consejo de Seguridad',
    },
  ],
  meetings: [
    {
      id: 'es.meeting.at',
      pattern: /^En (?:su|la) (\d{1,5}\s?[.]?[aª] sesión(?: plenaria)?)/iu,
      example: 'En la 6479ª sesión del Consejo de Seguridad, celebrada el 11 de febrero de 2011, el Presidente',
    },
    {
      id: 'es.meeting',
      pattern: /^((?:\d{1,5}\s?[.]?[aª]?|\p{L}{3,20}(?: \p{L}{3,20}){0,2}) sesión(?: plenaria)?)/iu,
      example: '45ª sesión plenaria',
    },
  ],
  adoptions: [
    {
      id: 'es.adopted',
      pattern: /^(?:Resolución|Decisión|Resoluciones|Decisiones) (?:aprobad|adoptad)as? por\b/i,
      example: 'Resolución aprobada por la Asamblea General el 7 de diciembre de 2022',
    },
    {
      id: 'es.adopted.meeting',
      pattern: /^Aprobada por (?:el|la) [\p{L} ]{3,100}? (?:en su \d{1,5}\s?ª sesión|el \d)/iu,
      example: 'Aprobada por el Consejo de Seguridad en su 8701ª sesión, celebrada el 13 de enero de 2020',
    },
  ],
  annexes: [
    {
      id: 'es.annex',
      pattern: /^(?:Anexos?|Apéndice|Adjunto)(?: (?:[IVXLC]{1,7}|\d{1,2}|[A-Z]))?(?:[.:]? [^;]{0,200})?$/i,
      example: 'Anexo I',
    },
  ],
  articles: [
    {
      id: 'es.article.article',
      name: 'article',
      pattern: /^Artículo (\d{1,3}(?: ?bis)?|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Artículo 5',
    },
    {
      id: 'es.article.rule',
      name: 'rule',
      pattern: /^Regla (\d{1,3}(?: ?bis)?)(?=$|[.:\s])/i,
      example: 'Regla 12',
    },
    {
      id: 'es.article.principle',
      name: 'principle',
      pattern: /^Principio (\d{1,3}|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Principio 3',
    },
    {
      id: 'es.article.guideline',
      name: 'guideline',
      pattern: /^Directriz (\d{1,3})(?=$|[.:\s])/i,
      example: 'Directriz 4',
    },
    {
      id: 'es.article.regulation',
      name: 'regulation',
      pattern: /^(?:Cláusula|Párrafo) (\d{1,3}\.\d{1,2})(?=$|[.:\s])/i,
      example: 'Cláusula 1.2',
    },
  ],
  agendas: [
    {
      id: 'es.agenda',
      pattern: /\bprograma provisional\b/i,
      example: 'Aprueba el programa provisional que figura a continuación:',
    },
  ],
  agendaHeadings: [{ id: 'es.agenda.documentation', pattern: /^Documentación$/i, example: 'Documentación' }],
  chapters: [{ id: 'es.chapter', pattern: /^Capítulo (?:[IVXLC]{1,7}|\d{1,2})$/i, example: 'Capítulo I' }],
  reportName: 'Informe',
  decisions: [
    {
      id: 'es.preface.decision',
      pattern: /^Decisi(?:ón|ones) (?:aprobad|adoptad)as? por\b/i,
      example: 'Decisión aprobada por el Consejo',
    },
  ],
  drafts: [
    {
      id: 'es.preface.draft',
      pattern: /\bproyecto de (?:resolución|decisión)/i,
      example: 'Austria: proyecto de resolución',
    },
  ],
  ibid: /^ib[ií]d(?:em)?\b\.?/i,
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'sep?tiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
}
