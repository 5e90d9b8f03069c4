### Die Wörter der Site auf Deutsch.

## Days and lists

date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
  } { $year }
date-short = { $day }. { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
  } { $year }
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
  } { $year }
number = { $n }
list-separator = ,{" "}

## The frame of every page

title = { $heading } – { $site }
skip = Zum Inhalt springen
main-menu = Hauptmenü
theme = Farbschema: { $scheme ->
    [light] hell
    [dark] dunkel
   *[system] wie das System
  }
breadcrumb = Brotkrumenpfad
home = Startseite
browse = Stöbern
apps = Apps
collections = Sammlungen
new = Neu
publishers = Anbieter
categories = Kategorien
rules = Regeln
developer-agreement = Entwicklervereinbarung
about-site = Über diese Site
feed-of-changes = Feed aller Änderungen
feed-of-changes-title = { $site }: alle Änderungen
source-repository = Quell-Repository
suggest-page-edit = Änderung dieser Seite vorschlagen
shortcuts = Tastenkürzel
atom-feed = Atom-Feed
search-site = { $site } durchsuchen

## Numbers of things

connectors = { $n ->
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  }
connectors-noun = { $n ->
    [one] Konnektor
   *[other] Konnektoren
  }
apps-noun = { $n ->
    [one] App
   *[other] Apps
  }
publishers-noun = { $n ->
    [one] Anbieter
   *[other] Anbieter
  }
versions-n = { $n ->
    [one] { $n } Version
   *[other] { $n } Versionen
  }
connectors-page = { $n ->
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  }, Seite { $page } von { $pages }
apps-n = { $n ->
    [one] { $n } App
   *[other] { $n } Apps
  }
apps-page = { $n ->
    [one] { $n } App
   *[other] { $n } Apps
  }, Seite { $page } von { $pages }
publishers-n = { $n ->
    [one] { $n } Anbieter
   *[other] { $n } Anbieter
  }
publishers-page = { $n ->
    [one] { $n } Anbieter
   *[other] { $n } Anbieter
  }, Seite { $page } von { $pages }

## Lists, orders and pages of lists

order = Reihenfolge
order-updated = Zuletzt aktualisiert
order-new = Neueste
order-a-z = A–Z
heading-new = { $heading }, neueste zuerst
heading-a-z = { $heading }, A–Z
heading-page = { $heading }, Seite { $page }
pages = Seiten
page = Seite
previous = Zurück
next = Weiter
range = { $first }–{ $last } von { $total }
letters = Buchstaben
connectors-list = Konnektoren
all-collections = Alle Sammlungen
all-categories = Alle Kategorien

## The search field

search = Suche
search-connectors = Konnektoren suchen
search-hint = App, Anbieter oder Aufgabe
suggestions = Vorschläge
search-for = Nach „{ $query }“ suchen
app-connectors = { $n ->
    [one] App, { $n } Konnektor
   *[other] App, { $n } Konnektoren
  }

## Words about a listing

official = Offiziell
deprecated = Veraltet
suspended = Gesperrt
unpublished = Nicht veröffentlicht
removed = Entfernt
unlisted = Nicht gelistet
open-source = Offener Quelltext
closed-source = Geschlossener Quelltext
open = Offen
closed = Geschlossen
direct = Direkt
on-request = Auf Anfrage
vendor = Hersteller der App
others = Andere
active = Aktiv
domain-verified = Domain bestätigt
domain-verified-name = Domain bestätigt: { $domain }

## The home page

