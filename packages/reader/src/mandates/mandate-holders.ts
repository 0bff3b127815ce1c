import type { ActorName } from './actor-name.ts'

const list = (text: string): readonly string[] => text.split(' | ')
const expert = (name: string, aliases: readonly string[], shortened: readonly string[]): ActorName => ({
  name,
  class: 'other',
  aliases,
  shortened,
  speaks: [],
})

/** Titles of thematic mandates after "Special Rapporteur"; mandates on a country are made of the names of States. */
const rapporteurs = list(
  'on the promotion and protection of human rights and fundamental freedoms while countering terrorism | on the human rights of internally displaced persons | on freedom of religion or belief | on trafficking in persons, especially women and children | on violence against women and girls, its causes and consequences | on violence against women, its causes and consequences | on extrajudicial, summary or arbitrary executions | on torture and other cruel, inhuman or degrading treatment or punishment | on the independence of judges and lawyers | on the promotion and protection of the right to freedom of opinion and expression | on the rights to freedom of peaceful assembly and of association | on the situation of human rights defenders | on the human rights to safe drinking water and sanitation | on the human right to safe drinking water and sanitation | on the right to food | on the right to education | on the right to development | on the right to privacy | on the right of everyone to the enjoyment of the highest attainable standard of physical and mental health | on adequate housing as a component of the right to an adequate standard of living, and on the right to non-discrimination in this context | on extreme poverty and human rights | on the rights of indigenous peoples | on the rights of persons with disabilities | on the human rights of migrants | on minority issues | on contemporary forms of racism, racial discrimination, xenophobia and related intolerance | on contemporary forms of slavery, including its causes and consequences | on the sale of children, child prostitution and child pornography | on the sale, sexual exploitation and sexual abuse of children | on the negative impact of unilateral coercive measures on the enjoyment of human rights | on the promotion of truth, justice, reparation and guarantees of non-recurrence | on the implications for human rights of the environmentally sound management and disposal of hazardous substances and wastes | on toxics and human rights | on the promotion and protection of human rights in the context of climate change | on the human right to a clean, healthy and sustainable environment | on the elimination of discrimination against persons affected by leprosy and their family members | in the field of cultural rights',
)
const independentExperts = list(
  'on human rights and international solidarity | on the promotion of a democratic and equitable international order | on the enjoyment of all human rights by older persons | on the enjoyment of human rights by persons with albinism | on protection against violence and discrimination based on sexual orientation and gender identity | on the effects of foreign debt and other related international financial obligations of States on the full enjoyment of all human rights, particularly economic, social and cultural rights | on the issue of human rights obligations relating to the enjoyment of a safe, clean, healthy and sustainable environment',
)
const workingGroups = list(
  'on Arbitrary Detention | on Enforced or Involuntary Disappearances | on the issue of human rights and transnational corporations and other business enterprises | on discrimination against women and girls | on the use of mercenaries as a means of violating human rights and impeding the exercise of the right of peoples to self-determination',
)
const treatyBodies = list(
  'Committee on the Rights of the Child | Committee against Torture | Human Rights Committee | Committee on Economic, Social and Cultural Rights | Committee on the Elimination of Racial Discrimination | Committee on the Rights of Persons with Disabilities | Committee on Enforced Disappearances | Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families | Subcommittee on Prevention of Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment',
)
const representatives = list(
  'for Children and Armed Conflict | on Sexual Violence in Conflict | on Violence against Children | on violence against children',
)

/**
 * Experts with a mandate of a human rights body and the bodies of experts under treaties, by the names their founding
 * resolutions and treaties give them. Their titles hold commas and "and", which only a list of names can tell apart.
 */
export const mandateHolders: readonly ActorName[] = [
  ...rapporteurs.map((on) => expert(`Special Rapporteur ${on}`, [], ['Special Rapporteur'])),
  ...independentExperts.map((on) => expert(`Independent Expert ${on}`, [], ['Independent Expert'])),
  ...workingGroups.map((on) => expert(`Working Group ${on}`, [], ['Working Group'])),
  ...treatyBodies.map((name) => expert(name, [], ['Committee'])),
  ...representatives.map(
    (title): ActorName => ({
      name: `Special Representative of the Secretary-General ${title}`,
      class: 'secretariat_entity',
      aliases: [`Special Representative of the Secretary General ${title}`],
      shortened: ['Special Representative'],
      speaks: [],
    }),
  ),
  {
    name: 'Working Group on Children and Armed Conflict',
    class: 'intergovernmental_body',
    aliases: [],
    shortened: ['Working Group'],
    speaks: [],
  },
]
