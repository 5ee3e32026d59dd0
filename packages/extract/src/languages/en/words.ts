const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export const determiners = set(
  'the a an this that these those his her its their our my your some any every each no another both several many few most all one two three four five six seven eight nine ten other such',
)
export const prepositions = set(
  'of at from for with in on by to about into over under between among through during after before against across around behind beyond near off onto out outside per since throughout toward towards until upon via within without despite like as amid alongside including regarding concerning inside',
)
export const pronouns = set(
  'i we you he she it they who which that one everyone someone nobody anyone somebody everybody others',
)
/** Pronouns that stand as the object of a verb. */
export const objectPronouns = set('me us you him her it them reporters')
export const firstPersons = set('i we me us my our')
export const relatives = set('who which that whom whose')
export const auxiliaries = set(
  "is are was were be been being am has have had having do does did will would can could may might shall should must 's 've 'd 'll 're 'm ain't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't to get gets got",
)
export const passives = set("is are was were be been being am isn't aren't wasn't weren't")
export const negations = set(
  "not never n't no isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't hardly",
)
/** Adverbs that stand between a subject and its verb, or after the verb. */
export const adverbs = set(
  'also later then now recently repeatedly previously once never not just only still already again even often sometimes always first further thus therefore simply soon long ever once yesterday today tomorrow tonight afterwards afterward instead moreover bluntly flatly jokingly initially originally finally eventually meanwhile too earlier since then there here back aloud quietly',
)
/** Words in -ly that are no adverbs. */
export const notAdverbs = set(
  'family ally reply july italy assembly supply bully rally tally folly jelly emily sally kelly billy molly holly lily anomaly monopoly ugly only fly butterfly elderly daily weekly monthly early',
)
export const conjunctions = set(
  'and or but nor yet so although though while whereas because if when unless whether',
)
export const subordinators = set('although though while whereas because unless when as after before since if')
export const days = set(
  'monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun.',
)
export const months = set(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.',
)
/** Verbs that are common in news and report nothing; they end a noun phrase. */
export const plainVerbs = set(
  'came went took made gave got put ran won lost left met led held stood sat fell rose grew became began kept let spent paid sent built brought bought sold saw knew drove wore broke chose drew ate flew forgot hid hit hurt laid lay rode sang shot sought spoke stuck struck taught threw wore woke ' +
    'come comes go goes take takes make makes give gives gets puts run runs win wins lose loses leave leaves meet meets lead leads stand stands sit sits fall falls rise rises grow grows become becomes keep keeps lets spend spends pay pays send sends bring brings buy buys sell sells speak speaks live lives ' +
    'use uses used need needs needed help helps helped work works worked try tries tried seem seems seemed appear appears appeared remain remains remained include includes included serve serves served face faces faced turn turns turned start starts started stop stops stopped refuse refuses refused decline declines declined plan plans planned agree agrees agreed support supports supported oppose opposes opposed back backs backed endorse endorses endorsed attack attacks attacked defend defends defended accept accepts accepted receive receives received follow follows followed join joins joined return returns returned raise raises raised cut cuts set sets',
)
export const titles = set(
  'mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. professor sir dame lord lady sen sen. senator senators rep rep. reps. sens. representative congressman congresswoman gov gov. governor president vice chancellor premier prime minister secretary general gen gen. lt lt. lieutenant col col. colonel maj maj. major capt capt. captain cmdr. commander sgt sgt. sergeant adm. admiral judge justice mayor councillor cllr councilor alderman rev rev. reverend father sister brother bishop archbishop cardinal pope imam rabbi king queen prince princess duke duchess ambassador chairman chairwoman chair speaker leader director chief executive officer deputy attorney commissioner superintendent inspector detective constable officer minister mp former ex-president ex acting spokesman spokeswoman spokesperson president-elect candidate nominee coach manager author analyst economist strategist democratic republican gop conservative labour liberal house senate majority minority whip foreign defense defence finance interior health education justice treasury home state press counsel',
)
export const honorifics = set(
  'mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. sir dame lord lady rev rev. messrs',
)
export const men = set(
  'mr mr. sir lord father brother congressman chairman spokesman king prince duke his himself',
)
export const women = set(
  'mrs mrs. ms ms. miss dame lady sister congresswoman chairwoman spokeswoman queen princess duchess her herself',
)
/** Things that are written: what they say their issuer says. */
export const documents = set(
  'paper report study survey poll statement letter document documents note memo memorandum book email e-mail mail article essay editorial column filing lawsuit complaint indictment affidavit ruling opinion review analysis assessment audit brief bulletin blog post tweet message log manifesto petition press release advisory dossier transcript testimony website page ad advertisement bill resolution order plan proposal guideline guidelines findings research data figures statistics polls reports studies surveys records',
)
/** Bodies that speak. */
export const bodies = set(
  'company firm government ministry department agency office bank university institute association council committee commission board court police party union group organization organisation team campaign administration foundation fund coalition alliance church school hospital authority bureau center centre club federation league network newspaper magazine outlet parliament congress senate house embassy army military navy force service trust charity society corporation plc inc company ltd guild academy forum mission secretariat treasury guard command house cabinet regime kremlin pentagon white',
)
/** Nouns of people nobody names. */
export const people = set(
  'official officials expert experts source sources spokesman spokeswoman spokesperson spokespeople spokesmen aide aides critics critic supporters supporter analyst analysts observers observer activists activist lawyers lawyer attorney attorneys prosecutors prosecutor investigators investigator researchers researcher scientists scientist economists economist doctors doctor residents resident witnesses witness voters voter people person man woman men women insiders insider advisers adviser advisors advisor lawmakers lawmaker senators senator members member leaders leader campaigners campaigner authorities police republicans democrats conservatives liberals opponents opponent advocates advocate journalists journalist reporters reporter protesters protester students student teachers teacher parents parent mother father son daughter brother sister wife husband nephew niece friend friends neighbour neighbor neighbours neighbors colleague colleagues boss minister president chairman chairwoman chair director manager worker workers employee employees owner owners diplomats diplomat historians historian scholars scholar pundits commentators some many others both most several few',
)
export const spokespeople = set('spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons')
export const lawyers = set('lawyer lawyers attorney attorneys solicitor barrister counsel')

export const singularMan = set('he him his')
export const singularWoman = set('she her hers')

/** A word that looks like a verb in the past or an -ing form; rough, for ending noun phrases. */
export function looksVerbal(lower: string): boolean {
  return plainVerbs.has(lower) || (auxiliaries.has(lower) && lower !== "'s")
}
