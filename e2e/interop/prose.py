"""Articles of our own, in paragraphs, for files that hold articles and no annotations: in one language each."""

# The first paragraph is a headline.
ARTICLES = {
    "en": [
        "Harbour council keeps the night ferry, “for now”",
        "The council of Port Ellery voted on Tuesday to keep its night ferry, after a winter in which the boat ran on one "
        "engine and the crew, by its own account, on coffee. “We knew about the brakes,” said Ada Ek, who chairs the "
        "council’s committee for transport. “What we didn’t know was the price.”",
        "The price is 2.4 million – a third more than was told in March. The company that runs the ferry had promised a "
        "repair “within weeks”; it took nineteen. Its spokesman, Bo Orr, called the delay regrettable and the figures "
        "“broadly right”.",
        "Critics were not persuaded. “They don’t answer letters,” Mara Lind of the passengers’ union said, “and they don’t "
        "answer the phone.” The union had counted 61 cancelled sailings between January and April…",
        "A second vote is due in the autumn.",
    ],
    "signs": [
        "Signs of all kinds 😀",
        "👨🏻‍🚒 firemen drive firetrucks, and “Cafe\u0301 🇩🇪” is not “Café”; 👩‍👩‍👧 said ok. The crane 🏳️‍🌈 costs 7,5\u00a0% more.",
        "The word 𠮷野家 stands here, and ‘שלום’ and «مرحبا» too: “ABC שלום 12” he wrote & <b>left</b> at 1 < 2 > 0.",
        "Soft\u00adhyphen, zero\u200bwidth, thin\u202fspace; x̂ and é differ: e\u0301 is two, é is one. \u1112\u1161\u11ab is 한.",
    ],
    "de": [
        "Werft in Nöten: „Wir wussten es“",
        "Die Werft an der Förde hat nach eigenen Angaben seit drei Monaten keine Löhne gezahlt. „Wir wussten, dass es eng "
        "wird“, sagte Geschäftsführerin Jutta Größ am Donnerstag, „aber nicht, wie eng.“ Über 120 Beschäftigte sind betroffen.",
        "Die Gewerkschaft spricht von einem Skandal – und von Fehlern, die „größer als die Fähre“ seien. Die Prüfer schätzen "
        "den Schaden auf 3,5 Mio. €; ein Käufer wäre frühestens im März zu finden, heißt es.",
    ],
    "fr": [
        "Le bac de nuit est sauvé, « pour l’instant »",
        "Le conseil a voté mardi le maintien du bac. « Nous savions que les freins étaient usés », a déclaré Hélène Bœuf, "
        "« mais pas ce qu’ils coûteraient ». La facture s’élève à 2,4 millions d’euros, soit un tiers de plus qu’annoncé.",
        "L’été dernier, la compagnie avait promis une réparation rapide ; elle a duré dix-neuf semaines. Où sont passés les "
        "passagers ? À l’arrêt du car, répond le syndicat, là où personne ne les compte.",
    ],
    "pl": [
        "Prom zostaje, na razie",
        "Rada miasta zdecydowała we wtorek, że nocny prom będzie kursował dalej. „Wiedzieliśmy o hamulcach”, powiedziała "
        "przewodnicząca Łucja Żądło, „ale nie wiedzieliśmy, ile to będzie kosztować”. Związek pasażerów nie jest przekonany.",
        "Według związku między styczniem a kwietniem odwołano sześćdziesiąt jeden rejsów, a spółka nie odpowiada na listy. "
        "Następne głosowanie odbędzie się jesienią, gdyż część radnych chce jeszcze zobaczyć wyniki kontroli.",
    ],
    "ru": [
        "Ночной паром пока остаётся",
        "Городской совет решил во вторник сохранить ночной паром. «Мы знали о тормозах, — сказала председатель комитета Анна "
        "Эк, — но не знали, сколько это будет стоить». Ремонт обойдётся в два с половиной миллиона.",
        "Союз пассажиров не убеждён: с января по апрель было отменено более шестидесяти рейсов, а на письма компания не "
        "отвечает. Следующее голосование состоится осенью, когда будут известны итоги проверки.",
    ],
    "el": [
        "Το νυχτερινό πορθμείο μένει, προς το παρόν",
        "Το συμβούλιο αποφάσισε την Τρίτη να κρατήσει το νυχτερινό πορθμείο. «Ξέραμε για τα φρένα», είπε η πρόεδρος της "
        "επιτροπής Άννα Εκ, «αλλά δεν ξέραμε την τιμή». Η επισκευή κοστίζει δυόμισι εκατομμύρια.",
        "Οι επιβάτες δεν πείστηκαν: από τον Ιανουάριο έως τον Απρίλιο ακυρώθηκαν εξήντα ένα δρομολόγια, και η εταιρεία δεν "
        "απαντά στα γράμματα.",
    ],
    "ja": [
        "夜の渡し船、当面は存続",
        "港の議会は火曜日、夜の渡し船を続けることを決めた。委員長のエクさんは「ブレーキのことは知っていました。知らなかったのは値段です」と話した。"
        "修理には二億四千万円がかかり、三月の説明より三割多い。",
        "乗客の会は納得していない。一月から四月までに六十一便が取り消され、会社は手紙にも電話にも答えないという。次の採決は秋に行われる。",
    ],
    "zh": [
        "夜间渡轮暂时保留",
        "港口议会星期二决定保留夜间渡轮。委员会主席说：“我们知道刹车有问题，但不知道要花多少钱。”修理费用为二百四十万元，比三月份公布的多三分之一。",
        "乘客协会并不信服。他们说，从一月到四月一共取消了六十一个班次，公司既不回信也不接电话。下一次表决将在秋天举行。",
    ],
    "tw": [
        "夜間渡輪暫時保留",
        "港口議會星期二決定保留夜間渡輪。委員會主席說：「我們知道煞車有問題，但不知道要花多少錢。」修理費用為二百四十萬元，比三月份公布的多三分之一。",
        "乘客協會並不信服。他們說，從一月到四月一共取消了六十一個班次，公司既不回信也不接電話。下一次表決將在秋天舉行。",
    ],
    "ko": [
        "밤배는 당분간 남는다",
        "항구 의회는 화요일 밤배를 계속 운항하기로 결정했다. 위원장은 “브레이크 문제는 알고 있었지만 비용은 몰랐다”고 말했다. 수리비는 "
        "이십사억 원으로 삼월에 밝힌 것보다 삼분의 일이 더 많다.",
        "승객 모임은 믿지 않는다. 일월부터 사월까지 예순한 편이 취소되었고 회사는 편지에도 전화에도 답하지 않는다고 한다. 다음 표결은 가을에 있다.",
    ],
    "he": [
        "מעבורת הלילה נשארת, בינתיים",
        "מועצת הנמל החליטה ביום שלישי להשאיר את מעבורת הלילה. ״ידענו על הבלמים״, אמרה יושבת ראש הוועדה, ״אבל לא ידענו את המחיר״. "
        "התיקון יעלה שניים וחצי מיליון, שליש יותר ממה שנאמר במרץ.",
        "איגוד הנוסעים אינו משוכנע: בין ינואר לאפריל בוטלו שישים ואחת הפלגות, והחברה אינה עונה למכתבים. הצבעה נוספת תתקיים בסתיו.",
    ],
    "ar": [
        "عبّارة الليل باقية في الوقت الحالي",
        "قرر مجلس الميناء يوم الثلاثاء الإبقاء على عبّارة الليل. قالت رئيسة اللجنة: «كنا نعرف أمر المكابح، لكننا لم نعرف الثمن». "
        "وتبلغ كلفة الإصلاح مليونين ونصف المليون، أي أكثر بالثلث مما أعلن في مارس.",
        "ولم يقتنع اتحاد الركاب: فقد ألغيت إحدى وستون رحلة بين يناير وأبريل، والشركة لا ترد على الرسائل. وسيجري تصويت آخر في الخريف.",
    ],
    "tr": [
        "Gece vapuru şimdilik kalıyor",
        "Liman meclisi salı günü gece vapurunun sürmesine karar verdi. Komisyon başkanı, “Frenleri biliyorduk ama fiyatı "
        "bilmiyorduk” dedi. Onarım iki buçuk milyona mal olacak; bu, martta açıklanandan üçte bir fazla.",
        "Yolcular birliği ikna olmadı: ocaktan nisana altmış bir sefer iptal edildi, şirket ise mektuplara yanıt vermiyor. "
        "İkinci oylama sonbaharda yapılacak, çünkü bazı üyeler önce denetimin sonuçlarını görmek istiyor.",
    ],
}
