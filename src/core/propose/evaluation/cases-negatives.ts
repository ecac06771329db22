/** Nothing is quoted here, or only what is marked. Notation: read-cases.ts. */
export const NEGATIVES = `
# dev: scare quotes
The so-called “smart” bins have been overflowing since the summer.

# held: scare quotes of two words
The firm sells a “carbon neutral” cruise to nowhere.

# dev: the title of a film
Her first film, “The Long Way Home to Harbour,” was shown in a barn.

# held: the title of a book
He is the author of “A Short History of Salt and Rope.”

# dev: the title of a song in capitals
They played “Nobody Loves the Rain” until the lights went out.

# held: the name of a programme
Viewers of “Good Morning Harbour Town” know her as the woman with the map.

# dev: feet and inches
The keeper, who is 6'2", had to bend under the 5'10" door.

# held: feet and inches, alone
At 6' 7" he was the tallest man in the crew, and the 12" pipe was too short for him.

# dev: apostrophes
The workers' union and the dockers' wives went to the captains' ball in the '90s.

# held: apostrophes, curly
It’s the boys’ turn, rock ’n’ roll isn’t dead, and the ’80s were o’clock all day.

# dev: minutes and seconds
The wreck lies at 54°10'20" north, 12°05'30" east.

# held: a nickname
Edward “Teddy” Marsh rowed across in under an hour.

# dev: a single quoted word with a full stop
The sign at the gate still reads “Closed.”

# held: a word about a word
The word “harbour” comes from an old word for shelter.

# dev: a slogan of two words
Marchers carried banners with “Never again” on them.

# held: a hashtag in marks
The hashtag “#WeSailToo” was seen ten thousand times.

# dev: says nothing
He said goodbye to the crew and went below.

# held: told a story
She told the children a story about a whale and turned off the lamp.

# dev: said in a passive
The island is said to be older than the lake.

# held: asked for something
The council asked for more time and got a week.

# dev: claims that are nouns
The claims were settled in the spring, and the reports were filed.

# held: claimed lives
The storm claimed eleven lives and tore up the quay.

# dev: added as in sums
The new wing added forty beds to the ward.

# held: notes and reports that are things
The notes that lay on the desk were blank; the reports were not.

# dev: names and nothing else
Ida Holm, Petra Vance and Jonas Abel were seen at the gate.

# held: a mark that nobody closes
The clerk began: “Whereas the party of

# dev: posted as in soldiers
Two guards were posted at the gate and a third at the stairs.

# held: observed as in feasts
The village observed the feast in silence, as it has since the war.

# dev: a nickname of a thing in prose
The ferry, known as “the old lady of the lake,” was sold for scrap.

# held: a brand with straight marks
The "Tide & Table" cafe has closed its doors.
`;
