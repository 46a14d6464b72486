package redaction

import "strings"

// The words that tell what stands beside them, in English, German, French, Spanish, Italian, Portuguese, Dutch, the
// Scandinavian languages, Polish, Turkish, Russian, Arabic, Japanese, Chinese and Korean. Each list is a
// regular expression without repetitions, in lower case, and is matched against the shade of a text.
const (
	deviceWords = `iphones?|ipads?|ipods?|macbooks?|imacs?|macs?|apple watch|watch|` +
		`(?:tele|smart)?phones?|handys?|t[eé]l[eé]phone|tel[eé]fono|telefone|` +
		`telefon(?:u|unda|unun|a|em|en|et)?|telefoon|m[oó]vil|celular|mobiltelefon|mobil|telefonino|` +
		`cellulare|アイフォン|アイパッド|スマホ|携帯|(?:苹果)?手机|平板|蘋果手機|手機|아이폰|아이패드|` +
		`휴대폰|айфона?|айпада?|телефона?|آيفون|آيباد|هاتف`
	ofWords = `of|belonging to|owned by|von|vom|van|de|do|da|du|des|di|del|dei|della|degli|dello|af|fra|` +
		`för|till|tilhører|użytkownika|należący do|пользователя|владельца`
	ownAccountWords = `apple[ -]?id|id[ -](?:de )?apple|apple[ -]?(?:account|konto|id)|` +
		`(?:account|compte|cuenta de|conta|hesabı|konto)[ -]apple|icloud[ -]?(?:account|konto|id)|` +
		`(?:account|compte|cuenta de|conta|konto)[ -]icloud|apple hesab[ıi]|apple-kontot?|` +
		`identifiant apple|user(?:[ -]?name|[ -]?id)?|benutzer(?:name)?|nom d'utilisateur|utilisateur|` +
		`(?:nombre de )?usuario|(?:nome )?utente|(?:nome de )?(?:usuário|utilizador)|gebruiker(?:snaam)?|` +
		`användar(?:e|namn)|bruger(?:navn)?|bruker(?:navn)?|(?:nazwa )?użytkownika?|kullanıcı(?: adı)?|` +
		`учётная запись(?: apple)?|учетная запись(?: apple)?|имя пользователя|حساب apple|اسم المستخدم|` +
		`(?:apple ?)?アカウント名|apple ?アカウント|apple ?[账帐]户|[账帐](?:户|号)名|apple ?帳號|` +
		`ユーザー?(?:名|id)|用户(?:名|id)|apple ?계정|사용자 ?(?:이름|id)`
	accountWords = ownAccountWords + `|account(?:[ -]?name)?|konto(?:name)?|compte|cuenta|conta|hesap|` +
		`identifiant|login|アカウント|[账帐](?:户|号)|帳號|ユーザー?|계정`
	serialWords = `serial(?: ?n(?:umber|o|r|um)\.?)?|s/n|imei ?\d?|meid|iccid|eid|udid|ecid|uuid|` +
		`seriennummer|serien-?nr\.?|num[eé]ro de s[eé]rie|n°? ?de s[eé]rie|n[uú]m(?:ero|\.)? de s[eé]rie|` +
		`n\.?[º°o]\.? ?de s[eé]rie|numero di serie|seriale|serienummer|serienr\.?|numer seryjny|` +
		`nr seryjny|seri (?:numarası|no)|シリアル(?:番号|ナンバー)?|製造番号|序列号|序號|일련 ?번호|` +
		`시리얼(?: ?번호)?|серийный номер|الرقم التسلسلي`
	phoneWords = `(?:cell|mobile|tele)?phone(?: ?n(?:umber|o|r)\.?)?|tel|mobile|cell|` +
		`telefon(?:nummer|nr\.?)?|handy(?:nummer)?|rufnummer|t[eé]l[eé]phone|tel[eé]fono|telefone|` +
		`telefoon(?:nummer)?|m[oó]vil|celular|cellulare|numer telefonu|telefon numarası|電話(?:番号)?|` +
		`携帯(?:電話)?|电话(?:号码)?|手机号?码?|전화 ?번호|휴대폰 번호|(?:номер )?телефона?|رقم الهاتف`
	codeWords = `(?:verification|security|confirmation|one-time|pass|pin|login)[ -]?code|passcode|pin|` +
		`ssn|bestätigungs-?code|sicherheits-?code|code de (?:vérification|validation|sécurité)|` +
		`código de (?:verificación|seguridad|verificação|segurança)|codice di (?:verifica|sicurezza)|` +
		`verificatiecode|verifieringskod|säkerhetskod|kod weryfikacyjny|doğrulama kodu|確認コード|` +
		`認証コード|验证码|驗證碼|인증 ?번호|확인 ?코드|код подтверждения|رمز التحقق|` +
		`code (?:was )?sent to|code an|sent to|texted to`
	endingWords = `(?:ends?|ending) (?:in|with)|endet auf|endend auf|finissant par|se terminant par|` +
		`se termine par|(?:que )?termina (?:en|con|em)|terminad[oa] (?:en|em)|terminando em|` +
		`che finisce con|eindig(?:t|end) op|slutar på|kończy się na|biten|末尾(?:が|は)?|` +
		`下\d桁(?:が|は)?|尾号(?:为)?|끝자리(?:가)?|оканчивается на|заканчивается на|المنتهي بـ`
	birthWords = `born(?: on)?|date of birth|birth ?da(?:y|te)|dob|geboren(?: am| op)?|` +
		`geburts(?:tag|datum)|geb\.|n[ée]e? le|date de naissance|nacid[oa] el|fecha de nacimiento|` +
		`nat[oa] il|data di nascita|nascid[oa] (?:em|a)|data de nascimento|geboortedatum|född|` +
		`födelsedatum|data urodzenia|ur\.|doğum tarihi|生年月日|出生日期|生日|생년월일|생일|` +
		`дата рождения|родил(?:ся|ась)|تاريخ الميلاد`
	networkWords = `networks?|wi-?fi(?:[ -](?:network|netzwerk))?|wireless|wlan|ssid|hotspot|` +
		`netzwerke?s?|réseau(?: wi-?fi)?|red(?: wi-?fi)?|rete(?: wi-?fi)?|rede(?: wi-?fi)?|` +
		`(?:wi-?fi-?)?netwerk|(?:wi-?fi-?)?nätverk(?:et)?|netværk(?:et)?|nettverk(?:et)?|sie(?:ć|ci)|` +
		`(?:kablosuz )?ağ(?:ı|ına|ında|ının)?|сет[ьи]|شبكة|ネットワーク|(?:无线局域)?网络?|` +
		`(?:無線區域)?網路|네트워크|와이파이`
	nameWords = `(?:first|last|full|family|user)? ?name(?: is)?|owner|signed|from|to|contact|von|an|` +
		`besitzer|nachname|vorname|nom|prénom|propriétaire|nombre|propietari[oa]|nome|proprietari[oa]|` +
		`proprietário|naam|eigenaar|namn|ägare|imię|właściciel|ad|sahibi|氏名|名前|お名前|所有者|姓名|` +
		`机主|이름|소유자|имя|владелец|الاسم`
	greetings = `hello|hi|dear|hey|good (?:morning|evening|day)|hallo|liebe[rs]?|` +
		`guten (?:tag|morgen|abend)|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|salut|cher|chère|hola|` +
		`querid[oa]|estimad[oa]|buen[oa]s (?:días|tardes)|ciao|car[oa]|gentile|buongiorno|egregio|olá|oi|` +
		`prezad[oa]|car[oa]|beste|geachte|hoi|hej|hei|bästa|kære|cześć|witaj|drog[ia]|szanown[ay]|` +
		`merhaba|sayın|sevgili|здравствуйте|привет|уважаем(?:ый|ая)|дорог(?:ой|ая)|مرحبا|عزيزي|عزيزتي`
	titles = `mr|mrs|ms|miss|mx|dr|prof|sir|herrn?|frau|m\.|mme|mlle|madame|monsieur|mademoiselle|sr|` +
		`sra|srta|señora?|don|doña|sig|sig\.ra|signora?|senhora?|dhr|mevr|mevrouw|meneer|heer|pani?|bay|` +
		`bayan|господин|госпожа|السيدة?|grandma|grandpa|granny|aunt|uncle|oma|opa|onkel|tante|mamie|papy|` +
		`abuel[oa]|tí[oa]|nonn[oa]|zi[oa]|vov[óô]|tia|mormor|farmor|wife|husband|daughter|son|mom|mum|` +
		`dad|mother|father|brother|sister|friend|boss|mann|tochter|sohn|mutter|vater|schwester|bruder|` +
		`femme|mari|fille|fils|mère|père|mujer|esposa|marido|hij[ao]|madre|padre|moglie|marito|figli[ao]|` +
		`mulher|filh[ao]|mãe|pai|vrouw|dochter|zoon|fru|dotter|babcia|бабушка|дедушка`
	farewells = `(?:best|kind|warm)? ?regards|thanks|thank you|cheers|sincerely|yours|love|` +
		`(?:viele |liebe |mit freundlichen )?grü(?:ß|ss)en?|gru(?:ß|ss)|cordialement|bien à vous|amitiés|` +
		`(?:un )?saludos?|atentamente|gracias|saluti|grazie|cordiali saluti|abraços?|obrigad[oa]|` +
		`atenciosamente|groet(?:en)?|groetjes|hälsningar|mvh|hilsen|pozdrawiam|saygılarımla|с уважением|` +
		`مع تحياتي`
	signIns = `(?:signed|logged|sign|log) ?in (?:as|with)|` +
		`(?:angemeldet|anmelden|eingeloggt) (?:als|mit)|connectée? en tant que|sesión (?:iniciada )?como|` +
		`accesso come|conectad[oa] como|(?:in|aan)gelogd als|inloggad som|zalogowan[oya] jako`
	ties = `(?:message|e-?mail|mail|letter|call|note|photos?|invitation|invite) from|` +
		`(?:nachricht|e-?mail|mail|brief|anruf|sms|foto|fotos|einladung) von|` +
		`(?:message|courriel|mail|lettre|appel|invitation) d[eu']|(?:mensaje|correo|carta|llamada|invitación) de|` +
		`(?:messaggio|mail|lettera|chiamata|invito) d[ia]|(?:mensagem|e-mail|carta|chamada|convite) d[eoa]|` +
		`(?:bericht|mail|brief|oproep|uitnodiging) van|(?:meddelande|mejl|brev|samtal|inbjudan) från|` +
		`(?:besked|mail|opkald|brev) fra|(?:wiadomość|list|telefon|zaproszenie) od|` +
		`(?:сообщение|письмо|звонок|приглашение|фото) от|رسالة من|` +
		`(?:signed|logged|sign|log) ?in (?:as|with)|password (?:for|of)|linked to|managed by|` +
		`registered (?:to|for)|locked to|belongs to|owned by|shared (?:with|by)|invited by|sent by|` +
		`paid by|organi[sz]ed by|family of|called|ask|contact|angemeldet als|anmelden als|` +
		`passwort (?:für|von)|verknüpft mit|verwaltet von|registriert auf|gehört|freigegeben von|` +
		`connectée? en tant que|mot de passe (?:de|pour)|associé à|géré par|appartient à|partagé par|` +
		`sesión (?:iniciada )?como|contraseña (?:de|para)|vinculado a|gestionado por|pertenece a|` +
		`compartido por|accesso come|password (?:di|per)|collegato a|gestito da|appartiene a|` +
		`condiviso da|conectado como|senha (?:de|do|da|para)|vinculado a|gerenciado por|` +
		`compartilhado por|(?:in|aan)gelogd als|wachtwoord (?:voor|van)|gekoppeld aan|beheerd door|` +
		`gedeeld door|inloggad som|lösenord(?:et)? för|delas av|zalogowan[oya] jako|hasło (?:do|dla)|` +
		`вошли как|пароль для|принадлежит`
	introductions = `my name is|my name's|i am called|ich heiße|ich heisse|mein name ist|je m'appelle|` +
		`mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|me chamo|meu nome é|ik heet|` +
		`mijn naam is|jag heter|mitt namn är|jeg he(?:dd|t)er|mit navn er|nazywam się|mam na imię|` +
		`(?:benim )?ad[ıi]m|меня зовут|мое имя|моё имя|اسمي`
	introductionsUnspaced = `我叫|我的名字(?:是|叫)|私は|わたしは|(?:私の)?名前は|제 이름은|저는`
	shortCodeWords        = `code|kode|codice|código|コード|代码|코드|код`
	familyWords           = `family|familie|famille|familia|famiglia|família|gezin|familj|rodzina|aile|семья`
	honorificWords        = `さん|고객님|고객 님|さま|様|ちゃん|くん|先生|女士|小姐|님|씨`
	dearWords             = `尊敬的|亲爱的|敬爱的|親愛的`
	atWords               = `at|ät|à|arobase|arroba|chiocciola|apenstaartje|snabel-a|małpa|собака`
	joinedWords           = `connected:|verbunden:|connectée? :|conectad[oa]:|conness[oa]:|connected to|joined|` +
		`join|verbunden mit|connectée? à|conectad[oa] (?:a|à)|conness[oa] a|verbonden met|ansluten till|` +
		`forbundet (?:med|til)|tilsluttet|połączono z|подключено к|متصل بـ`
)

