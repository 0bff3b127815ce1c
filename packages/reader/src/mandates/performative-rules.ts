import type { Force } from './clause.ts'
import type { Rule } from './rule.ts'

/**
 * What a performative verb of an organ is followed by. `strong` verbs are hardly ever anything else in a resolution,
 * so that "and" without a comma is enough in front of them; the others are nouns or verbs of relative clauses as often.
 */
export interface Performative {
  readonly force: Force
  readonly strong: boolean
  /** Whether somebody is asked to do something: the words after the verb are parsed for addressees. */
  readonly asks: boolean
}

const row = (
  name: string,
  force: Force,
  pattern: RegExp,
  example: string,
  { strong = false, asks = force === 'request' || force === 'call' || force === 'recommendation' } = {},
): Rule<Performative> => ({
  id: `en.performative.${name}`,
  language: 'en',
  pattern,
  meaning: { force, strong, asks },
  example,
})

/** What may stand between the parts of a fixed complement: "Calls once again upon". */
const again = String.raw`(?: (?:also|further|again|once again|once more|strongly))?`
const withFeeling = String.raw`(?: (?:with|in) (?:(?:great|deep|utmost|particular|serious|grave|profound|keen|sincere) )*(?:appreciation|satisfaction|interest|concern|regret|gratitude|alarm|approval)(?: and (?:satisfaction|interest|concern|appreciation))?)?`
const re = (source: string) => new RegExp(`^(?:${source})(?![\\w'-])`, 'i')

/**
 * Guideline, "Force". Longest rows first: the first that fits decides. Patterns are tried at a word, adverbs before it
 * being taken off; they are written in the present tense, `performativeAt` also tries the past ("Decided").
 */
