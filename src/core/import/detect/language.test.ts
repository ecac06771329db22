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
    'Kranen var ikke blevet kontrolleret i et år, og det er ikke den eneste. Havnen blev lukket af politiet efter ulykken, og ingen ved endnu, hvad der egentlig gik galt den morgen. Virksomheden siger, at den intet vidste om fejlen.',
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
  ['ar', 'لم تفحص الرافعة منذ عام، كما يظهر السجل. وقالت الشركة إنها لم تكن تعلم شيئا عن العطل قبل الحادث.'],
  ['fa', 'جرثقیل یک سال بازرسی نشده بود، گزارش بندر می‌گوید. شرکت گفت که پیش از حادثه چیزی نمی‌دانسته است.'],
  ['he', 'העגורן לא נבדק במשך שנה, כך עולה מהיומן. החברה אמרה שלא ידעה דבר על התקלה לפני התאונה בנמל.'],
  [
    'ru',
    'Кран не проверяли целый год, говорится в журнале. В компании сказали, что до аварии ничего не знали.',
  ],
  [
    'uk',
    'Кран не перевіряли цілий рік, ідеться в журналі. У компанії сказали, що до аварії нічого не знали.',
  ],
  [
    'el',
    'Ο γερανός δεν είχε ελεγχθεί για έναν χρόνο. Η εταιρεία είπε ότι δεν γνώριζε τίποτα πριν από το ατύχημα.',
  ],
  [
    'ja',
    '港のクレーンは一年間検査されていなかった。会社は事故の前に故障については何も知らなかったと述べた。警察はその朝に何が起きたのかをまだ調べている。港は来週まで閉まったままになる見通しだ。',
  ],
  [
    'zh',
    '港口的起重机一年没有检查。公司表示在事故发生之前对故障一无所知。警方仍在调查那天早上究竟发生了什么。港口预计将关闭到下个星期,工人们说他们早就提醒过管理层,但是没有人听他们的话,也没有人去看那本记录。',
  ],
  [
    'ko',
    '항구의 크레인은 일 년 동안 검사되지 않았다. 회사는 사고 전에 고장에 대해 아무것도 몰랐다고 말했다. 경찰은 그날 아침에 무슨 일이 있었는지 아직 조사하고 있다.',
  ],
])('a text in %s is known', (language, text) => {
  expect(languageOfText(text)).toBe(language);
});

it.each([
  ['ar', 'لم تفحص الرافعة منذ عام.'],
  ['ja', '港のクレーンは一年間検査されていなかった。'],
  ['ru', 'Кран не проверяли целый год.'],
])('a few words in letters of %s are enough', (language, text) => {
  expect(languageOfText(text)).toBe(language);
});

it.each(['', 'Crane', '12 34', 'Lorem ipsum dolor sit amet', 'Ferry stops', '1, 2. '.repeat(40)])(
  '“%s” tells nothing',
  (text) => {
    expect(languageOfText(text)).toBeUndefined();
  },
);

it('is not misled by words of another language in an English text', () => {
  const text =
    'The man said that “der Kran war nicht geprüft” was what the board had told him, and that this is how it was for a year.';
  expect(languageOfText(text)).toBe('en');
});
