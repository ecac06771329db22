/** Small words of English that the rules look for; all in lower case. */

const set = (words: string) => new Set(words.trim().split(/\s+/u));

export const PRONOUNS = set('he she they it we i you');

export const DETERMINERS = set(`
the a an this that these those his her its their our my your whose
one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands
some many several most both few all each every another other others no any more neither either multiple various
der die das ein eine le la les un une el los las il lo het een den det`);

/** Words that carry a verb: with one of them a stretch of words is a clause. */
export const AUXILIARIES = set(`
is are was were be been being am has have had having do does did will would can could may might must shall should
isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t shouldn’t
isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't cannot`);

/** Past tenses that do not end in -ed, and a few presents, as far as they are common in reports. */
export const IRREGULAR = set(`
went came took made left knew got gave saw ran fell began kept told said met lost held brought thought found felt stood
heard let meant paid put sat sent set spoke spent broke built bought caught chose cut drew drove fought flew forgot
grew hit hurt led lay rose sang sank sold shot shut slept stole struck swam taught threw understood woke wore won wrote
knows needs wants means makes takes goes comes gets gives keeps looks seems feels lies stands runs works lives plans
need want mean make take go come get give keep look seem feel know`);

/** May stand between a subject and its verb. */
export const BETWEEN = set(`
also later then now once never not repeatedly already still just even often first finally again always only ever
has have had having would will could can may might must did does do reportedly angrily quietly both all himself herself
themselves itself hat haben ont`);

/** Begin a clause of their own: what stands before them belongs to another. */
export const SUBORDINATORS = set(`
that while but because although though whereas if when where which who whom whose as since until unless before after than so
and or nor yet how why what whether`);

/** Open a sentence and say nothing of its subject. */
export const CONNECTORS = set(`
but and yet so still then now meanwhile however later even instead moreover also thus therefore nevertheless today
yesterday tomorrow afterwards finally eventually recently earlier soon again indeed perhaps maybe only just well`);

export const PREPOSITIONS = set(`
in on at to from by for with of about after before during under over against between through into onto amid among outside
inside near beside behind beyond within without across along around since until via upon off despite per as like than
for von aus im zu de du des dans en
am an auf bei beim mit nach vor zum zur gegen über unter dem den chez pour avec sur`);

/** Join two nouns to one: a lawyer for the family, analysts at the bank. */
export const NOUN_JOINTS = set('of for at from in with to on by behind against near de du des von der');

export const DAYS = set('monday tuesday wednesday thursday friday saturday sunday');

export const MONTHS = set(`
january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep
oct nov dec`);

export const TIMES = set(`
yesterday today tomorrow tonight earlier later recently afterwards afterward once again now then last next this week month
year night morning afternoon evening spring summer autumn winter weekend ago since noon midnight`);

/** Words that a name does not begin with though they stand in capitals at the head of a sentence. */
export const NO_NAME = set(`
the a an in on at by for from with to of and but or nor yet so as if when while after before since until although though
because however meanwhile still then now later today yesterday tomorrow tonight here there this that these those it he she
they we i you his her its their our my your what who why how where which whose some many most all both each every few
several another other others one two three four five six seven eight nine ten eleven twelve no not only even just also
instead perhaps maybe once first second third last next early late more than whether yes never nobody everyone everybody
anyone anybody someone somebody nothing something everything none according asked speaking during under over between through
into about against amid among despite without within across around like unlike is are was were be been do does did has have
had can could will would should may might must let please thank thanks dear sorry hello oh well ok okay me us him them
former ex acting outgoing late new old young breaking update exclusive opinion photo photos image video read watch see
click related advertisement source sources says said inside outside behind beyond near above below such same any too very
very right indeed again already almost always often sometimes usually finally suddenly recently eventually earlier
if unless whenever wherever whatever whoever until till where there’s it’s he’s she’s that’s what’s here’s i’m i’ve
we’re they’re don’t didn’t der die das ein eine und aber le la les un une et mais el los las il
er es wir ihr ich sie sein seine ihre dieser diese dieses laut nach bei mit für auf im am zum zur wenn weil dass doch auch noch nur
schon wie wer wo elle nous vous ce cette selon pour dans ils elles`);
