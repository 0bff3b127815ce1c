import type { Phrases } from '../phrase.ts'
import { englishMonths } from './months.ts'
import { operative, operativeAct, operativeAgain, operativeWithNoun } from './operative.ts'
import { preambular, preambularAct, preambularAgain, preambularWithNoun } from './preambular.ts'

/** English. Sources of the forms: the two founding texts and the drafting manual as `field.md` 1.1-1.5 gives it. */
export const en: Phrases = {
  language: 'en',
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
      'also',
      'further',
      'again',
      'once again',
      'once more',
      'strongly',
      'deeply',
      'gravely',
      'seriously',
      'fully',
      'firmly',
      'profoundly',
      'greatly',
      'particularly',
      'extremely',
      'urgently',
      'solemnly',
      'unequivocally',
      'ever',
      'highly',
      'sincerely',
      'warmly',
      'equally',
      'especially',
      'therefore',
      'in addition',
      'likewise',
      'accordingly',
    ],
    after: [
      'also',
      'further',
      'again',
      'once again',
      'once more',
      'furthermore',
      'in particular',
      'equally',
      'especially',
      'simultaneously',
    ],
    manner:
      /with (?:(?:great|deep|grave|serious|particular|profound|special|utmost|increasing|growing|renewed|much|sincere|keen|extreme) ){0,2}(?:appreciation|interest|concern|satisfaction|regret|alarm|gratitude|approval|encouragement|dismay|disappointment|pleasure)(?: and (?:appreciation|satisfaction|concern|interest|regret|gratitude|alarm))?(?![\p{L}-])/uy,
    noun: /(?:(?:its|the|their|a|an) )?(?:(?:deep|deepest|grave|gravest|serious|strong|strongest|sincere|great|profound|particular|special|full|continued|continuing|firm|utmost|warm|appropriate|extreme|unequivocal|unwavering|heartfelt|renewed|high|keen) ){0,3}(?:appreciation|concern|gratitude|satisfaction|support|recognition|condemnation|awareness|conviction|intention|regret|solidarity|condolences|hope|belief|commitment|determination|readiness|willingness|thanks|alarm|view|need|sympathy|outrage|indignation|disappointment|dismay|expectation|expectations|confidence|commendation|abhorrence|preoccupation|sorrow|resolve|concerns)(?![\p{L}-])|(?:(?:deeply|gravely|seriously|profoundly|extremely|firmly|particularly|strongly|greatly) )?(?:concerned|convinced|alarmed|disturbed|committed|seized|determined|encouraged|worried)(?![\p{L}-])/uy,
    again:
      /(?!its (?:strong|full|firm) commitment)(?:(?:its|their) )?(?:(?:deep|grave|serious|strong|firm|full|continued|continuing|unwavering|profound|utmost|previous) ){0,2}(?:calls? (?:upon|on|for)|calls?|requests?|invitations?|demands?|concerns?|convictions?|appreciation|condemnation|determination|commitments?|support|endorsement|approval|solidarity|resolve|gratitude|recognition|opposition)(?![\p{L}-])/uy,
    act: /to [a-z]{3,16}(?![\p{L}-])/uy,
    and: / and /y,
    unknown: [
      {
        id: 'en.op.any',
        part: 'operative',
        pattern:
          /^[A-Z][a-z]{2,14}(?<!s)s(?= (?:the|that|to|its|all|any|those|Member|States|Governments|parties|upon|on|for|with|and|relevant|international|in|of|from|an?|[A-Z])\b)/,
        example: 'Consolidates the measures taken,',
      },
      {
        id: 'en.pp.any',
        part: 'preambular',
        pattern:
          /^[A-Z][a-z]{2,14}ing(?= (?:the|that|to|its|all|any|those|Member|States|upon|on|for|with|and|of|in)\b)/,
        example: 'Envisioning the day when all States join,',
      },
    ],
  },
  organs: [
    {
      id: 'en.organ.general-assembly',
      series: 'A/RES/',
      setsAgain: true,
      pattern: /^(The General Assembly)(?=[,:]|$)/,
      example: 'The General Assembly,',
    },
    {
      id: 'en.organ.ecosoc',
      series: 'E/RES/',
      pattern: /^(The Economic and Social Council)(?=[,:]|$)/,
      example: 'The Economic and Social Council,',
    },
    {
      id: 'en.organ.security-council',
      series: 'S/RES/',
      pattern: /^(The Security Council)(?=[,:]|$)/,
      example: 'The Security Council,',
    },
    {
      id: 'en.organ.human-rights-council',
      series: 'A/HRC/RES/',
      pattern: /^(The Human Rights Council)(?=[,:]|$)/,
      example: 'The Human Rights Council,',
    },
    {
      id: 'en.organ.meeting',
      series: null,
      pattern:
        /^At its (?:\d{1,3}(?:st|nd|rd|th)|[a-z-]{3,20}) (?:plenary )?meetings?, (?:held )?on [^,;:]{4,60}, (the [A-Z][^,;:.]{3,200}?)(?=[,:]| (?:decided|adopted|took|approved|recommended)\b|$)/,
      example:
        'At its 10th meeting, on 15 April 2011, the Commission on Crime Prevention and Criminal Justice, bearing in mind the discussions:',
    },
    {
      id: 'en.organ.any',
      series: null,
      pattern: /^((?:The|We,) [A-Z][^,;:.]{2,240}?)(?=[,:] [a-z]{4,20}(?:ing|ed|ful|are|ous)\b|[,:]$)/,
      example: 'The Commission on Crime Prevention and Criminal Justice,',
    },
  ],
  units: [
    {
      id: 'en.unit.draft-resolution',
      type: 'draft-resolution',
      name: 'Draft resolution',
      pattern: /^Draft resolution ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Draft resolution II',
    },
    {
      id: 'en.unit.draft-decision',
      type: 'draft-decision',
      name: 'Draft decision',
      pattern: /^Draft decision ([IVXLC]{1,7}|[A-Z]|\d{1,3})\.?$/i,
      example: 'Draft decision I',
    },
    {
      id: 'en.unit.resolution',
      type: 'resolution',
      name: 'Resolution',
      pattern: /^Resolution (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Resolution 20/1',
    },
    {
      id: 'en.unit.decision',
      type: 'decision',
      name: 'Decision',
      pattern: /^Decision (\d{1,4}(?:\/\d{1,4})?(?: [A-Z])?|[IVXLC]{1,7})\.?$/i,
      example: 'Decision 20/1',
    },
  ],
  numbers: [
    {
      id: 'en.number',
      pattern: /^Resolution (\d{1,4}(?: [A-Z])? \((?:\d{4}|[IVXLC]{1,7})\))$/i,
      example: 'Resolution 1325 (2000)',
    },
  ],
  conclusions: [
    {
      id: 'en.end.meeting',
      pattern: /^\d{1,5}(?:st|nd|rd|th) (?:\([a-z]{1,20}\) )?(?:plenary )?meeting\b/i,
      example: '46th plenary meeting 26 July 2012',
    },
    {
      id: 'en.end.date',
      pattern:
        /^\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\.?$/,
      example: '26 July 2012',
    },
    {
      id: 'en.end.vote',
      pattern: /^\[?(?:Adopted|Resolution adopted) (?:without a vote|by (?:a |an )?(?:recorded )?vote|by consensus)/i,
      example: '[Adopted without a vote.]',
    },
  ],
  votes: {
    lines: [
      {
        id: 'en.vote.without-vote',
        form: 'without-vote',
        pattern: /^\[?(?:(?:Resolution|Decision) )?adopted without a vote/i,
        example: '[Adopted without a vote.]',
      },
      {
        id: 'en.vote.consensus',
        form: 'consensus',
        pattern: /^\[?(?:(?:Resolution|Decision) )?adopted by consensus/i,
        example: '[Adopted by consensus.]',
      },
      {
        id: 'en.vote.recorded',
        form: 'recorded',
        pattern:
          /^\[?(?:(?:Resolution|Decision) )?adopted by (?:a |an )?(?:recorded|roll-call) vote of (\d{1,3}|none) to (\d{1,3}|none|no),? ?(?:with )?(\d{1,3}|no|none)? ?(?:abstentions?)?/i,
        example: '[Adopted by a recorded vote of 32 to 14, with no abstentions. The voting was as follows:',
      },
      {
        id: 'en.vote.counted',
        form: 'counted',
        pattern:
          /^\[?(?:(?:Resolution|Decision) )?adopted by (?:a vote of )?(\d{1,3}) (?:votes )?to (\d{1,3}|none),? ?(?:with )?(\d{1,3}|no|none)? ?(?:abstentions?)?/i,
        example: 'Adopted by 13 votes to none, with 2 abstentions',
      },
    ],
    sides: [
      { id: 'en.vote.inFavour', side: 'inFavour', pattern: /(?:In favour)\s*[:：]/, example: 'In favour:' },
      { id: 'en.vote.against', side: 'against', pattern: /(?:Against)\s*[:：]/, example: 'Against:' },
      {
        id: 'en.vote.abstaining',
        side: 'abstaining',
        pattern: /(?:Abstain(?:ing|ed)|Abstentions?)\s*[:：]/,
        example: 'Abstaining:',
      },
    ],
    and: / and /,
  },
  statements: [
    {
      id: 'en.statement',
      pattern:
        /^(?:Statement by the (?:President|Chair(?:man|person|woman)?|presidency)|(?:President|Chair(?:man|person|woman)?)[’'\u2019]s statement|Presidential statement)(?!\p{L})/iu,
      example: 'Statement by the President of the Security Council',
    },
  ],
  meetings: [
    {
      id: 'en.meeting',
      pattern: /^(\d{1,5}(?:st|nd|rd|th) (?:\([a-z]{1,20}\) )?(?:plenary )?meeting)\b/i,
      example: '46th plenary meeting',
    },
    {
      id: 'en.meeting.at',
      pattern: /^At (?:its|the) ((?:\d{1,5}(?:st|nd|rd|th)|[a-z-]{3,20}) (?:plenary )?meeting)\b/,
      example: 'At its 10th meeting, on 15 April 2011, the Commission:',
    },
  ],
  adoptions: [
    {
      id: 'en.adopted',
      pattern: /^(?:Resolutions?|Decisions?) adopted by\b/i,
      example: 'Resolution adopted by the General Assembly on 22 December 2023',
    },
    {
      id: 'en.adopted.meeting',
      pattern: /^Adopted by the [\p{L} ]{3,100} (?:at its \d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting|on \d)/iu,
      example: 'Adopted by the Security Council at its 7382nd meeting, on 15 February 2015',
    },
  ],
  annexes: [
    {
      id: 'en.annex',
      pattern: /^(?:Annex(?:es)?|Appendix|Enclosure)(?: (?:[IVXLC]{1,7}|\d{1,2}|[A-Z]))?(?:[.:]? [^;]{0,200})?$/i,
      example: 'Annex II',
    },
  ],
  articles: [
    {
      id: 'en.article.article',
      name: 'article',
      pattern: /^Article (\d{1,3}(?: ?bis)?|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Article 5. Scope of application',
    },
    {
      id: 'en.article.rule',
      name: 'rule',
      pattern: /^Rule (\d{1,3}(?: ?bis)?)(?=$|[.:\s])/i,
      example: 'Rule 12',
    },
    {
      id: 'en.article.principle',
      name: 'principle',
      pattern: /^Principle (\d{1,3}|[IVXLC]{1,7})(?=$|[.:\s])/i,
      example: 'Principle 3',
    },
    {
      id: 'en.article.guideline',
      name: 'guideline',
      pattern: /^Guideline (\d{1,3})(?=$|[.:\s])/i,
      example: 'Guideline 4. Legal aid',
    },
    {
      id: 'en.article.regulation',
      name: 'regulation',
      pattern: /^Regulation (\d{1,3}(?:\.\d{1,2})?)(?=$|[.:\s])/i,
      example: 'Regulation 1.2',
    },
  ],
  agendas: [
    {
      id: 'en.agenda',
      pattern: /\bprovisional agenda\b|\bagenda (?:as follows|set out below)\b/i,
      example: 'Approves the provisional agenda of the working group as follows:',
    },
  ],
  agendaHeadings: [{ id: 'en.agenda.documentation', pattern: /^Documentation$/i, example: 'Documentation' }],
  chapters: [{ id: 'en.chapter', pattern: /^Chapter (?:[IVXLC]{1,7}|\d{1,2})$/i, example: 'Chapter I' }],
  reportName: 'Report',
  decisions: [
    {
      id: 'en.preface.decision',
      pattern: /^Decision(?:s)? adopted by\b/i,
      example: 'Decision adopted by the Economic and Social Council',
    },
  ],
  drafts: [
    { id: 'en.preface.draft', pattern: /\bdraft (?:resolution|decision)\b/i, example: 'Austria: draft resolution' },
  ],
  ibid: /^ibid(?:em)?\b\.?/i,
  months: englishMonths,
}
