/** Words before a name. `f` and `m` after a colon: the gender that they tell. All in lower case. */

const genders = (words: string) =>
  new Map(
    words
      .trim()
      .split(/\s+/u)
      .map((word): [string, Gender | null] => {
        const [name, gender] = word.split(':');
        return [name!, (gender as Gender | undefined) ?? null];
      }),
  );

export type Gender = 'f' | 'm';

/** Written in capitals before the name, and part of how someone is called. */
export const HONORIFICS: ReadonlyMap<string, Gender | null> = genders(`
mr:m mr.:m mrs:f mrs.:f ms:f ms.:f miss:f mx mx. dr dr. prof prof. professor sir:m dame:f lord:m lady:f madam:f
captain capt capt. sgt sgt. sergeant lt lt. lieutenant col col. colonel gen gen. general major maj. admiral adm. corporal
commander cmdr. commodore judge justice president vice-president vice minister prime senator sen sen. sens sens. rep rep.
reps reps. representative congressman:m congresswoman:f governor gov gov. mayor deputy chief superintendent inspector
detective officer constable sheriff king:m queen:f prince:m princess:f duke:m duchess:f emperor:m pope:m cardinal:m bishop
archbishop rev rev. reverend father:m sister:f brother:m mother:f imam:m rabbi aunt:f uncle:m secretary
chancellor councillor cllr cllr. ambassador attorney prosecutor speaker herr:m frau:f monsieur:m madame:f m. mme:f señor:m
señora:f don:m doña:f baron:m baroness:f count:m countess:f
bürgermeister:m bürgermeisterin:f oberbürgermeister:m oberbürgermeisterin:f sprecher:m sprecherin:f ministerin:f kanzler:m kanzlerin:f
präsident:m präsidentin:f professorin:f richter:m richterin:f pastor:m pastorin:f`);

/** What people are and do: before a name (harbour master Ida Holm), after it, or alone (the mayor). */
export const ROLES: ReadonlyMap<string, Gender | null> = genders(`
actor:m actress:f activist activists adviser advisor advisers aide aides administrator agent agents ambassador analyst
analysts applicant architect artist athlete attorney attorneys author authors baker banker biologist bishop boss boy:m boys
boyfriend:m bride:f brother:m brothers businessman:m businesswoman:f campaigner campaigners candidate candidates captain
carpenter champion chairman:m chairwoman:f chair chairperson chancellor chef chemist chief child children citizens cleaner clerk
client climber coach colleague colleagues columnist comedian commander commissioner commuter commuters composer congressman:m
congresswoman:f constable consultant cook coordinator coroner co-author co-founder co-owner co-star co-worker correspondent
councillor councillors counsel couple cousin creator crew critic critics curator customer customers dancer daughter:f dean
deckhand defendant delegate delegates democrat democrats deputy designer detective developer diplomat diplomats director
directors diver divers doctor doctors driver drivers duke:m economist economists editor editors employee employees engineer
engineers executive executives expert experts falconer fan fans farmer farmers father:m fiancé:m fiancée:f filmmaker firefighter
firefighters fisherman:m fishermen founder friend friends gardener general geologist girl:f girls girlfriend:f governor
grandfather:m grandmother:f guard guards guide guitarist head headmaster:m headmistress:f heiress:f helper helpers historian host
hostess:f husband:m inspector inspectors instructor investigator investigators investor investors islander islanders janitor
journalist journalists judge judges justice keeper king:m landlady:f landlord:m lawmaker lawmakers lawyer lawyers leader leaders
lecturer librarian lifeguard lobbyist locals magistrate man:m manager managers mate mathematician mayor mayors mechanic
member members men messenger minister ministers model monk:m mother:f mothers mp mps musician nephew:m neighbour neighbours
neighbor neighbors niece:f novelist nun:f nurse nurses observer observers officer officers official officials operator
organiser organisers organizer organizers owner owners painter parent parents parishioner partner passenger passengers pastor
patient patients people performer pensioner philosopher photographer physician physicist pilot pilots pioneer plaintiff player
players poet policeman:m policewoman:f police policymakers politician politicians porter poster president presidents priest:m
prince:m princess:f principal prisoner producer professor professors programmer prosecutor prosecutors protester protesters
protestor protestors psychologist pupil pupils publisher queen:f rapper reader readers receptionist rector refugee refugees regulator
regulators representative representatives reporter reporters republican republicans rescuer rescuers researcher researchers
resident residents retiree runner sailor sailors scholar scholars scientist scientists sculptor secretary senator senators
sergeant servant settler shareholder shareholders shepherd sheriff shopkeeper singer sister:f sisters skipper sociologist
soldier soldiers solicitor son:m songwriter source sources spokesman:m spokesperson spokespeople spokespersons spokeswoman:f
spokesmen staff star stars statistician stewardess:f steward strategist striker student students suitor superintendent supervisor
supporter supporters surgeon surveyor surveyors survivor survivors suspect swimmer tailor teacher teachers technician teenager
tenant tenants tourist tourists trader traders trainer treasurer trustee trustees uncle:m aunt:f vet veterinarian veteran
veterans vicar victim victims villager villagers visitor visitors volunteer volunteers voter voters waiter:m waitress:f warden
watchman:m weatherman:m whistleblower widow:f widower:m wife:f winner witness witnesses woman:f women worker workers writer
writers youth zoologist`);

/** Bodies and papers that are quoted like people. */
export const BODIES: ReadonlySet<string> = new Set(
  `academy administration agency airline airport alliance army article assembly association authorities authority bank board book
branch broadcaster bureau business campaign caption carrier centre center charity church city club coalition college column commission
committee communiqué company conference congress consortium constitution contract council country county court data decree defence
department diary directors district document documents email emails embassy entry essay federation filing firm foundation gazette
government group groups guidelines hospital house indictment industry inquiry institute institution inspectorate investigation
journal law lawsuit league leaflet ledger letter magazine manifesto media memo memorandum message ministry minutes mission
motion museum navy network newspaper note notice office operator opposition order organisation organization outlet pamphlet paper
parliament party petition plaque police poll pollster post poster prosecution record records regulator release report reports
resolution restaurant review ruling school senate service side sign society state statement station statute store studio study
survey team testament text tribunal treaty tribune trust tweet union unions university verdict website will yard`
    .trim()
    .split(/\s+/u),
);
