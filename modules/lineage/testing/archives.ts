/** Resolutions made up for tests: three of one series, every second year, and one of another that takes words over. */

const sheet = (number: string, title: string, day: string, paragraphs: readonly string[]): string =>
  [
    `E/RES/${number}`,
    `${number}. ${title}`,
    'The Economic and Social Council,',
    ...paragraphs,
    `46th plenary meeting\n\n${day}`,
  ].join('\n\n')

const recalling =
  'Recalling that the archives of the Organization hold the memory of peoples and of the decisions taken in their name,'
const asksReport = (year: string) =>
  `Requests the Secretary-General to report to the Economic and Social Council at its substantive session of ${year} on the care of archives in the field and at Headquarters.`
const asksStates =
  'Invites Member States to open the archives of their delegations to readers after thirty years, subject to national law;'
const asksPaper =
  'Requests the Secretary-General to print the registers of the archives on paper that lasts for two hundred years;'
const asksOffice =
  'Requests the United Nations Office on Drugs and Crime to train the keepers of archives in least developed countries, upon request and subject to the availability of extrabudgetary resources;'

export const archives = {
  first: sheet('2010/5', 'Care of archives', '22 July 2010', [
    recalling,
    `1. ${asksStates}`,
    `2. ${asksPaper}`,
    `3. ${asksReport('2012')}`,
  ]),
  second: sheet('2012/7', 'Care of archives', '26 July 2012', [
    'Recalling its resolution 2010/5 of 22 July 2010,',
    recalling,
    `1. ${asksStates}`,
    `2. ${asksOffice}`,
    `3. ${asksReport('2014')}`,
  ]),
  third: sheet('2014/3', 'Care of archives', '14 July 2014', [
    'Recalling its resolution 2012/7 of 26 July 2012,',
    recalling,
    `1. ${asksStates.replace('thirty', 'twenty')}`,
    `2. ${asksOffice}`,
    `3. ${asksReport('2016')}`,
  ]),
  other: sheet('2013/9', 'Training in public administration', '25 July 2013', [
    'Mindful of the importance of training for those who serve the public in every country,',
    '1. Welcomes the efforts of schools of administration to open their courses to women and men from all regions;',
    `2. ${asksOffice.replace('least developed countries', 'small island developing States')}`,
  ]),
} as const
