"""Closed lists of words in the labels of speakers: forms of address, roles, Q and A, fields."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MASCULINE = _words("mr sir lord messrs herr monsieur señor signor senhor dhr shri pan baron earl")
FEMININE = _words(
    """
    mrs ms miss dame lady madam madame frau mme señora signora senhora mevr smt kumari pani
    baroness countess
    """
)
ADDRESS = (
    MASCULINE
    | FEMININE
    | _words(
        "mx dr prof professor hon honourable honorable rt right rev reverend sr sra m dott dra"
    )
)
# Offices and callings that stand before a name.
OFFICES = _words(
    """
    senator sen representative rep congressman congresswoman councillor cllr councilman
    councilwoman alderman rabbi pastor father sister brother bishop archbishop cardinal imam
    judge justice president minister chairman chairwoman chairperson chair governor mayor
    ambassador secretary captain major colonel general lieutenant sergeant inspector constable
    detective officer commissioner sheriff admiral deputy commander nurse coach chancellor
    premier speaker viscount presenter reporter host co-host anchor correspondent interviewer
    interviewee narrator moderator candidate caller witness juror panellist panelist guest
    facilitator commentator announcer newsreader journalist editor delegate member attorney
    counsel advocate prosecutor solicitor acting vice former chief prime foreign
    """
)
# Those who are addressed by their office: Mr Deputy Speaker, Madam President.
CHAIRS = _words(
    """
    speaker chair chairman chairwoman chairperson president deputy vice acting presiding officer
    clerk secretary foreperson foreman interpreter witness temporary pro tempore
    """
)
# Words that make a label a role and no name: THE COURT, FIRST SOLDIER, STATION MASTER.
ROLE_NOUNS = OFFICES | _words(
    """
    the a an and of court clerk bailiff reporter interpreter foreperson foreman defendant
    plaintiff applicant respondent appellant claimant operator participant interviewees
    respondents audience crowd all both everyone others chorus voice voices man woman boy girl
    child children soldier soldiers guard guards traveller traveler stranger messenger servant
    waiter waitress barman driver passenger customer doctor patient teacher student pupil mother
    daughter son wife husband king queen prince princess duke duchess lord lady nun priest monk
    porter sailor captain master mistress keeper attendant neighbour neighbor policeman
    policewoman cop tourist writer director producer translator announcer questioner unknown
    unidentified male female first second third fourth old young little presiding examiner
    leader player person speakers members journalists reporters secretariat staff bot user
    assistant host hosts team panel jury tribunal arbitrator commissioners chairs president vice
    acting temporary tempore pro interviewer landlord landlady shopkeeper gardener conductor
    nurse postman dispatcher pilot tower control moderatorin moderator sprecher sprecherin
    interviewerin reporterin erzähler journaliste animateur présentateur présentatrice
    periodista entrevistador entrevistadora presentador intervistatore giornalista jornalista
    presentator journalist ведущий ведущая корреспондент журналист prowadzący dziennikarz
    """
)
PARTICLES = _words(
    "de van von der den al bin el la le da di del dos du ibn ten ter zu of y e do das"
)
# Q and A in the languages that have letters or words for them.
QUESTIONS = _words(
    """
    q question frage f pregunta p domanda d pergunta vraag v pytanie вопрос в 問 问 문 س سؤال
    questão demande
    """
)
ANSWERS = _words(
    "a answer antwort réponse r respuesta risposta resposta antwoord odpowiedź ответ о 答 답 ج جواب"
)
# Labels of the page, of a recipe, of a form or of a list, and of no speaker.
FIELDS = _words(
    """
    what description status contents usage parameters returns raises arguments options output input
    synopsis maintainer homepage license licence content-type content-id content-disposition
    content-transfer-encoding mime-version message-id received return-path reply-to
    update updated note notes related watch read photos photo video more correction source
    sources breaking exclusive live listen see also opinion analysis news credit credits
    ingredients ingredient method serves serving servings preparation directions instructions
    date time place location venue price cost name names age address phone telephone tel fax
    email e-mail web website url author authors title subject re from to cc bcc sent attachment
    attachments tags tag category categories keywords abstract summary background conclusion
    results introduction contents appendix figure table fig image caption copyright published
    publisher isbn doi available accessed retrieved references bibliography further reading
    duration length width height weight size colour color material materials model version
    language languages country city born died occupation education nationality genre starring
    cast rating runtime distance difficulty opening hours admission tickets contact booking
    details warning caution tip tips example examples step steps total deadline status type kind
    class id number no item items agenda present apologies absent attendees attending
    participants minutes action actions result winner score pros cons verdict advantages
    disadvantages definition synonyms origin etymology pronunciation objective objectives aim
    aims purpose scope requirements prerequisites dear ps nb fact facts weather temperature wind
    high low today tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december chapter
    section part scene act setting characters transcript recorded edited music sound sfx fade
    cut dissolve int ext habitat diet range lesson activity homework zutaten zubereitung datum
    ort preis hinweis quelle foto ingrédients préparation lieu prix ingredientes preparación
    fecha lugar precio ingredienti preparazione luogo prezzo preparo data local preço
    ingrediënten bereiding plaats prijs składniki przygotowanie miejsce cena дата место цена
    ингредиенты
    """
)
# Fields that are also names of persons: Idwal Price, April Moss.
NAMES_TOO = _words("price april may june august low high part cast wind read live reading")
# Adjectives before what somebody is: British sculptor Zelda Ireton.
QUALIFIERS = _words(
    """
    former retired veteran ex legendary celebrated british american australian canadian indian
    irish scottish welsh german french italian spanish dutch norwegian swedish danish nigerian
    kenyan south african new zealand
    """
)
