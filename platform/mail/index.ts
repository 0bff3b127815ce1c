/** The door of mail: letters posted in the transaction of an act, delivered by a job. Knows no module. */
export { deliveryJob } from './deliver.ts'
export { openMail } from './mail.ts'
export {
  isMailAddress,
  type Letter,
  type LetterState,
  type Mail,
  type OutboxEntry,
  type OutboxLetter,
  type Posted,
  readOutbox,
} from './message.ts'
export { type MailAddress, MailRefusal, mailAddress } from './sender.ts'
