import type { Permission } from '#platform/access'

/** Who may do what with people. Roles of an administrator are those of everybody and stand for themselves. */
const rows = {
  seePeople: { act: 'parties.see-people', roles: ['administrator', 'officer', 'focal-point'] },
  invitePerson: { act: 'parties.invite-person', roles: ['administrator', 'focal-point'] },
  grantRole: { act: 'parties.grant-role', roles: ['administrator'] },
  endGrant: { act: 'parties.end-grant', roles: ['administrator', 'focal-point'] },
  closePerson: { act: 'parties.close-person', roles: ['administrator'] },
  giveLink: { act: 'parties.give-link', roles: ['administrator'] },
  becomeAdministrator: { act: 'parties.become-administrator', roles: ['public'] },
  requestLink: { act: 'parties.request-link', roles: ['public'] },
  signIn: { act: 'parties.sign-in', roles: ['public'] },
  signOut: { act: 'parties.sign-out', roles: ['person'] },
  changeAccount: { act: 'parties.change-account', roles: ['person'] },
  addPasskey: { act: 'parties.add-passkey', roles: ['person'] },
  removePasskey: { act: 'parties.remove-passkey', roles: ['person'] },
} as const satisfies Readonly<Record<string, Permission>>

export const permissions: Readonly<Record<keyof typeof rows, Permission>> = rows

/** Acts that leave an entry; seeing people leaves none, nor does asking for a link: that would tell who is known. */
export const peopleActs: readonly string[] = Object.values(rows)
  .map(({ act }) => act)
  .filter((act) => act !== rows.seePeople.act && act !== rows.requestLink.act)
