/** Indirect and mixed content, “according to”, nesting. Notation: read-cases.ts. */
export const INDIRECT = `
# dev: said that
[The port authority] <said> that {the ferry met the pier at about six knots}.
= indirect -

# held: announced that, with a day before the clause
[Linden Transit] <announced> on Tuesday that {both ships would stay in port until May}.
= indirect Linden Transit

# dev: no “that”
[Omar Reyes] <said> {he had never seen the report}.
= indirect Omar Reyes

# held: no “that”, with a day between
[Greta Holt] <said> on Sunday {the council had known about the crack for years}.
= indirect Greta Holt

# dev: told someone that
[The engineer] <told> reporters that {the valve had been replaced in January}.
= indirect -

# held: told someone, without “that”
[Nils Aker] <told> the newspaper {his brother was still missing}.
= indirect Nils Aker

# dev: ends before the next clause with a cue of its own
[1 The union] <1 says> that {1 managers were warned twice}, but [2 Linden Transit] <2 insists> that {2 nobody was warned at all}.
= indirect -; indirect Linden Transit

# held: ends before the next clause, “while”
[1 Ruth Calder] <1 argued> that {1 the tower should be pulled down}, while [2 Simon Hale] <2 maintained> that {2 it could be saved}.
= indirect Ruth Calder; indirect Simon Hale

# dev: content before the cue
{Three pages are missing from the log}, [inspectors] <said> on Monday.
= indirect -

# held: content before the cue, a name
{The new line will cost twice as much as planned}, [Deputy Mayor Alva Stern] <admitted>.
= indirect Alva Stern

# dev: headline, “says”
title| {Operator was warned twice before crash}, [union] <says>
= indirect -

# held: headline, “report finds”
title| {Half of all wells are poisoned}, [report] <finds>
= indirect -

# dev: the cue in the middle
{1 The wind}, [the captain] <said>, {1 was stronger than forecast}.
= indirect -

# held: the cue in the middle, with a name
{1 The money}, [Paul Vester] <claims>, {1 was never his to spend}.
= indirect Paul Vester

# dev: according to, in front
<According to> [the inspectors], {the brake had not been tested since autumn}.
= indirect -

# held: according to, in front, a name
<According to> [Yusuf Demir], {nobody on the bridge was awake}.
= indirect Yusuf Demir

# dev: according to, at the end
{The fire began in the kitchen}, <according to> [the police].
= indirect -

# held: according to, at the end without a comma
{Two in five passengers would board the ship again} <according to> [a poll by Harbour Radio].
= indirect -

# dev: according to, inside
{1 The school}, <according to> [a survey of parents], {1 is the best in the county}.
= indirect -

# held: asked whether
[A reporter] <asked> {whether the mayor had read the file}.
= indirect -

# dev: mixed after “said that”
[The company] <said> that {the gear had “passed every test the law asks for”}.
= mixed -

# held: mixed, without “that”, with a pronoun
Ada Winter spoke next. [She] <said> {she was “sorry for every hour” the families had waited}.
= mixed Ada Winter

# dev: two quoted parts in one clause
In an essay [Milla Horne] <wrote> that {while she is “shaken and angry,” she is “glad” that people talk at last}.
= mixed Milla Horne

# held: two clauses with quoted parts
[1 [2 Brink]] <1 said> that {1 the report was “full of holes”} and <2 called> {2 its author “a man in a hurry.”}
= mixed Brink; mixed Brink

# dev: called something something
[The firm] has <called> {the union’s account “simply untrue.”}
= mixed -

# held: described as
[Mrs. Lund] <described> the late entries as {“a clerical matter of no weight.”}
= direct Lund

# dev: accused of
[He] <accused> the union of {“making politics out of plaster casts.”}
= direct -

# held: denied that
[Carsten Moll] <denied> that {anyone at the yard had taken pages out}.
= indirect Carsten Moll

# dev: nested, A said B told C that D
[1 Ms. Imhof] <1 said> that {1 [2 an engineer] had <2 told> her that {2 the report was written in a night}}.
= indirect Imhof; indirect -

# held: nested, A said B said
[1 Kofi Mensah] <1 said> {1 [2 his sister] had <2 told> him {2 the floor kept coming}}.
= indirect Kofi Mensah; indirect -

# dev: nested, a quote within what someone said
[1 Rosa Behn] <1 said> {1 [2 a manager] had once <2 written>, {2 “Sail her till the tide complains.”}}
= mixed Rosa Behn; direct -

# held: nested in a direct quote
{1 “[2 My father] always <2 said> that {2 the sea gives nothing back},”} [1 Liv Strand] <1 said>.
= direct Liv Strand; indirect -

# dev: adding that
{1 “I want them tied up by the weekend,”} [1 [2 she]] <1 said>, <2 adding> that {2 the town could not bear another such night}.
= direct -; indirect -

# held: adding that, with a name
{1 “The stairs were wet,”} [1 [2 Tom Ashby]] <1 said>, <2 adding> that {2 nobody had mopped them}.
= direct Tom Ashby; indirect Tom Ashby

# dev: belief
[Voters] <believe> that {the mayor should resign}.
= indirect -

# held: belief, a pronoun
Selma Brandt runs the archive. [She] <believes> that {the letters are genuine}.
= indirect Selma Brandt

# dev: a survey found
[A survey by the institute] <found> that {one in three tenants heats a single room}.
= indirect -

# held: researchers warn
[Researchers at the university] <warn> that {the dunes will be gone in a century}.
= indirect -

# dev: plural pronoun
The islanders met on Sunday. [They] <say> {the ferry is their only road}.
= indirect -

# held: suggested
White Hall spokeswoman [Edna Crewe] <suggested> in June that {the figures were wrong}.
= indirect Edna Crewe

# dev: as someone put it
As [Jory Penrose] <put it>, {“a town without a boat is a prison with a view.”}
= direct Jory Penrose

# held: saying at the end
[Aline Moreau] left the room, <saying> {she had heard enough}.
= indirect Aline Moreau

# dev: pointed out
[Dr. Ines Faro] <pointed out> that {the dose was four times too high}.
= indirect Ines Faro

# held: pronoun for the second sentence
Harold Quill refused to sign. [He] <noted> that {the last page was blank}.
= indirect Harold Quill
`;