examples = Zum Beispiel
home-apps = Verbinden Sie Ihre Apps
all-apps = Alle { $n } Apps
new-in = Neu im { $month }
all-news = Alle Neuigkeiten
recently-updated = Zuletzt aktualisiert
browse-all = In allen { $n } stöbern
by-category = Nach Kategorie
meanings = Was die Wörter in einem Eintrag bedeuten
meaning-official = Offiziell und bestätigt
meaning-official-text = Ein bestätigter Anbieter hat gezeigt, dass eine Domain ihm gehört. Ein offizieller Konnektor kommt vom Hersteller der App. Beides sagt, von wem er ist, und nicht, wie gut er ist.
meaning-source = Offener und geschlossener Quelltext
meaning-source-text = Offenen Quelltext können Sie vor der Installation lesen. Bei geschlossenem bleibt er verborgen; installieren darf ihn trotzdem jeder.
meaning-access = Direkt und auf Anfrage
meaning-access-text = Direkte Konnektoren installieren Sie von ihrer Seite aus. Bei den anderen fragen Sie zuerst den Anbieter.
publish-call = Selbst einen Konnektor gebaut?
publish-call-text = Zum Veröffentlichen genügt ein Ordner mit einer kurzen Beschreibung. Jede Einreichung wird geprüft.
publish-button = Konnektor veröffentlichen

## Browse, apps, publishers, categories, collections

browse-connectors = Konnektoren durchstöbern
app-title = Konnektoren für { $app }
connectors-for = Konnektoren für { $app }
from-makers = Vom Hersteller von { $app }
from-others = Von anderen Anbietern
not-recommended = Nicht mehr empfohlen
similar-apps = Ähnliche Apps
also-called = Auch bekannt als { $names }
publisher-title = Konnektoren von { $publisher }
verified-on = am { $date }
verified-on-by = am { $date }, { $method }
security-contact = Sicherheit: { $contact }
category-title = Konnektoren: { $category }
related-categories = Verwandte Kategorien
chosen-by = Ausgewählt von { $curator }
collection-connectors = Die Konnektoren

## A listing

listing-title = { $name } von { $publisher }
byline = von { $publisher }
badge-listed-on = gelistet bei { $site }
card-for-app = für { $app }
card-of-listing = { $name }: ein Konnektor für { $app }
card-of-app = Konnektoren für { $app }
view-source = Quelltext ansehen
copy = Kopieren
copied = Kopiert
opens-host = Öffnet { $host }
version = Version
version-number = Version { $version }
version-number-unfinished = Version { $version } (Vorabversion)
version-unfinished = { $version } (Vorabversion)
install = Konnektor installieren
request-access = Zugang anfragen
request-note = Fragen Sie den Anbieter nach Zugang.
request-note-open = Fragen Sie den Anbieter nach Zugang; den Quelltext kann man lesen.
request-note-closed = Fragen Sie den Anbieter nach Zugang; der Quelltext ist verborgen.
request-step-ask = Auf der Seite des Anbieters anfragen
request-step-receive = Zugang vom Anbieter erhalten
request-step-install = Konnektor installieren
install-note = Jeder kann installieren.
install-note-open = Offener Quelltext; jeder kann installieren.
install-note-closed = Quelltext verborgen; jeder kann installieren.
use-instead = Verwenden Sie stattdessen { $replacement }.
state-since = { $state ->
    [deprecated] Veraltet
    [suspended] Gesperrt
    [removed] Entfernt
   *[unpublished] Nicht veröffentlicht
  } seit { $date }
