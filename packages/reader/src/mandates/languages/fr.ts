import { type LanguageTable, rowsFor } from './language-table.ts'

const { force, actor } = rowsFor('fr', (source) => new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}])`, 'giu'))

/** French: verbs by the aligned openings of published resolutions, actors by their names in them. */
export const fr: LanguageTable = {
  language: 'fr',
  forces: [
    force(
      'decides-to-request',
      { force: 'request' },
      'décide (?:[a-zé]+ )?(?:de |d’)(?:prier|demander|charger)',
      'décide de prier',
    ),
    force(
      'decides-to-ask',
      { force: 'recommendation' },
      'décide (?:[a-zé]+ )?(?:de |d’)(?:inviter|recommander|encourager|engager)',
      'décide d’inviter',
    ),
    force(
      'attention',
      { force: 'recognition' },
      'appelle (?:de nouveau )?(?:l’)?attention|rappelle',
      'appelle l’attention',
    ),
    force(
      'insists',
      { force: 'call' },
      '(?:prie|demande|engage|invite|appelle|recommande)(?: [a-z]+)* (?:instamment|vivement|avec insistance)',
      'prie instamment',
    ),
    force(
      'reiterates-request',
      { force: 'request' },
      'réitère (?:sa|la) demande|renouvelle (?:sa|la) demande',
      'réitère sa demande',
    ),
    force(
      'reiterates-call',
      { force: 'call' },
      '(?:réitère|renouvelle|réaffirme|lance)(?: [a-z]+)* (?:son|l’|un|ses) ?(?:appel|exhortation)',
      'réitère son appel',
    ),
    force(
      'reiterates-invitation',
      { force: 'recommendation' },
      '(?:réitère|renouvelle) (?:son|l’) ?(?:invitation|encouragement)|(?:réitère|renouvelle) sa recommandation',
      'réitère son invitation',
    ),
    force('requests', { force: 'request' }, 'prie|charge|donne pour instruction', 'prie'),
    force('asks', { force: 'call', toSecretariat: 'request', several: true }, 'demande', 'demande'),
    force('calls', { force: 'call' }, 'exhorte|exige|enjoint|appelle|lance un appel', 'exhorte'),
    force('engages', { force: 'recommendation', several: true }, 'engage|invite', 'engage'),
    force('recommends', { force: 'recommendation' }, 'encourage|recommande|préconise|suggère|propose', 'encourage'),
    force(
      'decides',
      { force: 'decision' },
      'décide|adopte|approuve|autorise|souscrit|fait sien|crée|établit|institue|désigne|nomme|élit|proclame|prolonge|proroge|reconduit|maintient|accepte|résout|convient',
      'décide',
    ),
  ],
  actors: [
    actor(
      'secretary_general',
      'Secretary-General',
      'Secrétaire général(?:e)?(?! (?:adjoint|de la|du))',
      'le Secrétaire général',
    ),
    actor(
      'secretariat_entity',
      'UNODC',
      'Office des Nations Unies contre la drogue et le crime|ONUDC',
      'l’Office des Nations Unies contre la drogue et le crime',
    ),
    actor(
      'un_system_entity',
      'Office of the United Nations High Commissioner for Refugees',
      'Haut-?[ ‑-]?Commissa(?:ire|riat) des Nations Unies pour les réfugiés',
      'le Haut-Commissariat des Nations Unies pour les réfugiés',
    ),
    actor(
      'secretariat_entity',
      'OHCHR',
      'Haut[ ‑-]Commissa(?:ire|riat)(?: des Nations Unies)?(?: aux droits de l’homme)?',
      'le Haut-Commissaire des Nations Unies aux droits de l’homme',
    ),
    actor('secretariat_entity', 'Secretariat', 'Secrétariat|secrétariats?', 'le Secrétariat'),
    actor('secretariat_entity', 'missions', 'Mission|Représentante? spéciale?|Bureau|Département|Force', 'la Mission'),
    actor('intergovernmental_body', 'General Assembly', 'Assemblée générale', 'l’Assemblée générale'),
    actor(
      'intergovernmental_body',
      'Economic and Social Council',
      'Conseil économique et social',
      'le Conseil économique et social',
    ),
    actor('intergovernmental_body', 'Security Council', 'Conseil de sécurité', 'le Conseil de sécurité'),
    actor(
      'intergovernmental_body',
      'Human Rights Council',
      'Conseil des droits de l’homme',
      'le Conseil des droits de l’homme',
    ),
    actor(
      'other',
      'Advisory Committee',
      'Comité consultatif|Comité d’experts|Groupe d’experts|Mécanisme d’experts|groupe de travail sur [\\p{L} ]+',
      'le Comité consultatif',
    ),
    actor(
      'other',
      'treaty bodies',
      'organes (?:créés en vertu d(?:e |’)[\\p{L} ]*traités|conventionnels)[\\p{L} ]*|Organe international de contrôle des stupéfiants|Comité des droits de l’enfant|Comité pour [\\p{L} ]+',
      'les organes conventionnels',
    ),
    actor(
      'intergovernmental_body',
      'commissions and committees',
      'Commission(?! européenne| de l’Union| économique)|Comité|Groupe de travail(?: intergouvernemental)?|Conférence(?: des Parties)?|conseils? d’administration|organes directeurs|Présidente?|Forum|commissions techniques',
      'la Commission des stupéfiants',
    ),
    actor(
      'other',
      'special procedures',
      'Rapporteu(?:r|se)s? spécia(?:l|le|ux)|Experte? indépendante?|titulaires de mandats?(?: au titre des procédures spéciales)?|procédures spéciales',
      'le Rapporteur spécial',
    ),
    actor('states_parties', 'States parties', 'États parties|Parties (?:à la|au|aux) [\\p{L} ]+', 'les États parties'),
    actor('member_states', 'Member States', 'États Membres', 'les États Membres'),
    actor(
      'member_states',
      'States',
      'États|pays|[Gg]ouvernements?|puissances? (?:administrantes?|occupantes?)|autorités|Israël|Fédération de Russie|République [\\p{L}’ ]+?(?= d(?:e |’)| à |,|$)',
      'tous les États',
    ),
    actor(
      'un_system_entity',
      'United Nations system entities',
      '(?:(?:entités|organismes|institutions|organes|organisations|bureaux|équipes de pays|fonds|programmes|mécanismes)(?:,? (?:et|ainsi que) (?:les )?(?:fonds|programmes|entités|institutions|organismes))*(?: [\\p{L}]+)? (?:des |du système des |de l’Organisation des )Nations Unies|système des Nations Unies|Organisation des Nations Unies(?! pour)|fonds et programmes|commissions régionales|coordonna(?:teurs|trices) résident[es]+|équipes de pays)',
      'les organismes compétents des Nations Unies',
    ),
    actor(
      'un_system_entity',
      'specialized agencies',
      'institutions spécialisées(?: des Nations Unies)?',
      'les institutions spécialisées',
    ),
    actor(
      'un_system_entity',
      'United Nations agencies',
      'Organisation mondiale de la Santé|OMS|Programme des Nations Unies pour (?:le développement|l’environnement)|PNUD|PNUE|Fonds des Nations Unies pour (?:l’enfance|la population)|UNICEF|FNUAP|ONU-Femmes|Entité des Nations Unies pour l’égalité des sexes et l’autonomisation des femmes|Organisation internationale du Travail|Organisation maritime internationale|Banque mondiale|Fonds monétaire international|UNESCO|Organisation des Nations Unies pour [\\p{L},’ ]+?(?= [àd]|,)|Programme alimentaire mondial|Union internationale des télécommunications|Programme commun des Nations Unies sur le VIH/sida',
      'l’Organisation mondiale de la Santé',
    ),
    actor(
      'donors',
      'donors',
      '(?:pays |communauté (?:internationale )?des )?(?:donateurs|bailleurs de fonds)',
      'les donateurs',
    ),
    actor(
      'civil_society_private',
      'civil society',
      'société civile|organisations non gouvernementales',
      'la société civile',
    ),
    actor(
      'civil_society_private',
      'private sector',
      'secteur privé|entreprises|milieux? (?:universitaires?|scientifiques?)|médias|établissements universitaires',
      'le secteur privé',
    ),
    actor(
      'other_ig_organization',
      'international organizations',
      'organisations (?:intergouvernementales|internationales|régionales|sous-régionales|multilatérales)(?:(?:,| et) (?:internationales|régionales|sous-régionales|intergouvernementales|multilatérales))*|institutions financières(?: internationales)?|banques (?:multilatérales )?de développement|Union africaine|Union européenne|INTERPOL|organismes régionaux',
      'les organisations régionales et sous-régionales',
    ),
    actor('other', 'Non-Self-Governing Territories', 'territoires non autonomes', 'les territoires non autonomes'),
    actor('other', 'international community', 'communauté internationale', 'la communauté internationale'),
    actor(
      'other',
      'stakeholders',
      'parties prenantes|acteurs|intervenants|partenaires(?: de développement)?|partie(?:s)? (?:au|aux) conflits?(?: armés?)?|(?:les|aux) parties(?! prenantes| (?:à|au))|mécanismes|institutions nationales (?:de défense )?des droits de l’homme',
      'les parties prenantes',
    ),
  ],
  joins:
    /[,;] (?:et )?(?:(?:à cet égard|à cette fin|dans ce contexte|à ce propos|en conséquence|par conséquent|en outre|à ce sujet),? )?|(?: ;)? et(?:,? (?:à cet égard|à cette fin|dans ce contexte|à ce propos|à ce sujet|en conséquence|par conséquent),?)? /gu,
  and: / et(?:,| |$)/u,
  further:
    /^(?:souligne|se félicite|prend|note|rappelle|salue|réaffirme|considère|constate|décide|félicite|exprime|se déclare|se dit|remercie|accueille|insiste|affirme|reconnaît|attend|regrette|condamne|déplore|approuve|appuie|estime|est conscient|s’inquiète|autorise|réitère|met l’accent|fait observer)/u,
  act: / (?:(?:de |d’|à )(?:(?:ne |n’)(?:pas |plus )?)?(?:(?:y |en |se |s’|le |la |les |l’|lui |leur )*)(?!ordre|manière|nature|titre|genre|œuvre|lettre|autre|entre)\p{L}+(?:er|ir|re|oir)(?= |,|;|$)|(?<!ainsi )(?<!tant )(?<!telles? )(?<!tels? )qu(?:e |’)|pour qu(?:e |’))/u,
  between: null,
  aside:
    /, (?:en (?:consultation|coopération|collaboration|coordination|partenariat|étroite|concertation|tant)|avec|dans|conformément|agissant|selon|sous|par|compte|sur|au (?:sein|moyen)|à (?:la|sa) demande|œuvrant|s’il|le cas|notamment|y compris en)[^,;]*(?=,| d(?:e |’)\p{L}+(?:er|ir|re|oir)(?= )| à \p{L}+(?:er|ir|re|oir)(?= ))/gu,
  undertakes: /^(?:,[^,]+,)? (?:de |d’)(?:se |s’|y |en )?\p{L}+(?:er|ir|re|oir)(?= |,)/u,
  completed:
    /^(?:,[^,]+,)? (?:de |d’)(?:adopter|approuver|créer|établir|instituer|proroger|prolonger|renouveler|nommer|désigner|proclamer|accorder|fixer|lever|porter|reconduire|modifier)/u,
}
