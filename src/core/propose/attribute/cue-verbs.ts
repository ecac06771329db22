/** What a verb of saying does. */
export interface CueVerb {
  readonly lemma: string;
  /** May stand beside a quoted passage: “…,” she said. */
  readonly direct: boolean;
  /** Takes a clause with “that”. */
  readonly that: boolean;
  /** Takes a clause without “that”: she said he knew. */
  readonly bare: boolean;
  /** Whom it is said to stands right behind it: told reporters. */
  readonly addressee: boolean;
  /** Takes a question: asked whether. */
  readonly whether: boolean;
  /** Takes a few quoted words for something: called it “…”. */
  readonly naming: boolean;
  /** Says by itself that it was written. */
  readonly writing: boolean;
  /** Things say it too: a letter reads, a survey finds. */
  readonly things: boolean;
  /** Its present tense is a noun as well: claims, reports. */
  readonly noun: boolean;
  /** Of what somebody holds in the mind: believes. */
  readonly belief: boolean;
  /** Of another language: only beside quoted passages. */
  readonly foreign: boolean;
}

/** How a form of a verb stands in its sentence. */
export interface CueForm {
  readonly verb: CueVerb;
  readonly form: 'base' | 'present' | 'past' | 'ing';
}

const FLAGS: Readonly<Record<string, Exclude<keyof CueVerb, 'lemma'>>> = {
  d: 'direct',
  t: 'that',
  b: 'bare',
  p: 'addressee',
  w: 'whether',
  f: 'naming',
  r: 'writing',
  h: 'things',
  n: 'noun',
  m: 'belief',
  x: 'foreign',
};

/** Base, third person, past and -ing forms, then flags; regular forms are left out. */
const ENGLISH = `
say says said saying dtbh
tell tells told telling dtbp
write writes wrote,written writing dtbr
add adds added adding dt
ask asks asked asking dwp
answer dtn
announce dtb
argue dtb
state dtnh
insist dtb
warn dtbp
explain dt
note noted dtn
observe dt
admit admits admitted admitting dtb
acknowledge dtb
concede dtb
confirm dtb
declare dtb
complain dt
conclude dth
contend dt
maintain dt
allege dtb
assert dt
suggest dtbh
recall dt
remark dtn
reply replies replied replying dt
respond dt
retort dt
report dtn
reveal dt
disclose t
stress dtn
emphasise dt
emphasize dt
predict dtb
promise dtbn
pledge tn
vow dt
testify testifies testified testifying dtb
tweet dtrn
post dr
joke dtn
quip quips quipped quipping dt
cry cries cried crying dn
shout dtn
whisper dtn
yell dn
scream dn
murmur d
mutter d
sigh d
exclaim d
snap snaps snapped snapping dn
boast dtn
brag brags bragged bragging dt
lament dt
continue d
repeat dt
read reads read reading dh
agree dt
think thinks thought thinking dtbm
believe tbm
hope tbmn
fear tmn
feel feels felt feeling tm
worry worries worried worrying tm
doubt tmn
find finds found finding th
show shows showed,shown showing th
indicate th
estimate tbhn
deny denies denied denying td
demand dtn
recommend t
propose t
rule t
claim dtbn
inform tp
assure dtp
remind dtp
comment dn
urge d
protest dtn
object dtn
counter dtn
plead d
beg begs begged begging d
muse d
reason dtn
reckon dtb
swear swears swore swearing dtb
threaten dt
interject d
interrupt d
sneer dn
bark dn
grumble dtn
groan dn
moan dtn
sob sobs sobbed sobbing dn
laugh dn
chuckle dn
deadpan deadpans deadpanned deadpanning dn
gasp dn
tease d
hint tn
imply implies implied implying th
clarify clarifies clarified clarifying dt
elaborate d
caution dtn
advise dt
recount dt
chant dn
sing sings sang singing dn
text dtr
email drn
volunteer d
venture d
guess dtn
order dn
instruct d
stipulate t
determine t
opine dt
accuse f
call f
describe f
label labels labelled,labeled labelling f
dub dubs dubbed dubbing f
denounce f
dismiss f
decry decries decried decrying f
brand f
condemn f
praise f
hail f
mock f
ridicule f
`;

/** Verbs of other languages, each form on its own: only beside quoted passages. */
const FOREIGN =
  'sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint berichtete berichtet schrieb schreibt ' +
  'fragte fragt antwortete antwortet warnte warnt kritisierte kritisiert forderte fordert twitterte erzählte erzählt versicherte versichert ' +
  'dit déclaré déclare affirme affirmé explique expliqué ajoute ajouté écrit demande demandé répond répondu raconte raconté ' +
  'dijo dice afirmó declaró explicó añadió aseguró señaló escribió preguntó respondió ' +
  'disse dichiarato spiegato aggiunto afirmou declarou explicou ' +
  'zei zegt vertelde schreef vroeg sa säger sade sier siger';

const forms = new Map<string, CueForm[]>();

function put(word: string, entry: CueForm): void {
  const there = forms.get(word);
  if (there) there.push(entry);
  else forms.set(word, [entry]);
}

for (const row of ENGLISH.trim().split('\n')) {
  const words = row.split(' ');
  const lemma = words[0]!;
  const flags = words.at(-1)!;
  const given = words.slice(1, -1);
  const verb = { lemma } as Record<string, unknown>;
  for (const [letter, name] of Object.entries(FLAGS)) verb[name] = flags.includes(letter);
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const full = given.length === 3;
  const third = full ? given[0]! : `${lemma}${/(?:s|sh|ch|x)$/u.test(lemma) ? 'es' : 's'}`;
  const past = full ? given[1]!.split(',') : [`${stem}ed`];
  const entry = verb as unknown as CueVerb;
  put(lemma, { verb: entry, form: 'base' });
  put(third, { verb: entry, form: 'present' });
  for (const word of past) put(word, { verb: entry, form: 'past' });
  put(full ? given[2]! : `${stem}ing`, { verb: entry, form: 'ing' });
}

for (const word of FOREIGN.split(' ')) {
  const nothing = Object.fromEntries(Object.values(FLAGS).map((name) => [name, false]));
  const writing = /^(?:schr|écri|escri)/u.test(word);
  const verb = { ...nothing, lemma: word, direct: true, foreign: true, writing } as unknown as CueVerb;
  put(word, { verb, form: 'past' });
}

/** The forms that a word, in lower case, may be of verbs of saying; “read” and “found” are told apart by use. */
export function cueForms(word: string): readonly CueForm[] {
  return forms.get(word) ?? [];
}