unlisted-text = Nur wer diesen Link hat, findet die Seite: Sie steht in keiner Liste, keinem Feed und keiner Suche. Geheim ist sie nicht.
reason-superseded = Ein anderer Konnektor ist an seine Stelle getreten.
reason-unmaintained = Niemand kümmert sich mehr um ihn.
reason-broken = Er funktioniert nicht mehr.
reason-vendor-shutdown = Die App, die er angebunden hat, gibt es nicht mehr.
reason-policy = Er entsprach nicht den Regeln dieses Katalogs.
reason-security = Er hat die Leute gefährdet, die ihn benutzten.
reason-author-request = Sein Anbieter hat uns gebeten, ihn zu entfernen.
on-this-page = Auf dieser Seite
overview = Überblick
what-it-does = Was er kann
triggers = Auslöser
actions = Aktionen
operation-name = Bezeichnung
screenshots = Bildschirmfotos
screenshot = Bildschirmfoto
video-on = Video auf { $host }
setup = Einrichtung
authentication = Anmeldung
regions = Regionen
also-needs = Braucht außerdem
region-note = Ein geschlossener Konnektor kann nur innerhalb derselben Region geteilt werden.
built-on-this = Baut auf diesem Konnektor auf
part-of = Baut auf { $parent } auf.
parent-version = Er steht jetzt bei Version { $version }.
versions = Versionen
all-versions = Alle { $n } Versionen
version-differs = Bei der Installation erhalten Sie Version { $shared }; die eigenen Rezepte des Anbieters laufen schon mit { $released }.
support = Unterstützung
email = E-Mail
help = Hilfe
guides = Anleitungen
website = Webseite
documentation = Dokumentation
privacy = Datenschutz
terms = Nutzungsbedingungen
facts = Auf einen Blick
app = App
publisher = Anbieter
source = Quelltext
access = Zugang
updated = Aktualisiert
first-version = Erste Version
licence = Lizenz
agreement = Vereinbarung
reviewed = Geprüft
identifier = Kennung
in-collections = In Sammlungen
badge-for-readme = Abzeichen für eine README
card-for-sites = Karte für andere Websites
see-card = Die Karte ansehen
feed-of-releases = Feed der Versionen
feed-of-releases-title = Versionen von { $name }
page-as-json = Diese Seite als JSON
suggest-edit = Änderung vorschlagen
report-problem = Problem melden
more-for = Mehr für { $app }
all-for = Alles für { $app }
related-connectors = Verwandte Konnektoren

## Versions of a listing

versions-of = Versionen von { $name }
versions-of-by = Versionen von { $name } von { $publisher }
versions-text = Jede Version von { $name }, mit dem Tag ihres Erscheinens und dem, was sich geändert hat.
back-to = Zurück zu { $name }
received-today = Das erhalten Sie heute
used-by-publisher = Von den eigenen Rezepten des Anbieters verwendet
pre-release = Vorabversion
withdrawn = Zurückgezogen
withdrawn-text = Vom Anbieter zurückgezogen.
withdrawn-since = Vom Anbieter zurückgezogen am { $date }.
change-added = Neu
change-changed = Geändert
change-deprecated = Veraltet
change-removed = Entfernt
change-fixed = Behoben
change-security = Sicherheit

## New and updated, announced

new-and-updated = Neu und aktualisiert
other-months = Andere Monate
months = Monate
months-around = Monate davor und danach
newer = Neuer
older = Älter
news-release = Neue Version
news-version = Version { $version }: { $notes }
feed-new = Neu: { $name }
feed-deprecated = Veraltet: { $name }
feed-suspended = Gesperrt: { $name }
announced-connectors = Angekündigte Konnektoren
announced-expected = { $developer }, erwartet bis { $date }

## Listings that are gone or have moved, pages that do not exist

gone = { $state ->
    [removed] Entfernt
   *[unpublished] Nicht veröffentlicht
  }
gone-since = { $state ->
    [removed] Entfernt
   *[unpublished] Nicht veröffentlicht
  } seit { $date }
use-this-instead = Verwenden Sie stattdessen diesen
other-connectors = Andere Konnektoren
other-connectors-for = Andere Konnektoren für { $app }
search-all-connectors = Alle Konnektoren durchsuchen
moved-title = { $name } ist umgezogen – { $address }
moved = Diese Seite hat eine neue Adresse: { $link }
not-found = Seite nicht gefunden
not-found-text = Die Adresse ist vielleicht falsch geschrieben, oder die Seite ist umgezogen. Suchen Sie, was Sie finden wollten:
start-from-category = Oder beginnen Sie bei einer Kategorie
did-you-mean-colon = Meinten Sie:

## Pages of prose, rules

in-this-section = In diesem Abschnitt
rules-text = Was geprüft wird, bevor ein Eintrag erscheint, und warum. Fehler müssen zuerst behoben werden; Warnungen und Hinweise sind Ratschläge.
rule-kinds = Arten von Regeln
level-error = Fehler
level-warning = Warnung
level-note = Hinweis
level-off = Hier nicht geprüft
costs-value = Besucher sehen den Wert nicht
costs-page = Besucher sehen die Seite nicht
level-from = { $level } ab { $date }

