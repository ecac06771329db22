/** Direct quotes: the three orders, split content, other marks and languages. Notation: read-cases.ts. */
export const DIRECT = `
# dev: speaker, cue, content
[Rosa Ekdal] <said>, {“We counted the lifeboats twice, and twice one was missing.”}
= direct Rosa Ekdal

# held: speaker, cue, content, with a place and a day between
[Omar Lindqvist] <told> the town council on Monday: {“The bridge will not open before the autumn, and I will not pretend otherwise.”}
= direct Omar Lindqvist

# dev: content, speaker, cue
{“The gate was locked from the outside,”} [Petra Vance] <said>.
= direct Petra Vance

# held: content, speaker, cue, with an apposition
{“My shift ended at six and the alarm came at ten past,”} [Ilse Marder], who has worked the lock for twenty years, <recalled>.
= direct Ilse Marder

# dev: content, cue, speaker
{“There was no second key,”} <said> [Jonas Abel], the night watchman.
= direct Jonas Abel

# held: content, cue, speaker with a role before the name
{“Children should not have to cross that road alone,”} <added> head teacher [Mona Rask].
= direct Mona Rask

# dev: a question
{“Who signed the order?”} [Vance] <asked> at the hearing.
= direct Vance

# held: an exclamation in the present tense
{“It is a scandal!”} <says> [Dora Kline], a tenant of the block since it was built.
= direct Dora Kline

# dev: split by the cue
{1 “The tide,”} [she] <said>, {1 “does not read timetables.”}
= direct -

# held: split by a longer cue
{1 “If the harbour freezes again,”} [Captain Lars Orum] <warned> on Friday, {1 “then nobody will get to the island, and nobody will get off it.”}
= direct Lars Orum

# dev: goes on after the full stop
{1 “We were told nothing,”} [Amara Obi] <said>. {1 “We are still told nothing.”}
= direct Amara Obi

# held: goes on after the full stop, written
{1 “To those who stayed on deck I owe my life,”} [he] <wrote>. {1 “I have no other word for it.”}
= direct -

# dev: the cue in front of the second sentence only
Ida Holm looked at the sea for a while. {“It was calmer than today,”} [she] <said>.
= direct Ida Holm

# held: pronoun, two people of whom one fits
Mr. Karsten Falk had met Ms. Elin Moe at the quay that morning. {“I gave her the letter and she put it away unread,”} [he] <told> the court.
= direct Karsten Falk

# dev: pronoun, a woman named after a man
The mayor, Tomas Birk, listened while Mrs. Agnes Thorne spoke. {“My house is under water every spring,”} [she] <said>.
= direct Agnes Thorne

# held: pronoun across paragraphs
Lena Voss has run the bakery on Mill Street for nine years.
{“People come in for bread and stay for the quarrel,”} [she] <said>.
= direct Lena Voss

# dev: surname of someone named before
Helmut Brandt, the harbour’s chief engineer, resigned on Thursday. {“I will not sign what I have not seen,”} [Brandt] <wrote> in his letter.
= direct Helmut Brandt

# held: surname with a title
Dr. Noor Haddad leads the ward. {“Most of them will walk again,”} <said> [Dr. Haddad].
= direct Noor Haddad

# dev: runs on into the next paragraph
{1 “I kept the ledger,”} [Ms. Adair] <said>. {1 “It was the only honest book in the house.}
{1 “Whoever opens it will see the hand.”}
= direct Adair

# held: runs on through three paragraphs
{1 “We walked until the lamps went out,}
{1 “and then we walked by the sound of the water,}
{1 “and nobody said a word,”} <said> [Piet Ruysdal].
= direct Piet Ruysdal

# dev: straight double marks
{"The pump had been broken since March,"} [Lowell] <said>.
= direct Lowell

# held: straight double marks, split
{1 "We sent three letters,"} [Nadia Brook] <said>, {1 "and got three receipts."}
= direct Nadia Brook

# dev: single marks as in British papers
{‘I have never seen the river so high,’} <said> [Gwen Parry], 61.
= direct Gwen Parry

# held: single marks with an apostrophe inside
{‘They didn’t ask us and they won’t ask you,’} [Gwen Parry] <told> the crowd.
= direct Gwen Parry

# dev: German marks
{„Wir haben das Wasser kommen sehen“}, <sagte> [Anke Reuter].
= direct Anke Reuter

# held: German marks and a title
Der Bürgermeister schwieg. {„Das war nicht mit uns abgesprochen“}, <erklärte> [Jürgen Pohl] am Montag.
= direct Jürgen Pohl

# dev: French marks
{« Nous n’avons rien entendu cette nuit-là »}, a <déclaré> [Claire Morel].
= direct Claire Morel

# held: French marks, after a colon
[Le maire] <:> {« Personne ne quittera l’île ce soir. »}
= direct -

# dev: emoji inside the words
{“still shaking 😳 thank you to everyone on the pier,”} <wrote> [Noor Behr].
= direct Noor Behr

# held: a family of emoji and a flag
[Sami Okafor] <tweeted>, {“home at last 👩‍👩‍👧 🇩🇪 and I am never taking that boat again”}
= direct Sami Okafor

# dev: a quote in single marks inside
[Milla Horne] <tweeted>, {“If you saw it too, write ‘I was there’ under this.”}
= direct Milla Horne

# held: a quote in double marks inside single ones
{1 ‘[2 He] looked at me and <2 said> {2 “not today”}, and that was all,’} [1 Farid Nasser] <1 recalled>.
= direct Farid Nasser; direct -

# dev: headline with the words first
title| {‘We were never asked’}<:> [islanders] on the new harbour
= direct -

# held: headline with the name first
title| [Mayor Birk]<:> {‘Nobody will lose a home’}
= direct Birk

# dev: a colon without a verb
[The harbour master]<:> {“Every boat that can float goes out tonight.”}
= direct -

# held: a colon after a longer phrase
Then came the message from [Eva Lindgren]<:> {“Do not wait for me at the station.”}
= direct Eva Lindgren

# dev: a statement reads
[The note], found in a drawer, <reads>: {“Burn this before the inspectors come.”}
= direct -

# held: a letter that stated
[The letter] <stated>, {“No payment will be made before the court has spoken.”}
= direct -

# dev: by someone who speaks for another
[A lawyer for Mr. Stroud] <said>, {“My client denies every word of it.”}
= direct -

# held: an anonymous source
{“Nobody upstairs reads those reports,”} <said> [a former clerk], who asked not to be named.
= direct -

# dev: a quote without a source
At the door hung a sheet of paper. {“No more than four persons in the lift at any time.”}
= direct -

# held: a quote without a source, a motto
On the wall of the canteen, in green: {“A clean deck is a safe deck, always.”}
= direct -

# dev: short, but somebody says it
{“Never,”} <said> [Mr. Doyle].
= direct Doyle

# held: two short words, and a reply
{“Not yet,”} [Anna Fisk] <replied>.
= direct Anna Fisk

# dev: “has said” and an adverb
[Harlan Pike] has repeatedly <said>: {“I was at home that evening.”}
= direct Harlan Pike

# held: two people speak in turn
{1 “You had the only key,”} [1 Ida Moor] <1 said>. {2 “I had a copy of it,”} [2 Benedikt Strand] <2 answered>.
= direct Ida Moor; direct Benedikt Strand

# dev: two in one paragraph, each with a cue
{1 “It was dark,”} [1 Tove Lind] <1 said>. {2 “It was not that dark,”} <2 said> [2 Erik Lind], her brother.
= direct Tove Lind; direct Erik Lind
`;
