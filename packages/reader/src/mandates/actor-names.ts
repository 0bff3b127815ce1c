import { type ActorName, actor } from './actor-name.ts'
import { organizationNames } from './organization-names.ts'

export type { ActorName } from './actor-name.ts'

const ig = 'intergovernmental_body'
const se = 'secretariat_entity'
const crime = 'Commission on Crime Prevention and Criminal Justice | Commission on Narcotic Drugs'
const governance =
  'standing open-ended intergovernmental working group on improving the governance and financial situation of UNODC'

/**
 * The gazetteer: longest match wins. Principal organs, subsidiary bodies, the Secretariat and its offices, funds,
 * programmes and agencies, intergovernmental organizations (charters and rules of procedure of each; names as in UNTERM).
 */
export const actorNames: readonly ActorName[] = [
  // Principal organs and bodies of States
  actor(ig, 'General Assembly', 'United Nations General Assembly', { shortened: 'Assembly' }),
  actor(ig, 'Economic and Social Council', 'ECOSOC', { shortened: 'Council' }),
  actor(ig, 'Security Council', '', { shortened: 'Council' }),
  actor(ig, 'Human Rights Council', '', { shortened: 'Council' }),
  actor(ig, 'Trusteeship Council', ''),
  actor(ig, 'Peacebuilding Commission', '', { shortened: 'Commission' }),
  actor(ig, 'Commission on Crime Prevention and Criminal Justice', 'CCPCJ | Crime Commission', {
    shortened: 'Commission',
  }),
  actor(ig, 'Commission on Narcotic Drugs', 'CND', { shortened: 'Commission' }),
  actor(ig, 'Commission on the Status of Women', '', { shortened: 'Commission' }),
  actor(ig, 'Commission on Human Rights', '', { shortened: 'Commission' }),
  actor(ig, 'Commission on Population and Development', '', { shortened: 'Commission' }),
  actor(ig, 'Commission for Social Development', '', { shortened: 'Commission' }),
  actor(ig, 'Commission on Science and Technology for Development', '', { shortened: 'Commission' }),
  actor(ig, 'Commission on Sustainable Development', '', { shortened: 'Commission' }),
  actor(ig, 'Statistical Commission', '', { shortened: 'Commission' }),
  actor(ig, 'International Law Commission', '', { shortened: 'Commission' }),
  actor(ig, 'United Nations Commission on International Trade Law', 'UNCITRAL', { shortened: 'Commission' }),
  actor(ig, 'Disarmament Commission', 'United Nations Disarmament Commission', { shortened: 'Commission' }),
  actor(ig, 'Conference on Disarmament', '', { shortened: 'Conference' }),
  actor(ig, 'International Civil Service Commission', '', { shortened: 'Commission' }),
  actor(
    ig,
    'United Nations Environment Assembly',
    'UNEA | United Nations Environment Assembly of the United Nations Environment Programme',
    { shortened: 'Environment Assembly | Assembly' },
  ),
  actor(ig, 'Governing Council of the United Nations Environment Programme', '', { shortened: 'Governing Council' }),
  actor(ig, 'high-level political forum on sustainable development', 'high-level political forum'),
  actor(ig, 'United Nations Forum on Forests', '', { shortened: 'Forum' }),
  actor(ig, 'Committee for Programme and Coordination', '', { shortened: 'Committee' }),
  actor(ig, 'Committee on the Peaceful Uses of Outer Space', 'COPUOS', { shortened: 'Committee' }),
  actor(ig, 'Committee on Information', '', { shortened: 'Committee' }),
  actor(ig, 'Committee on Conferences', '', { shortened: 'Committee' }),
  actor(ig, 'Committee on Contributions', '', { shortened: 'Committee' }),
  actor(ig, 'Committee on World Food Security', '', { shortened: 'Committee' }),
  actor(ig, 'Committee on Non-Governmental Organizations', '', { shortened: 'Committee' }),
  actor(ig, 'Counter-Terrorism Committee', '', { shortened: 'Committee' }),
  actor(ig, 'Special Committee on Peacekeeping Operations', '', { shortened: 'Special Committee' }),
  actor(ig, 'Committee on the Exercise of the Inalienable Rights of the Palestinian People', '', {
    shortened: 'Committee',
  }),
  actor(
    ig,
    'Special Committee on the Situation with regard to the Implementation of the Declaration on the Granting of Independence to Colonial Countries and Peoples',
    '',
    { shortened: 'Special Committee' },
  ),
  actor(
    ig,
    'Special Committee on the Charter of the United Nations and on the Strengthening of the Role of the Organization',
    '',
    { shortened: 'Special Committee' },
  ),
  actor(ig, 'Security Council Committee established pursuant to resolution 1540 (2004)', '1540 Committee', {
    shortened: 'Committee',
  }),
  actor(ig, 'Conference of the Parties to the United Nations Convention against Transnational Organized Crime', '', {
    shortened: 'Conference',
  }),
  actor(ig, 'Conference of the States Parties to the United Nations Convention against Corruption', '', {
    shortened: 'Conference',
  }),
  actor(ig, 'Conference of the Parties to the United Nations Framework Convention on Climate Change', '', {
    shortened: 'Conference of the Parties',
  }),
  actor(ig, 'Conference of the Parties to the Convention on Biological Diversity', '', {
    shortened: 'Conference of the Parties',
  }),
  actor(ig, 'Conference of States Parties to the Convention on the Rights of Persons with Disabilities', '', {
    shortened: 'Conference',
  }),
  actor(
    ig,
    governance,
    'standing open-ended intergovernmental working group on improving the governance and financial situation of the United Nations Office on Drugs and Crime',
    { shortened: 'working group | open-ended intergovernmental working group', speaks: crime },
  ),
  actor(
    ig,
    'open-ended intergovernmental expert group on cybercrime',
    'open-ended intergovernmental expert group to conduct a comprehensive study of the problem of cybercrime | open-ended intergovernmental expert group to conduct a comprehensive study on the problem of cybercrime | expert group to conduct a comprehensive study on cybercrime | expert group on the comprehensive study of the problem of cybercrime | open-ended intergovernmental expert group on the comprehensive study of the problem of cybercrime | Expert Group to Conduct a Comprehensive Study on Cybercrime',
    { shortened: 'expert group' },
  ),
  actor(
    ig,
    'open-ended intergovernmental expert group on protection against trafficking in cultural property',
    'expert group on protection against trafficking in cultural property',
    { shortened: 'expert group' },
  ),
  actor(
    ig,
    'Executive Board of the United Nations Development Programme, the United Nations Population Fund and the United Nations Office for Project Services',
    '',
    { shortened: 'Executive Board' },
  ),
  // Secretary-General and Secretariat
  actor(
    'secretary_general',
    'Secretary-General',
    'United Nations Secretary-General | Secretary-General of the United Nations | Secretary General',
  ),
  actor(se, 'Secretariat', 'United Nations Secretariat | Secretariat of the United Nations'),
  actor(se, 'UNODC', 'United Nations Office on Drugs and Crime', { shortened: 'Office', speaks: crime }),
  actor(
    se,
    'UNODC Executive Director',
    'Executive Director of the United Nations Office on Drugs and Crime | Executive Director of UNODC',
    { shortened: 'Executive Director', speaks: crime },
  ),
  actor(
    se,
    'UNODC Independent Evaluation Unit',
    'Independent Evaluation Unit of the United Nations Office on Drugs and Crime | Independent Evaluation Unit',
    { shortened: 'Unit' },
  ),
  actor(
    se,
    'UNODC Terrorism Prevention Branch',
    'Terrorism Prevention Branch of the United Nations Office on Drugs and Crime',
    { shortened: 'Branch' },
  ),
  actor(se, 'United Nations International Drug Control Programme', '', { shortened: 'Programme' }),
  actor(
    se,
    'OHCHR',
    'Office of the United Nations High Commissioner for Human Rights | United Nations High Commissioner for Human Rights | Office of the High Commissioner for Human Rights | High Commissioner for Human Rights',
    {
      shortened: 'Office of the High Commissioner | High Commissioner | Office',
      speaks: 'Human Rights Council',
    },
  ),
  actor(se, 'OHCHR', '', {
    shortened: 'Office of the High Commissioner | High Commissioner',
    speaks: 'General Assembly | Economic and Social Council',
  }),
  actor(se, 'OIOS', 'Office of Internal Oversight Services', { shortened: 'Office' }),
  actor(
    se,
    'DESA',
    'Department of Economic and Social Affairs of the Secretariat | Department of Economic and Social Affairs',
    { shortened: 'Department' },
  ),
  actor(
    se,
    'Department of Peace Operations',
    'Department of Peacekeeping Operations | Department of Peacekeeping Operations of the Secretariat',
    { shortened: 'Department' },
  ),
  actor(se, 'Department of Global Communications', 'Department of Global Communications of the Secretariat', {
    shortened: 'Department',
  }),
  actor(se, 'Department of Public Information', 'Department of Public Information of the Secretariat', {
    shortened: 'Department',
  }),
  actor(se, 'Department for General Assembly and Conference Management', '', { shortened: 'Department' }),
  actor(se, 'Department of Political and Peacebuilding Affairs', '', { shortened: 'Department' }),
  actor(se, 'Office of Counter-Terrorism', 'United Nations Office of Counter-Terrorism | UNOCT', {
    shortened: 'Office',
  }),
  actor(
    se,
    'Counter-Terrorism Committee Executive Directorate',
    'CTED | Executive Directorate of the Counter-Terrorism Committee',
    { shortened: 'Executive Directorate' },
  ),
  actor(se, 'Office for Outer Space Affairs', 'Office for Outer Space Affairs of the Secretariat', {
    shortened: 'Office',
  }),
  actor(se, 'Office for Disarmament Affairs', 'United Nations Office for Disarmament Affairs', { shortened: 'Office' }),
  actor(se, 'Office of Legal Affairs', 'Office of Legal Affairs of the Secretariat', { shortened: 'Office' }),
  actor(
    se,
    'Office for the Coordination of Humanitarian Affairs',
    'Office for the Coordination of Humanitarian Affairs of the Secretariat',
    { shortened: 'Office' },
  ),
  actor(se, 'Office of Human Resources Management', '', { shortened: 'Office' }),
  actor(se, 'Emergency Relief Coordinator', 'United Nations Emergency Relief Coordinator'),
  actor(se, 'United Nations Office for Disaster Risk Reduction', ''),
  actor(se, 'Peacebuilding Support Office', ''),
  actor(se, 'United Nations Mine Action Service', 'Mine Action Service'),
  actor(se, 'United Nations Ethics Office', 'Ethics Office'),
  actor(se, 'Under-Secretary-General for Internal Oversight Services', ''),
  actor(se, 'Special Representative of the Secretary-General', ''),
  actor(se, 'United Nations peacekeeping missions', 'peacekeeping missions | United Nations missions'),
  actor(se, 'UNSOM', 'United Nations Assistance Mission in Somalia'),
  actor(se, 'UNAMI', 'United Nations Assistance Mission for Iraq'),
  actor(se, 'UNAMA', 'United Nations Assistance Mission in Afghanistan'),
  actor(se, 'UNMISS', 'United Nations Mission in South Sudan'),
  actor(se, 'UNSMIL', 'United Nations Support Mission in Libya'),
  actor(se, 'MINUSMA', 'United Nations Multidimensional Integrated Stabilization Mission in Mali'),
  actor(se, 'MONUSCO', 'United Nations Organization Stabilization Mission in the Democratic Republic of the Congo'),
  actor(
    se,
    'MINUSCA',
    'United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic',
  ),
  actor(se, 'UNIFIL', 'United Nations Interim Force in Lebanon'),
  actor(se, 'UNFICYP', 'United Nations Peacekeeping Force in Cyprus'),
  actor(se, 'UNDOF', 'United Nations Disengagement Observer Force'),
  actor(se, 'UNISFA', 'United Nations Interim Security Force for Abyei'),
  actor(se, 'UNAMID', 'African Union-United Nations Hybrid Operation in Darfur'),
  actor(se, 'MINUSTAH', 'United Nations Stabilization Mission in Haiti'),
  actor(se, 'UNMIL', 'United Nations Mission in Liberia'),
  actor(se, 'UNOCI', "United Nations Operation in C\u00f4te d'Ivoire"),
  ...organizationNames,
]