## The search page

search-needs-script = Die Suche läuft in Ihrem Browser und braucht JavaScript. Auch ohne ist alles da: Sie können { $browse } oder sie { $az } lesen.
browse-all-connectors = alle Konnektoren durchstöbern
from-a-to-z = von A bis Z
results = Ergebnisse
sort-relevance = Beste Treffer
sort-a-z = A bis Z
loading-catalogue = Der Katalog wird geladen …
loading = Wird geladen …
search-failed = Die Suche konnte nicht geladen werden
search-failed-status = Die Suche konnte nicht geladen werden.
search-failed-here = Die Suche konnte nicht geladen werden. Sie können { $again } oder { $browse }.
load-again = die Seite neu laden
part-missing = Ein Teil des Katalogs ist nicht angekommen. Ihre Eingabe bleibt erhalten: Versuchen Sie es noch einmal, oder Sie können { $browse } oder sie { $az } lesen.
offline = Sie sind offenbar offline. Ihre Eingabe bleibt erhalten: Versuchen Sie es noch einmal, oder Sie können { $browse } oder sie { $az } lesen.
try-again = Noch einmal versuchen
trying = Neuer Versuch …
found = { $n ->
    [0] Keine Konnektoren
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  }
found-for = { $n ->
    [0] Keine Konnektoren
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  } für { $words }
found-filtered = { $n ->
    [0] Keine Konnektoren
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  } mit { $filters ->
    [one] { $filters } Filter
   *[other] { $filters } Filtern
  }
found-for-filtered = { $n ->
    [0] Keine Konnektoren
    [one] { $n } Konnektor
   *[other] { $n } Konnektoren
  } für { $words } mit { $filters ->
    [one] { $filters } Filter
   *[other] { $filters } Filtern
  }
quoted = „{ $words }“
remove = Entfernen:
clear-all = Alle entfernen
corrected = Ergebnisse für { $words }. Stattdessen nach { $typed } suchen.
did-you-mean = Meinten Sie { $words }?
unknown-values = Weggelassen, weil der Katalog es nicht kennt: { $values }
filters = Filter
filters-n = Filter ({ $n })
show-connectors = { $n ->
    [one] { $n } Konnektor anzeigen
   *[other] { $n } Konnektoren anzeigen
  }
facet-tag = Kategorie
facet-app = App
facet-source = Quelltext
facet-access = Zugang
facet-auth = Anmeldung
facet-publisher = Anbieter
facet-region = Region
facet-official = Gemacht von
facet-status = Zustand
find-in = Suchen in { $group }
find = Suchen
show-fewer = Weniger anzeigen
show-all = Alle { $n } anzeigen
first-of = Die ersten { $shown } von { $n }. Andere finden Sie über ihren Namen.
no-such-value = Nichts heißt so.
exact-match = Genauer Treffer
caution-deprecated = Er funktioniert, aber es gibt Besseres.
caution-suspended = Er darf zurzeit nicht installiert werden.
nothing-fits = Auf nichts trifft das alles zugleich zu. Entfernen Sie einen Filter:
nothing-found = Versuchen Sie es mit weniger oder kürzeren Wörtern, oder beginnen Sie bei einer Kategorie.
without-value = Ohne { $value }
without-filters = Ganz ohne Filter
nearly-the-same = Auch nach ähnlichen Wörtern suchen
request-connector = Diesen Konnektor wünschen

## Submitting a connector

