import type { GrantedRole } from '#platform/access'
import { fieldOf, SelectField, TextField, useWords } from '#web'

const roles: readonly GrantedRole[] = ['focal-point', 'officer', 'evaluator', 'administrator']

/** The role a form names; a focal point where it names none, which is refused without an actor. */
export const roleFrom = (form: FormData): GrantedRole =>
  roles.find((role) => role === fieldOf(form, 'role')) ?? 'focal-point'

interface RoleFieldsProps {
  readonly actor: string
  readonly unit: string
  readonly fault: string | undefined
}

/** Which role, and for a focal point whose and where. */
export function RoleFields({ actor, unit, fault }: RoleFieldsProps) {
  const words = useWords()
  const options = roles.map((value) => ({ value, text: words(`parties.role.${value}`) }))
  return (
    <>
      <SelectField name="role" options={options} label={words('people.role-field')} />
      <TextField
        name="actor"
        defaultValue={actor}
        autoComplete="off"
        label={words('people.actor')}
        help={words('people.actor-help')}
        fault={fault}
      />
      <TextField
        name="unit"
        defaultValue={unit}
        autoComplete="off"
        label={words('people.unit')}
        help={words('people.unit-help')}
      />
    </>
  )
}
