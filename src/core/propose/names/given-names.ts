import type { Gender } from './titles';

/** First names that are common in news of many countries, by the gender they usually tell. */
const FEMALE = `
abigail ada adaeze adele agnes aicha aisha alba alexandra alice alicia aline alisa alison alva alyssa amal amanda amara amber
amelia amina amy ana andrea angela anika anita anja anke ann anna anne annette annika antonia anya asha astrid aurora ava
barbara beatrice beatriz bella bernadette beth bianca birgit brenda bridget brigitte camilla carla carmen carol carolina
caroline catherine cecilia celia charlotte chiara chloe christina christine claire clara claudia colette cristina dagmar
daniela debbie deborah debra denise diana dolores dora doris dorothy edith edna eileen elaine elena eleanor elin elisa
elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika esther eva eve evelyn fatima fatou fenella fiona flora
florence frances frida gabriela gemma georgia georgina gerda gertrude gina gisela gloria grace greta gudrun gwen hana hanna
hannah harriet heather hedda heidi helen helena helga hillary hilda ida ilse imke ines ingrid irene iris irina isabel isabella
isla jacqueline jade jamila jana jane janet janice jasmine jean jennifer jenny jessica jill joan joanna johanna josephine joy
joyce juana judith julia juliana julie juliet jutta kaja karen karin karla kate katharina katherine kathleen katie katrin kelly
kerstin kirsten kristen kristin lara laura lauren lea leila lena lia lily linda lisa liv lorraine louise lucia lucy luisa lydia
lynn maddie madeleine mae magdalena maggie maja malala manuela marcia margaret margarita maria mariam marie marina marion marta
martha martina mary maya megan melanie melissa mercedes mia michelle milena milla mina mira miriam moira mona monica monika nadia
nadine nancy naomi natalia natalie natasha nicola nicole nina noor nora olga olivia paige pamela patricia paula pauline penelope
petra phoebe pia priya rachel ramona rebecca regina renate rhoda rita roberta rosa rosalind rose rosemary ruby ruth sabine sabrina
sally samantha sandra sara sarah selma shirley sigrid silvia simone sofia solveig sonia sophia sophie stella stephanie sue
summer susan susanna suzanne svetlana sylvia tamara tanya tara tatiana teresa tessa theresa thea tilda tina tove tracy ulla ulrike
ursula uta valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy wilhelmina yara yasmin
yolanda yvette yvonne zadie zahra zara zoe`;

const MALE = `
aaron abdul abel abraham adam adrian ahmed alan albert alejandro alex alexander alfred ali allen alvaro amir anders andreas
andrew andy angus anthony antoine anton antonio arno arnold arthur axel barry bart ben benedikt benjamin bernard bernd bernie bert
bill billy birger bjorn bob boris brad bram brandon brett brian bruce bruno bryan carl carlos carsten casper cedric charles charlie
chris christian christopher claus cody colin conrad craig curtis cyril dale damian dan daniel dave david dean dennis derek diego
dieter dirk dmitri dominic don donald douglas drew duncan dustin dylan eddie edgar eduardo edward edwin elias elliott emil emilio
emmanuel enrique eric erik ernest ernst ethan eugene evan fabian farid felipe felix ferdinand fernando finn florian francesco
francis francisco frank franz fred frederick fritz gareth gary gavin geoffrey georg george gerald gerard gilbert giovanni glenn
gordon graham greg gregory guido guillermo gunter gustav guy hamid hannes hans harald harlan harold harry harvey hassan heinrich
heinz helmut henri henrik henry herbert herman hermann horst howard hubert hugh hugo ian ibrahim igor isaac ismail ivan jack jacob
jake jakob james jan jared jason javier jean-luc jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joe joel johan johannes john
johnny jon jonas jonathan jordan jorge jose joseph joshua juan julian julio jurgen justin jürgen kai kaj karl karsten keith ken
kenneth kevin klaus kofi kurt kyle lars laurence lawrence lee leo leon leonard leopold lewis liam lorenz lorenzo louis luca lucas
luigi luis lukas luke magnus malcolm manfred manuel marc marcel marcus mario mark markus martin marvin matt matteo matthew matthias
maurice max maximilian michael miguel mike mikhail mitch mohamed mohammed muhammad nathan nathaniel neil nicholas nick nicolas nigel
nikolai nils noah norman olaf oleg oliver olivier omar oscar otto owen pablo patrick paul pavel pedro per peter philip philippe
phillip pierre piet rafael rainer ralph ramon raymond reinhard rene ricardo richard rick robert roberto robin rodney roger roland
rolf roman ron ronald ross roy ruben rudolf rupert russell ryan salman sam sami samir samuel scott sean sebastian sergei seth shane
shaun sidney simon stanley stefan stephen steve steven stuart sven taylor ted terry theo theodor thomas tim timothy toby todd tom
tomas tommy tony travis trevor tristan tyler udo ulrich uwe valentin victor viktor vincent vladimir walter warren wayne werner
wesley wilhelm will william wolfgang xavier yuri yusuf zachary`;

const genders = new Map<string, Gender>();
for (const name of FEMALE.trim().split(/\s+/u)) genders.set(name, 'f');
for (const name of MALE.trim().split(/\s+/u)) genders.set(name, 'm');

/** The gender that a first name usually tells; undefined for a word that is not in the list. */
export function genderOfGivenName(word: string): Gender | undefined {
  return genders.get(word.toLowerCase());
}