submit-title = Konnektor einreichen
submit-lede = Beantworten Sie die Fragen, und diese Seite schreibt die Dateien. Auf { $host } wird daraus ein Pull Request, den ein Mensch prüft.
submit-form-button = Formular ausfüllen
submit-form-label = Fragen zum Konnektor
submit-needs-script = Das Formular schreibt die Dateien in Ihrem Browser und braucht JavaScript. Auch ohne können Sie:
submit-read-guide = nachlesen, wie ein Konnektor veröffentlicht wird
submit-use-issue = das Issue-Formular auf { $host } ausfüllen
submit-see-repository = das Repository auf { $host } öffnen
submit-private = Was Sie eintippen, bleibt in diesem Browser, auch wenn Sie die Seite schließen, bis Sie neu beginnen. Gesendet wird nichts, bevor Sie { $host } selbst öffnen.
submit-optional = freiwillig
submit-part-connector = Der Konnektor
submit-part-text = Was er tut
submit-part-text-about = Die Kurzbeschreibung steht auf der Karte, alles andere im README.
submit-part-support = Hilfe für alle, die ihn verwenden
submit-part-support-about = Mindestens eines der drei.
submit-part-place = Wo man ihn findet
submit-part-install = Wie man ihn bekommt
submit-part-publisher = Der Anbieter
submit-part-version = Die erste Version
submit-part-agreement = Die Entwicklervereinbarung
ask-name = Wie heißt der Konnektor?
ask-slug = Wie heißt sein Ordner?
ask-source = Kann jeder den Quelltext lesen?
ask-source-url = Wo kann man den Quelltext lesen?
ask-license = Unter welcher Lizenz?
ask-summary = Was tut er, in einer Zeile?
ask-description = Wer braucht ihn, und wofür?
ask-setup = Was ist zwischen der Installation und dem ersten Erfolg zu tun?
ask-limits = Was kann er nicht?
ask-troubleshooting = Was misslingt am häufigsten, und was hilft?
ask-support-email = Unter welcher Mailadresse werden Fragen beantwortet?
ask-support-url = Gibt es ein Hilfezentrum oder einen Issue-Tracker?
ask-support-docs = Gibt es eine Dokumentation, die Fragen beantwortet?
ask-app = Für welche App ist er?
ask-app-website = Welche Seite zeigt, dass es die App gibt?
ask-tags = Welche Kategorien passen?
ask-keywords = Nach welchen Wörtern könnte man suchen?
ask-install = Wer kann ihn installieren?
ask-install-url = Wo beginnt die Installation?
ask-install-command = Welcher Befehl installiert ihn?
ask-landing-url = Welche Seite zeigt den Konnektor und wie man ihn bekommt?
ask-path-note = Wie kommt man von dieser Seite zum Konnektor?
ask-publisher = Wer veröffentlicht ihn?
ask-publisher-name = Wie heißt der Anbieter?
ask-publisher-url = Hat der Anbieter eine eigene Website?
ask-account-login = Welches Konto darf den Eintrag später ändern?
ask-account-id = Welche Nummer hat dieses Konto?
ask-version = Welche Version ist das?
ask-notes = Was ist neu daran?
ask-regions = In welchen Rechenzentren wird er angeboten?
ask-auth = Wie meldet er sich an?
ask-accept-agreement = Wer nimmt die Entwicklervereinbarung an?
offer-open = Ja: offener Quelltext
offer-closed = Nein: der Code ist verborgen
offer-direct = Jeder, direkt
offer-request = Nur, wer anfragt (über eine Seite von Ihnen)
hint-name = Im Katalog einmalig, höchstens { $max } Zeichen.
hint-slug = Kleinbuchstaben, Ziffern und einzelne Bindestriche; daraus wird die Adresse des Eintrags. Bleibt das Feld leer, wird er aus dem Namen gebildet.
hint-source = Geschlossener Quelltext verbirgt den Code und beschränkt das Installieren nicht. Nach der Veröffentlichung lässt sich das nur ändern, während der Eintrag zurückgezogen ist.
hint-source-free = Geschlossener Quelltext verbirgt den Code und beschränkt das Installieren nicht. Das lässt sich später ändern.
hint-license = Ein SPDX-Ausdruck wie MIT, Apache-2.0 oder MIT OR Apache-2.0.
hint-summary = Höchstens { $max } Zeichen, ohne Markdown. Sagen Sie, was ihn auszeichnet.
hint-description = Bleibt das Feld leer, steht hier die Kurzbeschreibung.
hint-limits = Etwa Zeilen, Größen oder Aufrufe je Minute.
hint-support-docs = Ein Weg zu Hilfe genügt: diese Seite, ein Hilfebereich oder eine E-Mail-Adresse.
hint-app = Genau so, wie ihr Hersteller sie schreibt, auch in Groß- und Kleinschreibung. Eine App, die nicht in der Liste steht, kommt als eigene Datei dazu.
hint-app-website = Die Seite ihres Herstellers ist der Nachweis. Die Prüfung einer neuen App dauert länger.
hint-tags = Alle, die passen.
hint-keywords = Bis zu { $max }. Am meisten helfen Wörter, die sonst nirgends im Eintrag stehen.
hint-install = Wer anfragen muss, kann nicht vom Eintrag aus installieren: Eine Seite von Ihnen sagt, wie man einen privaten Link bekommt.
hint-landing-url = Eine öffentliche Seite, niemals ein privater Link.
hint-path-note = Eine Zeile mit höchstens { $max } Zeichen, etwa: Fragen Sie auf der Seite an; wir antworten binnen eines Tages.
hint-publisher = Wählen Sie sich aus der Liste. Wer nicht darin steht, schreibt einen Kurznamen wie ihr-name und wird hinzugefügt.
hint-account-login = Der Name Ihres Kontos auf { $host }. Was dieses Konto später ändert, muss nicht auf einen Menschen warten; ohne Konto wartet jede Aktualisierung.
hint-account-id = Die Nummer bleibt, wenn das Konto anders heißt.
hint-version = So, wie Sie sie sonst schreiben, etwa 1.4.0 oder 2026.2.
hint-regions = Keines gewählt heißt: alle. Geschlossener Quelltext wird nur innerhalb eines Rechenzentrums geteilt.
hint-accept-agreement = Der Name einer Person oder einer Firma.
submit-one-a-line = Je Zeile eine Angabe.
submit-paragraph-a-line = Ein Absatz je Zeile.
submit-comma-separated = Durch Kommas getrennt.
submit-agree = Ich habe die Fassung { $version } der Vereinbarung gelesen und nehme sie an: { $link }
submit-check = Antworten prüfen
submit-start-over = Neu beginnen
submit-start-over-sure = Alles hier Eingetippte geht verloren. Neu beginnen?
submit-kept = Ihre Antworten vom letzten Mal sind wieder da.
submit-spelling = Im Katalog heißt sie { $name }.
submit-number-at = Es ist die „id“ auf { $link }
submit-error-missing = Bitte beantworten Sie diese Frage.
submit-error-choose = Wählen Sie mindestens eine.
submit-error-support = Nennen Sie mindestens eines: eine Mailadresse, ein Hilfezentrum oder eine Dokumentation.
submit-error-many = { $n } sind zu viele: höchstens { $max }.
submit-error-long = { $n } Zeichen sind zu viele: höchstens { $max }.
submit-error-slug = Verwenden Sie Kleinbuchstaben, Ziffern und einzelne Bindestriche dazwischen, und keinen Namen mit anderer Bedeutung wie new.
submit-error-address = Schreiben Sie eine ganze Webadresse wie https://you.example/.
submit-error-mail = Schreiben Sie eine Mailadresse wie help@you.example.
submit-error-login = Schreiben Sie nur den Namen des Kontos, ohne @ und ohne Adresse.
submit-error-number = Schreiben Sie nur die Nummer: Ziffern.
submit-error-version = Schreiben Sie die Version in eine Zeile, etwa 1.4.0.
submit-error-form = Das hat nicht die richtige Form.
submit-error-agree = Lesen Sie die Vereinbarung, und setzen Sie das Häkchen.
submit-errors = { $n ->
    [one] Eine Antwort braucht noch einen Blick
   *[other] { $n } Antworten brauchen noch einen Blick
  }