export const performativeRules: readonly Rule<Performative>[] = [
  row(
    'decides-to-ask',
    'recommendation',
    re(`decides${again} to (?:invite|encourage|recommend)`),
    'Decides to invite States to act',
    { strong: true },
  ),
  row(
    'decides-to-request',
    'request',
    re(`decides${again} to (?:request|instruct|mandate|task)`),
    'Decides to request the Secretariat to act',
    { strong: true },
  ),
  row(
    'decides-to-call',
    'call',
    re(`decides${again} to (?:call upon|call on|urge|appeal to)`),
    'Decides to call upon States to act',
    { strong: true },
  ),
  row(
    'reiterates-request',
    'request',
    re(`(?:reiterates|renews|repeats|reaffirms)${again} (?:its|the) (?:previous |earlier )?requests?`),
    'Reiterates its request to the Secretariat to act',
    { strong: true },
  ),
  row(
    'reiterates-call',
    'call',
    re(`(?:reiterates|renews|repeats|reaffirms)${again} (?:its|the) (?:\\w+ )?(?:calls?|appeals?|demands?)`),
    'Reiterates its call upon States to act',
    { strong: true },
  ),
  row(
    'reiterates-invitation',
    'recommendation',
    re(`(?:reiterates|renews|repeats|reaffirms)${again} (?:its|the) (?:recommendations?|invitations?|encouragement)`),
    'Reiterates the invitation to Member States to give',
    { strong: true },
  ),
  row(
    'renews-commitment',
    'recognition',
    re(
      `(?:renews|reiterates|repeats|reaffirms)${again} (?:its|the) (?:\\w+ ){0,2}(?:commitments?|determination|resolve|readiness|willingness|solidarity|conviction|appreciation|gratitude|condemnation)`,
    ),
    'Renews its commitment to strengthening cooperation',
    { strong: true },
  ),
  row('its-request', 'request', re('its requests?'), 'its request to the Office to act'),
  row('its-call', 'call', re('its (?:calls?|appeal)'), 'its call upon States to act'),
  row(
    'its-invitation',
    'recommendation',
    re('its (?:recommendations?|invitations?)'),
    'its invitation to States to act',
  ),
  row(
    'calls-attention',
    'recognition',
    re('(?:calls|draws)(?: the)? attention'),
    'Draws the attention of States to the annex',
    { strong: true },
  ),
  row(
    'continues-to-recognize',
    'recognition',
    re(
      'continues to (?:acknowledge|note|emphasi[sz]e|stress|support|welcome|recogni[sz]e|express|underline|endorse|commend|affirm)',
    ),
    'Continues to acknowledge the importance of the articles',
    { strong: true },
  ),
  row(
    'continues-to-call',
    'call',
    re('continues to (?:call upon|call on|urge|appeal to)'),
    'Continues to urge States to act',
    {
      strong: true,
    },
  ),
  row(
    'continues-to-encourage',
    'recommendation',
    re('continues to (?:encourage|invite|recommend)'),
    'Continues to encourage States to act',
    { strong: true },
  ),
  row('calls-upon', 'call', re(`calls${again}(?:,[^,]{1,90},)? (?:upon|on)`), 'Calls upon Member States to act', {
    strong: true,
  }),
  row('calls-for', 'call', re(`calls${again}(?:,[^,]{1,90},)? for`), 'Calls for the full implementation of the Plan', {
    strong: true,
  }),
  row('appeals', 'call', re('appeals'), 'Appeals to all States to contribute'),
  row('urges', 'call', re('urges'), 'Urges Member States to act', { strong: true }),
  row('demands', 'call', re('demands'), 'Demands that all parties comply'),
  row('requests', 'request', re('requests'), 'Requests the Secretary-General to report', { strong: true }),
  row('directs', 'request', re('(?:directs|instructs|mandates|tasks|asks|entrusts)'), 'Instructs the Committee to act'),
  row('encourages', 'recommendation', re('encourages'), 'Encourages States to act', { strong: true }),
  row('invites', 'recommendation', re('invites'), 'Invites States to act', { strong: true }),
  row('recommends', 'recommendation', re('(?:recommends|suggests|proposes)'), 'Recommends that the number be limited'),
  row(
    'takes-note',
    'recognition',
    re(`takes${again} note${again}${withFeeling}`),
    'Takes note with appreciation of the report',
    { strong: true },
  ),
  row('takes-into-account', 'recognition', re('takes into (?:account|consideration)'), 'Takes into account the report'),
  row('looks-forward', 'recognition', re(`looks${again} forward`), 'Looks forward to its work', { strong: true }),
  row(
    'expresses',
    'recognition',
    re(
      String.raw`expresses${again}(?:, [^,]{2,30},)? (?:(?:once again|its|the|deep|great|grave|serious|sincere|profound|strong|full|particular|special|continued|continuing|further|warm|heartfelt|utmost|firm|extreme|strongest|deepest) )*(?:appreciation|gratitude|thanks|concern|regret|support|satisfaction|awareness|hope|conviction|commitment|readiness|willingness|determination|intentions?|intent|alarm|outrage|solidarity|disappointment|dismay|sympathy|condolences|recognition|belief|confidence|expectation|condemnation|interest|view|wish)`,
    ),
    'Expresses its deep concern at the crisis',
    { strong: true },
  ),
  row(
    'pays-tribute',
    'recognition',
    re(
      '(?:pays tribute|gives|raises|refers|indicates|points out|remains (?:\\w+ )?(?:concerned|convinced|committed)|commits itself|recommits itself)',
    ),
    'Pays tribute to the staff',
  ),
  row(
    'thanks',
    'recognition',
    re('(?:thanks|commends|congratulates|praises|applauds|salutes|appreciates)'),
    'Commends the Government of Kenya',
    { strong: true },
  ),
  row('reminds', 'recognition', re('reminds'), 'Reminds all parties of their duties'),
  row(
    'deplores',
    'recognition',
    re('(?:deplores|warns|condemns|denounces|rejects|regrets)'),
    'Condemns all acts of reprisal',
  ),
  row(
    'stresses',
    'recognition',
    re(
      `(?:stresses|emphasi[sz]es|underlines|underscores|highlights|reaffirms|re-?emphasi[sz]es|reconfirms|recalls|welcomes|recogni[sz]es|acknowledges|affirms|notes|reiterates)${again}${withFeeling}`,
    ),
    'Stresses the importance of evaluation',
    { strong: true },
  ),
  row(
    'supports',
    'recognition',
    re(
      '(?:supports|considers|commits|recommits|confirms|pledges|undertakes|values|realizes|asserts|anticipates|believes|shares|concludes|declares (?:its|the) support|extends its (?:\\w+ )?(?:appreciation|gratitude|thanks))',
    ),
    'Supports the work of the Office',
  ),
  row('decides', 'decision', re(`(?:decides|resolves)`), 'Decides to remain seized of the matter', { strong: true }),
  row('authorizes', 'decision', re('(?:authori[sz]es|empowers)'), 'Authorizes the Secretary-General to act', {
    asks: true,
  }),
  row(
    'adopts',
    'decision',
    re(
      '(?:adopts|approves|endorses|establishes|agrees|accepts|concurs|appoints|elects|designates|proclaims|declares|determines|extends|amends|confers|terminates|dissolves|takes|sets|renews|continues|requires|brings|strengthens)',
    ),
    'Adopts the Agenda for Development',
  ),
]

/** Adverbs of manner and of sequence that belong to the verb as written (guideline, clause rule 7). */
export const adverb =
  /^(?:also|further|furthermore|again|strongly|urgently|solemnly|firmly|warmly|deeply|highly|fully|greatly|particularly|especially|once again|once more|equally|categorically|unequivocally|explicitly|reiteratively|likewise|vehemently|utterly|unreservedly|earnestly|respectfully|kindly|finally) /i

/** Connectives that stand before a performative and are no part of it. */
export const connective =
  /(?:\b(?:therefore|thus|accordingly|hence|consequently|moreover|in addition|additionally|(?:in|with) (?:this|that) (?:regard|context|connection|respect|sense|light|spirit)|in these regards|to (?:this|that|these|those) (?:end|ends|effect)|for (?:this|that|these|those) purposes?|as such|in particular|inter alia|at the same time|as a result|in doing so|as a consequence|on that basis|on this basis|in that vein|in this vein))[, ]*$/i
