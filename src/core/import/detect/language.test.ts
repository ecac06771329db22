import { expect, it } from 'vitest';
import { languageOfText } from './language';

it.each([
  [
    'en',
    'The crane had not been inspected for a year, a log seen by this paper shows. It was the fault of the company.',
  ],
  [
    'de',
    'Der Kran war seit einem Jahr nicht geprüft worden, sagte die Behörde. Für den Hafen ist das ein Problem.',
  ],
  [
    'fr',
    'La grue n’avait pas été contrôlée depuis un an, selon le registre. Les dockers et la direction du port se taisent.',
  ],
  [
    'es',
    'La grúa no se había revisado en un año, según el registro del puerto. Los vecinos y las autoridades se quejan.',
  ],
  [
    'it',
    'La gru non era stata controllata per un anno, secondo il registro del porto. I portuali non sono stupiti.',
  ],
  [
    'pt',
    'O guindaste não foi inspecionado durante um ano, segundo os registos do porto. A empresa não quis comentar.',
  ],
  [
    'nl',
    'De kraan was een jaar niet gekeurd, zo blijkt uit het logboek van de haven. Dat is niet het enige probleem.',
  ],
  [
    'sv',
    'Kranen hade inte kontrollerats på ett år, och det var inte den enda. Hamnen har inte svarat på frågor om det.',
  ],
  [
    'da',
    'Kranen var ikke blevet kontrolleret i et år, og det er ikke den eneste. Havnen blev lukket efter ulykken af politiet.',
  ],
  [
    'no',
    'Kranen var ikke blitt kontrollert på et år, og det er ikke den eneste. Havnen ble stengt etter ulykken av politiet.',
  ],
  [
    'pl',
    'Dźwig nie był sprawdzany od roku, a to nie jest jedyny taki w porcie. Firma nie odpowiada na pytania i się dziwi.',
  ],
  ['cs', 'Jeřáb nebyl rok zkontrolován, říká záznam, a to je problém. Podle přístavu se to stalo na podzim.'],
  [
    'hu',
    'A darut egy éve nem ellenőrizték, és ez nem az első eset. A kikötő azt közölte, hogy már vizsgálják.',
  ],
  [
    'ro',
    'Macaraua nu a fost verificată de un an, iar acest lucru este cunoscut în port. Compania nu a răspuns la întrebări.',
  ],
  [
    'fi',
    'Nosturia ei ollut tarkastettu vuoteen, ja se ei ole ainoa. Sataman mukaan vika oli jo tiedossa, mutta hän kiistää sen.',
  ],
  [
    'tr',
    'Vinç bir yıldır denetlenmemiş ve bu ilk değil. Liman bu konuda çok daha fazla bilgi vermedi, ancak sonra konuştu.',
  ],
  ['ar', 'لم تفحص الرافعة منذ عام، كما يظهر السجل.'],
  ['fa', 'جرثقیل یک سال بازرسی نشده بود، گزارش بندر می‌گوید.'],
  ['he', 'העגורן לא נבדק במשך שנה, כך עולה מהיומן.'],
  ['ru', 'Кран не проверяли целый год, говорится в журнале.'],
  ['uk', 'Кран не перевіряли цілий рік, ідеться в журналі.'],
  ['el', 'Ο γερανός δεν είχε ελεγχθεί για έναν χρόνο.'],
  ['ja', '港のクレーンは一年間検査されていなかった。'],
  ['zh', '港口的起重机一年没有检查。'],
  ['ko', '항구의 크레인은 일 년 동안 검사되지 않았다.'],
])('a text in %s is known by its letters or its small words', (language, text) => {
  expect(languageOfText(text)).toBe(language);
});

it.each(['', 'Crane', '12 34', 'Lorem ipsum dolor sit amet', 'Ferry stops'])('“%s” tells nothing', (text) => {
  expect(languageOfText(text)).toBeUndefined();
});

it('is not misled by words of another language in an English text', () => {
  const text =
    'The man said that “der Kran war nicht geprüft” was what the board had told him, and that this is how it was for a year.';
  expect(languageOfText(text)).toBe('en');
});
