/** What is asked and said in the story of Council resolution 2012/19, paragraph 4, and what the report makes of it. */

export const call = '2012-1'
export const home = `/calls/${call}`

/** In the order they are invited. One each of Asia-Pacific, Eastern Europe and Western Europe, two of the other groups. */
export const invited = [
  { name: 'Chile', address: null, language: null },
  { name: 'Egypt', address: 'mission.eg@example.org', language: 'العربية' },
  { name: 'Japan', address: 'mission.jp@example.org', language: null },
  { name: 'Poland', address: 'mission.pl@example.org', language: null },
  { name: 'Kenya', address: null, language: null },
  { name: 'Italy', address: 'mission.it@example.org', language: null },
  { name: 'Peru', address: null, language: null },
] as const
export const [chile, egypt, japan, poland, kenya, italy, peru] = [1, 2, 3, 4, 5, 6, 7] as const

/** What was sent to some and not to all; nobody else may meet these words anywhere. */
export const unpublished = {
  japan: 'Tourist police units in Kyoto found counterfeit rail passes.',
  poland: 'Training of border officers, since a ring of ticket forgers was found in Gdynia.',
  peru: 'Guides near Cusco were threatened.',
  begun: 'A word that was never sent from Valparaíso.',
} as const

export const said = {
  chile: 'Fraud against visitors has grown. Tourist police units were set up in 2011 in five regions.',
  egypt: 'أنشئت وحدات لشرطة السياحة في الأقصر وأسوان.',
  kenya: 'Units of the tourist police patrol the coast since 2009.',
  italy: 'Organized pickpocketing is the main threat.',
  training: 'Training of border officers in recognizing false documents.',
} as const

export const police = 'reported that tourist police units had been set up'
export const training = 'asked for training of border officers'

/** Whose words are shown to everybody. */
export const quoted: readonly (readonly [finding: string, n: number, question: string, quote: string])[] = [
  [police, chile, 'q3', 'Tourist police units were set up in 2011'],
  [police, egypt, 'q3', 'أنشئت وحدات لشرطة السياحة'],
  [police, kenya, 'q3', 'Units of the tourist police patrol the coast'],
  [training, chile, 'q8', 'Training of border officers'],
  [training, italy, 'q8', 'Training of border officers'],
]

/** What the chapter says, figure by figure: eight invited, six stand and four of them are public, one was withdrawn. */
export const sentences = [
  'Pursuant to paragraph 4 of E/RES/2012/19, views on “Threats to the tourism sector” were called for on 1 October 2012, to be submitted by 14 January 2013.',
  'Invitations were addressed to 7 Member States and 1 organization.',
  'The time was extended for 1 of those invited.',
  'As at 15 March 2013, 4 submissions had been received, from: Chile, Egypt, Italy and Kenya.',
  'Of these, 1 arrived after the time given: Italy.',
  'Of those invited, submissions by group: African States, 2 of 2; Asia-Pacific States, 0 of 1; Eastern European States, 0 of 1; Latin American and Caribbean States, 1 of 2; Western European and other States, 1 of 1; organizations, 0 of 1.',
  'Besides these, 2 submissions were received that are not open to the public; they are counted nowhere else in the present report.',
  'Another submission was withdrawn and is not counted.',
  'No information had been received from the one other invited; nothing is inferred from that.',
  `Chile, Egypt and Kenya ${police}.`,
  `Chile and Italy ${training}.`,
  '“Has your country met threats to tourism?”: of the 4 submissions, 4 answered this question.',
  'The answers were: Yes: 4 (Chile, Egypt, Italy and Kenya); No: none.',
  'the answers add up to 1,334; the least is 12, the middle value 36 and the greatest 1,250.',
] as const
