import type { CitationWords } from './citation-words.ts'

export const fr: CitationWords = {
  language: 'fr',
  nouns: [
    { act: 'resolution', pattern: /(?<!\p{L})résolution(s?)(?!\p{L})/giu, example: 'sa résolution 70/1' },
    { act: 'decision', pattern: /(?<!\p{L})décision(s?)(?!\p{L})/giu, example: 'sa décision 72/558' },
  ],
  number: 'behind',
  printed:
    /(?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:(?:S|ES)-)?\d{1,4}(?: A?[A-Z](?![\p{L}.']))?|\d{1,4}(?: [A-Z])? ?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\)/u,
  inEnglish: (printed) => printed.replace(/(\d|[A-Z])\(/, '$1 ('),
  signs: / (?:n[o°]s? ?)?/y,
  dated: /,? (?:en date )?du (\d{1,2})(?:er)? (\p{L}{3,10}) (\d{4})/uy,
  titled: /,? intitulée "([^"]{1,400})"/y,
  of: /,? (?:(?:adoptée|prise) par |de |du |des )(?:l'|la |le |les )?/y,
  nextInList: /^(?:,|,? et|,? ou|,? ainsi que|,? de même que) (?:la |les |sa |ses )?$/,
  its: /\b(?:sa|ses|leurs?) (?:(?:propres?|précédentes?|présente) )?$/i,
  partBefore:
    /\b((?:paragraphes?|alinéas?|par\.|sections?|chapitres?) [^;:",]{1,30}?) d(?:e la|e sa|es|e l'annexe de la) $/u,
  bodies: [
    { name: 'General Assembly', pattern: /(?<!\p{L})Assemblée générale(?!\p{L})/u, example: "l'Assemblée générale" },
    {
      name: 'Economic and Social Council',
      pattern: /(?<!\p{L})Conseil économique et social(?!\p{L})/u,
      example: 'le Conseil économique et social',
    },
    { name: 'Security Council', pattern: /(?<!\p{L})Conseil de sécurité(?!\p{L})/u, example: 'le Conseil de sécurité' },
    {
      name: 'Human Rights Council',
      pattern: /(?<!\p{L})Conseil des droits de l'homme(?!\p{L})/u,
      example: "le Conseil des droits de l'homme",
    },
    {
      name: 'Commission on Human Rights',
      pattern: /(?<!\p{L})Commission des droits de l'homme(?!\p{L})/u,
      example: "la Commission des droits de l'homme",
    },
    {
      name: 'Commission on Crime Prevention and Criminal Justice',
      pattern: /(?<!\p{L})Commission pour la prévention du crime et la justice pénale(?!\p{L})/u,
      example: 'la Commission pour la prévention du crime et la justice pénale',
    },
    {
      name: 'Commission on Narcotic Drugs',
      pattern: /(?<!\p{L})Commission des stupéfiants(?!\p{L})/u,
      example: 'la Commission des stupéfiants',
    },
    {
      name: 'Commission on the Status of Women',
      pattern: /(?<!\p{L})Commission de la condition de la femme(?!\p{L})/u,
      example: 'la Commission de la condition de la femme',
    },
    {
      name: 'Commission for Social Development',
      pattern: /(?<!\p{L})Commission du développement social(?!\p{L})/u,
      example: 'la Commission du développement social',
    },
  ],
  shortForms: [
    {
      short: 'Assembly',
      pattern: /(?<!\p{L})[Ll]'(Assemblée)(?!\p{L})(?! générale| \p{Ll}{0,3} ?\p{Lu})/u,
      example: "l'Assemblée a demandé",
    },
    {
      short: 'Council',
      pattern: /(?<!\p{L})(?:[Ll]e|[Dd]u|[Aa]u) (Conseil)(?!\p{L})(?! (?:économique|de |des |d'|du |national))/u,
      example: 'le Conseil a demandé',
    },
    {
      short: 'Commission',
      pattern: /(?<!\p{L})[Ll]a (Commission)(?!\p{L})(?! (?:de |des |d'|du |pour |européenne|sur ))/u,
      example: 'la Commission a demandé',
    },
  ],
}