submit-card = So wird es aussehen
submit-files = Ihre Dateien
submit-files-about = Sie entstehen, während Sie tippen.
submit-no-name = Die Dateien beginnen mit dem Namen des Konnektors.
submit-copy-file = { $file } kopieren
submit-download-file = { $file } herunterladen
submit-download = Herunterladen
submit-next = Was noch zu tun ist
submit-next-about = Die Antworten haben die richtige Form. Alles Weitere wird geprüft, wenn der Pull Request da ist.
submit-step-open = Öffnen Sie { $host } mit der ersten Datei, und speichern Sie sie dort auf einem neuen Branch. Dürfen Sie nicht in das Repository schreiben, macht die Plattform eine Kopie für Sie.
submit-step-branch = Fügen Sie die Adresse der Seite ein, die dann kommt, damit die anderen Dateien auf denselben Branch gelangen.
submit-branch = Adresse der Seite nach dem Speichern
submit-branch-known = Die anderen Dateien gehen auf den Branch { $branch }.
submit-branch-unknown = Diese Adresse nennt keinen Branch dieses Repositorys oder einer Kopie davon.
submit-step-others = { $n ->
    [one] Fügen Sie die andere Datei auf diesem Branch hinzu.
   *[other] Fügen Sie die anderen { $n } Dateien auf diesem Branch hinzu.
  }