// ordinary holds folded words that name nobody, although they stand where names do.
var ordinary = wordSet(`
iphone iphones ipad ipads ipod phone phones tablet device devices apple icloud backup backups
computer pc mac itunes finder wi-fi wifi wlan network networks internet power storage settings
account id ios ipados siri facetime imessage photos mail carplay airpods bluetooth hotspot usb vpn
lte 5g 4g mobile data cellular private relay app store apps watch macbook imac my mine our ours your
yours his her hers its their theirs this that these those the a an one other another each every any
all both some old new own same whole first second third last next previous current only and or of
for in on at to by with without from as off than not no yes none unknown available unavailable
connected disconnected missing empty needed required full locked unlocked disabled enabled is are
was were be been being has have had does do did can could would should might must isn't hasn't
wasn't doesn't don't it it's that's there there's here here's what what's who which when where why
how if then so just also even still yet again already always never today yesterday tomorrow now
tonight week month year day someone somebody everyone everybody anyone anybody nobody person people
user owner family child children kid kids parent parents friend friends mother father mom mum dad
wife husband son daughter brother sister grandma grandpa team support customer sir madam work home
case test pro mini plus air s t d l m n c j qu you me i we they he she us them him needs owns
changes service server itself keeps works waits page pages business company school organization
empresa trabajo trabalho werk travail arbeit android samsung google windows privado privada prive
share shares shared thanks thank help backed tried worked zusammen danke merci gracias obrigado
obrigada grazie tack dank aussi tambien fille fils mari femme soeur frere hija hermana hermano
esposa marido moglie marito sorella fratello irma irmao tochter sohn mann frau schwester bruder
dochter zoon man vrouw zus broer dotter datter sonn tutti tutte todos todas tous toutes zoals anche
tambem ook wi fi guide suggestions sugestoes sugerencias vorschlage został wyłączony zablokowany
отключена заблокирована two three four five several many celular celulares assist verwaltet 서버에 서버 会社 仕事 join key verification done failed complete
completed paused waiting finished offline online almost signed sign up down over under about more
less most least very back because until while after before during through per via use using name
password code number address email please check see set turn tap open go choose continue enter show
update restart try make keep wait mein meine meinem meinen meiner meines dein deine deinem deinen
deiner deines ihr ihre ihrem ihren ihrer ihres sein seine seinem seinen seines unser unsere unserem
unseren unseres euer eure eurem dies diese diesem diesen dieser dieses das der die den dem des ein
eine einem einen einer eines kein keine von vom zum zur mit ohne auf aus bei nach und oder nicht ist
sind war wird werden wurde wurden hat haben kann konnte muss soll sich es er sie wir mir dir ihm uns
euch als bis alles alle anderes anderen neu neue neues neuen alt alte altes alten voll gesperrt seit
noch schon auch nur hier dort heute gestern familie kind kinder mutter vater oma opa freund benutzer
besitzer strom netz rechner passwort bitte gerat gerate sicherung mon ma mes ton ta tes sa ses notre
nos votre vos leur leurs ce cet cette ces le la les un une du de au aux et ou ne pas est sont etait
ont ete sera peut doit sur sous dans par pour avec sans en tout n'est n'a n'ont s'est qui que quoi
nouveau nouvelle ancien ancienne autre appareil utilisateur utilisatrice famille enfant mere pere
proprietaire verrouille plein depuis mi mis tu tus su sus nuestro nuestra vuestro el los las lo uno
unos este esta estos estas ese esa aquel aquella del y o u e si fue ha han sido estan era puede debe
con sin por para sobre desde hasta como quien te ya aun otro otra nuevo nueva viejo vieja antiguo
antigua lleno familia nino hijo madre padre usuario dispositivo mio miei tuo tua tuoi suo sua suoi
nostro nostra vostro loro questo questa questi queste quello il gli di da dei degli della dello
delle dal nel nella sul sulla col tra fra ed non sono hanno stato stata viene puo deve ci che chi
nuovo nuova vecchio vecchia altro altra pieno famiglia figlio figlia utente meu minha meus minhas
teu seu seus suas nosso nossa os um uma dos na nas ao pelo pela em nao foi sao estao tem ser sendo
pode com sem pra novo nova velho velha outro outra cheio filho filha mae pai aparelho esse isso mijn
jouw je uw zijn haar ons onze hun deze dit dat het een van op aan uit bij naar niet geen wordt werd
heeft hebben kan moet nieuw nieuwe oud oude ander andere vol gezin moeder vader gebruiker apparaat
jullie nog mitt din ditt sitt hennes deras var vart vara eres vores jeres deres denna detta dessa
det ett som pa av til och og eller inte ikke ar blev blir har hade skal ny nytt nya nye gammal
gammelt gamle annan annet fuldt familj barn mor far bruker bruger enhet enhed ingen alla moj moja
moje twoj twoja twoje jego jej nasz nasza wasz ich ten tego tej tym nie jest byl byla moze nowy nowa
nowe stary stara inny inna oraz lub w z ze od dla po przez uzytkownik rodzina dziecko matka ojciec
pelny ani benim senin onun bizim sizin onlarin bu bir ve veya ile icin degil yeni eski diger aile
cocuk anne baba kullanici dolu мой моя мои моего твой твоя свой свои своего его ее их наш наша ваш
ваша вашем вашего вашему этот эта это эти этого этом тот и или не в на с со к от до для по из у о об
был была было были есть нет без уже еще давно новый новая старый старая другой другая пользователь
семья ребенок мать отец заполнен который где когда как что هذا هذه ذلك تلك الخاص الخاصة بك بي به بها
على في من الى عن مع هو هي لا لم لن تم الجديد القديم ممتلئ جديد قديم 나 내 저 제 우리 당신 귀하 너
자신 본인 이 그 저희 사용자 새 다른 가족 아이 고객 모든 현재 해당 누구 소유자 こ そ あ ど 你 您 我
他 她 它 谁 你们 我们 您们 自己 这个 那个 新 旧 用户 顾客 客户 家人 孩子 其他 当前 あなた わたし 私
僕 俺 自分 お使い この その あの どの 新しい 古い 別 家族 子供 お客様 お客 皆様 皆 使用中 利用中
以前 今 現在 最初
`)

// months holds folded names of months, and their short forms, in the languages that write the day behind the month or
// after a word such as "vom".
var months = wordSet(`
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
januar februar märz mai juni juli oktober dezember mrz okt dez
janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
januari februari maart mei augustus mrt marts maj augusti
styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
`)

// alsoNames holds folded words that name nobody in lower case alone: "mia" is Italian for my, and Mia is somebody.
var alsoNames = wordSet("will may hans max mia mina dina sina al se min mie tom rose mark art")

// impersonal holds folded words of the names that people give to cases and devices, which identify nobody.
var impersonal = wordSet("iphone ipad ipod phone tablet device apple icloud backup my mine old new the and of for in on an at to no " +
	"first second third work home case test pro max mini plus air se mein neu alt von der die das mon le la de your this s")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[fold(w)] = true
	}
	return set
}
