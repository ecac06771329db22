/** Passages as papers print them, written after the rules to see what these do not know. Notation: read-cases.ts. */
export const REPORTS = `
# dev: a court report
A jury took less than an hour to clear Malcolm Reeve of arson. {1 “I have waited three winters for this,”} [1 Reeve], 44, <1 told> reporters on the steps of the court. His lawyer, Priya Nand, called for a review. {2 “There was never any evidence,”} [2 she] <2 said>.
= direct Malcolm Reeve; direct Priya Nand

# held: a court report, the judge and the widow
Judge Aurelia Stone gave both men four years. {1 “You left a man to drown because it was convenient,”} [1 she] <1 told> them. The victim’s widow, Hettie Crane, wept. {2 “Four years is not long,”} [2 Mrs. Crane] <2 said> outside.
= direct Aurelia Stone; direct Hettie Crane

# dev: sports
Coach Dario Venn would hear none of it. {1 “We lost the ball and we lost our heads,”} [1 he] <1 said>. {1 “In that order.”} [2 Captain Luis Ferro] <2 agreed> that {2 the second goal was a gift}.
= direct Dario Venn; indirect Luis Ferro

# held: sports, a goalkeeper
Goalkeeper [1 Anton Brill], who saved two penalties, <1 said> {1 “I closed my eyes for the first one.”}
= direct Anton Brill

# dev: politics, two camps
[1 The prime minister] <1 insisted> on Thursday that {1 there would be no second vote}. Opposition leader [2 Clara Weiss] <2 dismissed> that as {2 “whistling in the dark.”}
= indirect -; direct Clara Weiss

# held: politics, a spokesman
[1 A spokesman for Senator Ortiz] declined to comment, <1 saying> only that {1 the letter had been received}.
= indirect -

# dev: science
{1 The glacier lost nine metres last summer, more than in any year on record}, <1 according to> [1 a paper by Swiss researchers].
= indirect -

# held: science, the lead author
{1 “We did not believe the numbers at first,”} <1 says> [1 Yuki Tanabe], the lead author, who spent two years on the ice.
= direct Yuki Tanabe

# dev: a feature
The old man puts down his net. {1 “You want to know about the sea?”} [1 he] <1 asks>. {1 “Ask the ones who did not come back.”}
= direct -

# held: a feature, reported thought
Marit has thought about leaving. But [1 she] <1 says> {1 the house would not forgive her}.
= indirect Marit

# dev: business
[1 Kestrel] <1 said> {1 it expects to cut 400 jobs by spring}. {2 “These are painful but necessary steps,”} chief executive [2 Ron Aldous] <2 wrote> in a memo to staff seen by the Gazette.
= indirect Kestrel; direct Ron Aldous

# held: business, analysts
[1 Analysts] <1 say> {1 the worst is over}, but [2 Mei Tan] of Corvid Capital <2 warns> that {2 debt is “a sleeping dog.”}
= indirect -; mixed Mei Tan

# dev: a quarrel on the radio
Asked on local radio whether he would resign, [1 the minister] <1 replied>: {1 “Ask me again when the sun comes up.”}
= direct -

# held: a quarrel in the chamber
{1 “Shame!”} <1 shouted> [1 Pat Dooley] from the back bench. {2 “Sit down,”} [2 the speaker] <2 replied>.
= direct Pat Dooley; direct -

# dev: a denial
[1 [2 Mr. Stroud]] <1 denied> that {1 he had met the contractor}, and <2 said> {2 the photograph was a forgery}.
= indirect Stroud; indirect Stroud

# held: a denial in quotes
[1 [2 The bank]] <1 described> the claims as {1 “baseless and absurd”} and <2 said> {2 it would sue}.
= direct -; indirect -

# dev: a tweet in the running text
{1 “Nobody drowned, everybody is wet,”} [1 Constable Oyelaran] <1 tweeted> at noon.
= direct Oyelaran

# held: a caption in marks on social media
Singer [1 Lola Marsh] <1 posted> on Instagram: {1 “To everyone who sent soup: I have enough soup.”}
= direct Lola Marsh

# dev: a statement by a body
In a joint statement, [1 [2 the three councils]] <1 said> {1 they “deeply regret” the delay} and <2 promised> that {2 the school would open by May}.
= mixed -; indirect -

# held: a report and its author
[1 The inspector’s report], published on Friday, <1 concludes> that {1 the alarm had been switched off by hand}.
= indirect -

# dev: whose words?
The phrase “a safe pair of hands” was heard so often that even the cat looked bored.

# held: irony
He is, in his own modest words, {“the finest plumber north of the river.”}
= direct -

# dev: a diary
{“Rain again. The cook has stopped speaking to the captain,”} <reads> [the entry] for 4 March.
= direct -

# held: a will
[Her will] <stated> that {the piano should go to whoever could lift it}.
= indirect -

# dev: relayed twice
Deputy head [1 Olu Bakare] <1 said> that {1 [2 pupils] had <2 told> her {2 the man offered them sweets}}.
= indirect Olu Bakare; indirect -

# held: relayed by a friend
{1 “[2 She] <2 told> me {2 she would be home by ten},”} <1 recalled> [1 Gemma Pryce], a friend.
= direct Gemma Pryce; indirect -

# dev: name, role and place before the cue
{“The bees are back,”} <said> retired postmaster and amateur keeper [Wilf Tranter], who counts them.
= direct Wilf Tranter

# held: a plural source after the cue
{“We felt the floor tilt,”} <said> [several passengers].
= direct -

# dev: initials and a suffix
{“My father would have laughed,”} <said> [J. R. Pym Jr.]
= direct J. R. Pym Jr.

# held: a double-barrelled name
{“It is only a hat,”} [Sir Hugo Blythe-Rowan] <protested>.
= direct Hugo Blythe-Rowan

# dev: a woman called by her first name
Signe Aas is nine. {“I can row,”} [Signe] <says>.
= direct Signe Aas

# held: a first name among family
Nils Aas and his daughter Signe built the boat. {“Papa held the nails,”} [Signe] <said>.
= direct -

# dev: a long way from cue to words
[The commission] <found>, after eleven months of hearings and at a cost of two million, that {nobody had read the manual}.
= indirect -

# held: however
[The mayor] <said>, however, that {the fountain would stay}.
= indirect -

# dev: not said
She did not say why the door was locked, and nobody asked.

# held: not told
The families were never told what happened to the second boat.

# dev: told to do something
The captain told the crew to abandon ship and asked for blankets.

# held: adding things
He added salt, then pepper, and said grace.

# dev: notes and claims
Her claims that the bridge was safe were met with silence. The notes show nothing.

# held: a report that
Reports that the factory would close sent shares down.

# dev: quoted single words
He was “fine,” he was “resting,” he was anything but “retired.”

# held: names of things
The yacht “Second Thoughts” and the barge “Old Regret” collided off Pier 9.
`;