submit-step-request = Öffnen Sie von diesem Branch aus den Pull Request. Die Prüfungen antworten binnen Minuten.
submit-open = { $file } auf { $host } öffnen
submit-copy-and-open = { $file } kopieren und { $host } öffnen
submit-paste = Die Seite dort öffnet sich leer: Der Text liegt in der Zwischenablage, fügen Sie ihn ein.
submit-new-tab = Öffnet sich in einem neuen Tab; diese Seite bleibt.
submit-same-name = Einen Konnektor dieses Namens gibt es schon: { $link }

## Dialogs

close = Schließen
picture-of = { $caption } ({ $n } von { $total })
shortcut-search = Zum Suchfeld
shortcut-list = Diese Liste zeigen
shortcut-escape = Schließen, was offen ist
use-shortcuts = Diese Tastenkürzel verwenden

## Die Warteschlange der Einreichungen

queue = Warteschlange
queue-text = Laufende Einreichungen: wer am Zug ist, wie lange jede schon wartet und wie lange sie warten darf.
queue-unwritten = Die Warteschlange wurde noch nicht geschrieben.
queue-empty = Zurzeit läuft keine Einreichung.
queue-waiting = { $n ->
    [0] Keine Einreichung wartet auf eine Prüfung.
    [one] Eine Einreichung wartet auf eine Prüfung, davon { $over } länger als zugesagt.
   *[other] { $n } Einreichungen warten auf eine Prüfung, davon { $over } länger als zugesagt.
  }
queue-median = Die Hälfte davon wartet nicht länger als { $n ->
    [one] { $n } Werktag.
   *[other] { $n } Werktage.
  }
queue-under-way = Laufende Einreichungen
queue-position = Platz
queue-submission = Einreichung
queue-state = Stand
queue-age = Alter
queue-actor = Am Zug
queue-blocking = Was zu beheben ist
queue-more = und { $n } weitere
queue-days = { $n ->
    [one] { $n } Werktag
   *[other] { $n } Werktage
  }
queue-days-of = { $n ->
    [one] { $n } Werktag, zugesagt { $target }
   *[other] { $n } Werktage, zugesagt { $target }
  }
queue-over = länger als zugesagt
queue-as-of = Stand: { $date }
queue-data = Dasselbe als JSON
queue-draft = Entwurf
queue-waits-for-submitter = Wartet auf die einreichende Person
queue-waits-for-reviewer = Wartet auf eine Prüfung
queue-ready = Kann übernommen werden
queue-submitter = Einreichende Person
queue-reviewer = Prüfende Person
class-version-update = Neue Version
class-routine-edit = Gewöhnliche Änderung
class-lifecycle = Lebenszyklus
class-rename = Umbenennung
class-identity-edit = Identität
class-transfer = Übergabe
class-new-listing = Neuer Konnektor
class-new-publisher = Neuer Anbieter
class-new-app = Neue App
class-outside-listings = Außerhalb der Einträge
class-mixed = Mehrere Arten von Änderungen
