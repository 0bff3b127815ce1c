import type { CitationWords } from './citation-words.ts'

export const es: CitationWords = {
  language: 'es',
  nouns: [
    { act: 'resolution', pattern: /(?<!\p{L})resoluci(?:ón|on(es))(?!\p{L})/giu, example: 'su resolución 70/1' },
    { act: 'decision', pattern: /(?<!\p{L})decisi(?:ón|on(es))(?!\p{L})/giu, example: 'su decisión 72/558' },
  ],
  number: 'behind',
  printed:
    /(?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:(?:S|ES)-)?\d{1,4}(?: A?[A-Z](?![\p{L}.']))?|\d{1,4}(?: [A-Z])? ?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\)/u,
  inEnglish: (printed) => printed.replace(/(\d|[A-Z])\(/, '$1 ('),
  signs: / (?:núms?\. ?)?/y,
  dated: /,? de (\d{1,2})(?:º|o)? de (\p{L}{4,10}) de (\d{4})/uy,
  titled: /,? titulada "([^"]{1,400})"/y,
  of: /,? (?:(?:aprobada|adoptada) por |de |del )(?:la |el |los |las )?/y,
  nextInList: /^(?:,|,? [ye]|,? [ou]|,? así como|,? además de) (?:la |las |en (?:la|las) |su |sus )?$/,
  its: /\bsus? (?:(?:propias?|anterior|anteriores) )?$/i,
  partBefore:
    /\b((?:párrafos?|apartados?|párrs?\.|secciones|sección|capítulos?) [^;:",]{1,30}?) de (?:la|las|su|sus) $/u,
  bodies: [
    { name: 'General Assembly', pattern: /(?<!\p{L})Asamblea General(?!\p{L})/u, example: 'la Asamblea General' },
    {
      name: 'Economic and Social Council',
      pattern: /(?<!\p{L})Consejo Económico y Social(?!\p{L})/u,
      example: 'el Consejo Económico y Social',
    },
    {
      name: 'Security Council',
      pattern: /(?<!\p{L})Consejo de Seguridad(?!\p{L})/u,
      example: 'el Consejo de Seguridad',
    },
    {
      name: 'Human Rights Council',
      pattern: /(?<!\p{L})Consejo de Derechos Humanos(?!\p{L})/u,
      example: 'el Consejo de Derechos Humanos',
    },
    {
      name: 'Commission on Human Rights',
      pattern: /(?<!\p{L})Comisión de Derechos Humanos(?!\p{L})/u,
      example: 'la Comisión de Derechos Humanos',
    },
    {
      name: 'Commission on Crime Prevention and Criminal Justice',
      pattern: /(?<!\p{L})Comisión de Prevención del Delito y Justicia Penal(?!\p{L})/u,
      example: 'la Comisión de Prevención del Delito y Justicia Penal',
    },
    {
      name: 'Commission on Narcotic Drugs',
      pattern: /(?<!\p{L})Comisión de Estupefacientes(?!\p{L})/u,
      example: 'la Comisión de Estupefacientes',
    },
    {
      name: 'Commission on the Status of Women',
      pattern: /(?<!\p{L})Comisión de la Condición Jurídica y Social de la Mujer(?!\p{L})/u,
      example: 'la Comisión de la Condición Jurídica y Social de la Mujer',
    },
    {
      name: 'Commission for Social Development',
      pattern: /(?<!\p{L})Comisión de Desarrollo Social(?!\p{L})/u,
      example: 'la Comisión de Desarrollo Social',
    },
  ],
  shortForms: [
    {
      short: 'Assembly',
      pattern: /(?<!\p{L})[Ll]a (Asamblea)(?!\p{L})(?! General| (?:de |del |para ))/u,
      example: 'la Asamblea pidió',
    },
    {
      short: 'Council',
      pattern: /(?<!\p{L})(?:[Ee]l|[Dd]el|[Aa]l) (Consejo)(?!\p{L})(?! (?:Económico|de |del |para |Nacional))/u,
      example: 'el Consejo pidió',
    },
    {
      short: 'Commission',
      pattern: /(?<!\p{L})[Ll]a (Comisión)(?!\p{L})(?! (?:de |del |para |sobre |Europea|Económica))/u,
      example: 'la Comisión pidió',
    },
  ],
}
