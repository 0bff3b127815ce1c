import { type LanguageTable, rowsFor } from './language-table.ts'

const { force, actor } = rowsFor('es', (source) => new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}])`, 'giu'))

/** Spanish: verbs by the aligned openings of published resolutions, actors by their names in them. */
export const es: LanguageTable = {
  language: 'es',
  forces: [
    force(
      'decides-to-request',
      { force: 'request' },
      'decide (?:[a-zé]+ )?(?:solicitar|pedir|encargar)',
      'decide solicitar',
    ),
    force(
      'decides-to-ask',
      { force: 'recommendation' },
      'decide (?:[a-zé]+ )?(?:invitar|recomendar|alentar)',
      'decide invitar',
    ),
    force(
      'reiterates-request',
      { force: 'request' },
      '(?:reitera|reafirma|renueva)(?: [a-z]+)* (?:su|la) solicitud',
      'reitera su solicitud',
    ),
    force(
      'reiterates-call',
      { force: 'call' },
      '(?:reitera|reafirma|renueva)(?: [a-zé]+)* (?:su|el|la|sus) (?:exhortación|llamamientos?|petición|llamado|exigencia)',
      'reitera su exhortación',
    ),
    force(
      'reiterates-invitation',
      { force: 'recommendation' },
      '(?:reitera|reafirma|renueva)(?: [a-z]+)* (?:su|la) (?:invitación|recomendación)',
      'reitera su invitación',
    ),
    force('requests', { force: 'request' }, 'solicita|encarga|encomienda|ordena', 'solicita'),
    force('asks', { force: 'call', toSecretariat: 'request', several: true }, 'pide', 'pide'),
    force('calls', { force: 'call' }, 'exhorta|insta|exige|apela|hace un llamamiento|hace un llamado', 'exhorta'),
    force('recommends', { force: 'recommendation' }, 'alienta|invita|recomienda|propone|sugiere|anima', 'alienta'),
    force(
      'decides',
      { force: 'decision' },
      'decide|resuelve|aprueba|hace suy|autoriza|establece|adopta|conviene|proclama|designa|nombra|crea|prorroga|acuerda|acepta|elige|suscribe',
      'decide',
    ),
  ],
  actors: [
    actor('secretary_general', 'Secretary-General', 'Secretari[oa] General(?! Adjunt)', 'al Secretario General'),
    actor(
      'secretariat_entity',
      'UNODC',
      'Oficina de las Naciones Unidas contra la Droga y el Delito|UNODC',
      'a la Oficina de las Naciones Unidas contra la Droga y el Delito',
    ),
    actor(
      'un_system_entity',
      'Office of the United Nations High Commissioner for Refugees',
      '(?:Oficina del )?Alt[oa] Comisionad[oa] de las Naciones Unidas para los Refugiados|ACNUR',
      'a la Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
    ),
    actor(
      'secretariat_entity',
      'OHCHR',
      '(?:Oficina del )?Alt[oa] Comisionad[oa](?: de las Naciones Unidas)?(?: para los Derechos Humanos)?|Oficina del Alto Comisionado',
      'a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
    ),
    actor('secretariat_entity', 'Secretariat', 'Secretaría|secretarías?', 'a la Secretaría'),
    actor(
      'secretariat_entity',
      'missions',
      'Misión|Representante Especial|Oficina(?! de las Naciones| del Alto)|Departamento|Fuerza',
      'a la Misión',
    ),
    actor('intergovernmental_body', 'General Assembly', 'Asamblea General', 'a la Asamblea General'),
    actor(
      'intergovernmental_body',
      'Economic and Social Council',
      'Consejo Económico y Social',
      'al Consejo Económico y Social',
    ),
    actor('intergovernmental_body', 'Security Council', 'Consejo de Seguridad', 'al Consejo de Seguridad'),
    actor(
      'intergovernmental_body',
      'Human Rights Council',
      'Consejo de Derechos Humanos',
      'al Consejo de Derechos Humanos',
    ),
    actor(
      'other',
      'Advisory Committee',
      'Comité Asesor|Grupo de Expertos|Mecanismo de Expertos|Grupo de Trabajo sobre [\\p{L} ]+|Comisión Consultiva',
      'al Comité Asesor',
    ),
    actor(
      'other',
      'treaty bodies',
      'órganos (?:creados en virtud de tratados|de tratados)(?: de derechos humanos)?|Junta Internacional de Fiscalización de Estupefacientes|Comité de los Derechos del Niño|Comité para la [\\p{L} ]+',
      'a los órganos creados en virtud de tratados',
    ),
    actor(
      'intergovernmental_body',
      'commissions and committees',
      'Comisión(?! Europea| de la Unión| Económica)|Comité|Grupo de Trabajo(?: Intergubernamental)?|Conferencia(?: de las Partes)?|juntas ejecutivas|órganos rectores|Presidente|Presidenta|Presidencia|Foro|comisiones orgánicas',
      'a la Comisión de Estupefacientes',
    ),
    actor(
      'other',
      'special procedures',
      'Relator(?:a|es)? Especial(?:es)?|Expert[oa] Independiente|titulares de mandatos?(?: de los procedimientos especiales)?|procedimientos especiales',
      'a la Relatora Especial',
    ),
    actor('states_parties', 'States parties', 'Estados partes|partes en (?:la|el) [\\p{L} ]+', 'a los Estados partes'),
    actor('member_states', 'Member States', 'Estados Miembros', 'a los Estados Miembros'),
    actor(
      'member_states',
      'States',
      'Estados(?! Unidos)|países|Gobiernos?|Potencias? (?:administradoras?|ocupantes?)|autoridades|Israel|Federación de Rusia|República [\\p{L} ]+?(?= que| a |,|$)|Belarús|Ucrania',
      'a todos los Estados',
    ),
    actor(
      'un_system_entity',
      'United Nations system entities',
      '(?:entidades|organismos|instituciones|órganos|organizaciones|oficinas|equipos en los países|fondos|programas|mecanismos)(?:,? y (?:los )?(?:fondos|programas|entidades|órganos|organismos))*(?: [\\p{L}]+)? (?:de las |del sistema de las |de la Organización de las )Naciones Unidas|sistema (?:de las Naciones Unidas|para el desarrollo)|(?:Organización de las )?Naciones Unidas(?! (?:para|contra|sobre))|fondos y programas|comisiones regionales|coordinador[eas]+ residentes|equipos en los países',
      'a los organismos competentes de las Naciones Unidas',
    ),
    actor('un_system_entity', 'specialized agencies', 'organismos especializados', 'a los organismos especializados'),
    actor(
      'un_system_entity',
      'United Nations agencies',
      'Organización Mundial de la Salud|OMS|Programa de las Naciones Unidas para el (?:Desarrollo|Medio Ambiente)|PNUD|PNUMA|Fondo de (?:las Naciones Unidas para la Infancia|Población de las Naciones Unidas)|UNICEF|UNFPA|ONU-Mujeres|Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres|Organización Internacional del Trabajo|Organización Marítima Internacional|Banco Mundial|Fondo Monetario Internacional|UNESCO|Organización de las Naciones Unidas para [\\p{L}, ]+?(?= (?:que|a)\\b|,)|Programa Mundial de Alimentos|Unión Internacional de Telecomunicaciones|Programa Conjunto de las Naciones Unidas sobre el VIH/Sida',
      'a la Organización Mundial de la Salud',
    ),
    actor('donors', 'donors', '(?:países |comunidad (?:internacional )?de )?donantes', 'a los donantes'),
    actor(
      'civil_society_private',
      'civil society',
      'sociedad civil|organizaciones no gubernamentales',
      'a la sociedad civil',
    ),
    actor(
      'civil_society_private',
      'private sector',
      'sector privado|empresas|(?:mundo|instituciones) académic[oa]s?|medios de comunicación|comunidad científica',
      'al sector privado',
    ),
    actor(
      'other_ig_organization',
      'international organizations',
      'organizaciones (?:intergubernamentales|internacionales|regionales|subregionales|multilaterales)(?:(?:,| y| e) (?:internacionales|regionales|subregionales|intergubernamentales|multilaterales))*|instituciones financieras(?: internacionales)?|bancos (?:multilaterales )?de desarrollo|Unión Africana|Unión Europea|INTERPOL',
      'a las organizaciones regionales y subregionales',
    ),
    actor('other', 'Non-Self-Governing Territories', 'Territorios No Autónomos', 'a los Territorios No Autónomos'),
    actor('other', 'international community', 'comunidad internacional(?! de)', 'a la comunidad internacional'),
    actor(
      'other',
      'stakeholders',
      'partes interesadas|interesados|agentes|actores|asociados(?: para el desarrollo)?|partes (?:en (?:el|los) )?conflictos?(?: armados?)?|las partes(?! (?:en|interesadas))|mecanismos|instituciones nacionales de derechos humanos',
      'a las partes interesadas',
    ),
  ],
  joins:
    /[,;] (?:[ye] )?(?:(?:a este respecto|a ese respecto|con ese fin|a tal fin|en este contexto|en ese contexto|en este sentido|en consecuencia|por consiguiente|además|también),? )?| [ye](?:,? (?:a este respecto|a ese respecto|con ese fin|a tal fin|en este contexto|en ese contexto|en este sentido|por consiguiente),?)? /gu,
  and: / [ye](?:,| |$)/u,
  further:
    /^(?:reconoce|acoge|reafirma|destaca|recuerda|toma nota|pone de relieve|observa|reitera|subraya|encomia|recalca|expresa|condena|hace notar|aprecia|apoya|aguarda|deplora|resalta|decide|aprueba|afirma|hace suy|agradece|lamenta|felicita|considera|espera|autoriza|celebra)/u,
  act: /(?:,)? (?:a que(?=[ ,:·]|$)|que(?=[ ,:·])|para que |a (?:\p{L}+(?:ar|er|ir)(?:se|lo|los|la|las|les|le)?)(?= |,|;|$))/u,
  between: null,
  aside:
    /, (?:en (?:consulta|cooperación|colaboración|coordinación|asociación|estrecha|particular|el)|con|de conformidad|dentro|según|por|mediante|sobre|bajo|cuando|incluso|a petición|previa|teniendo)[^,;]*(?=,| a que | que )/gu,
  undertakes: /^(?:,[^,]+,)? \p{L}+(?:ar|er|ir)(?:se)?(?= |,)/u,
  completed:
    /^(?:,[^,]+,)? (?:aprobar|adoptar|establecer|crear|prorrogar|renovar|nombrar|designar|proclamar|conceder|fijar|levantar|modificar|ampliar)/u,
}
