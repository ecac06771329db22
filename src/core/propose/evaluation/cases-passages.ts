/** Posts, several paragraphs, people of the register. Notation: read-cases.ts. */
export const PASSAGES = `
# dev: a post with its author line
post| {we were told it is only paperwork. it was NOT paperwork 😡}⏎— [deckhand seven] (@deckhand7) March 9, 2024
= direct deckhand seven

# held: a post of two words
post| {Same here}⏎— [Jule Petersen] (@jule_p) May 2, 2021
= direct Jule Petersen

# dev: posts announced by a colon, with the author in front
[1 [2 Burke]] wrote a series of posts that, in part, <1 <2 say>>:
post| {1 “I did not know that anyone had shared it until the next day.”}
post| {2 “And then it went round the world.”}
= direct Burke; direct Burke

# held: posts announced by a colon, nobody named
Three of the messages that were shared most:
post| {“still hearing the sound. like a drawer full of spoons”}
post| {2 “my dad was on shift. he is ok. he will not talk about it”}
= direct -; direct -

# dev: a post after the words that announce it
[Ines Calder] <tweeted>:
post| {The lighthouse is dark tonight and nobody at the office picks up.}
= direct Ines Calder

# dev: a pull quote among paragraphs
blockquote| {“She is an old lady who had a bad day.”}
{2 “She is an old lady who had a bad day,”} <2 said> [1 [2 Bram Toller]], 81.
= direct Bram Toller; direct Bram Toller

# held: wholly quoted paragraphs, the last one with the cue
{1 “I am happy, delighted even, that people talk about it.”}
{2 “To everyone who came forward I say thank you.”}
{3 “Your strength will carry others,”} [3 she] <3 wrote>.
= direct -; direct -; direct -

# dev: a paragraph of news with three sources
[1 Adaeze Obi], a nurse who was on the upper deck, <1 said> {1 the crew had begun to shout before the ferry reached the pier}. {2 “Nobody had to tell us,”} [2 she] <2 said>. {2 “You could hear it.”}
= indirect Adaeze Obi; direct Adaeze Obi

# held: a paragraph of news with a man and a woman
Marta Quist, the head of the union, met the minister, Anton Rehn, on Friday. {1 “He promised us a date,”} [1 she] <1 said>. [2 Rehn] <2 told> reporters that {2 he had promised nothing}.
= direct Marta Quist; indirect Anton Rehn

# dev: known by an alias of the register
register: Theodor Falkenrath = Teddy; Harbour Workers’ League
{“The rope was new,”} <said> [Teddy].
= direct Theodor Falkenrath

# held: known by the surname, in the register only
register: Johanna Castellan
{“This bench is not a stage,”} [Castellan] <said> from the gallery.
= direct Johanna Castellan

# dev: an organisation of the register
register: The crews’ union = the union, union
[The union] <said> that {nobody had asked the crews}.
= indirect The crews’ union

# held: an organisation of the register, in a headline
register: Nordquay Holding = Nordquay
title| {Ferries will sail again in June}, [Nordquay] <says>
= indirect Nordquay Holding

# dev: the role again
Mayor Petra Lindal closed the quay. {“I will open it when it is safe,”} [the mayor] <said>.
= direct Petra Lindal

# held: the role again, after an apposition
Hugo Brandt, the coroner, read the list aloud. {“There are eleven names and there should be twelve,”} <said> [the coroner].
= direct Hugo Brandt

# dev: a statement, the cue in front
In a statement, [Kestrel Airways] <said>: {“Safety is our first concern and always has been.”}
= direct Kestrel Airways

# held: a statement of two who speak together
{“We have nothing left to hide,”} [Olga and Pavel Ruzek] <said> in a joint statement.
= direct -

# dev: the name within the quote is not the speaker
{“Stroud knew about the crack, and Stroud did nothing,”} [Fenella Marsh] <said>.
= direct Fenella Marsh

# held: the name within the quote is not who “he” is
Arno Keller shook his head. {“Ask Birger Dahl, he had the plans,”} [he] <said>.
= direct Arno Keller

# dev: the person addressed is not the speaker
{“You will hear from our lawyers,”} [Vera Blom] <told> Mr. Oakes.
= direct Vera Blom

# held: the person addressed is not who speaks next
Vera Blom wrote to Judge Henry Oakes in March. {“I cannot wait another year,”} [she] <wrote>.
= direct Vera Blom

# dev: a song and a quote in one sentence
[Ruben Sala], who wrote “Ashes of the Quay,” <said> {he would never sing it again}.
= indirect Ruben Sala

# held: a ship’s name and a quote in one sentence
[Mira Sund], first mate of the “Stella,” <said>, {“We lost the radio before we lost the light.”}
= direct Mira Sund

# dev: a quote in a caption
caption| Divers at Pier 4 on Sunday. {“We found the anchor first,”} <said> diver [Kaj Holmen].
= direct Kaj Holmen

# held: a quote in a subheading
heading| {“Nobody came for us”}
= direct -
`;
