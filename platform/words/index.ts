/** The door of words: message files spoken, and the troubles of a machine said in sentences. Knows no module. */
export { messagesIn, perLanguage, wordsIn } from './folder.ts'
export { type Speak, speakFrom } from './speak.ts'
export { troubleInWords } from './trouble.ts'
