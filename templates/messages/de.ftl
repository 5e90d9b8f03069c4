### Die Wörter der Site auf Deutsch.

## What a listing is called

-listing = Konnektor
-listings = Konnektoren

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
feed-of-changes = Alle Änderungen (Feed)
feed-of-changes-title = { $site }: alle Änderungen
feed-of-security-title = { $site }: Sicherheit
source-repository = Quell-Repository
page-changed-on = Seite zuletzt geändert am { $date }
suggest-page-edit = Änderung dieser Seite vorschlagen
shortcuts = Tastenkürzel
atom-feed = Atom-Feed
search-site = { $site } durchsuchen

## Numbers of things

connectors = { $n ->
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
connectors-noun = { $n ->
    [one] { -listing }
   *[other] { -listings }
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
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
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
connectors-list = { -listings }
all-collections = Alle Sammlungen
all-categories = Alle Kategorien

## The search field

search = Suche
search-connectors = { -listings } suchen
search-hint = App, Anbieter oder Aufgabe
suggestions = Vorschläge
search-for = Nach „{ $query }“ suchen
app-connectors = { $n ->
    [one] App, { $n } { -listing }
   *[other] App, { $n } { -listings }
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
home-apps = Für die Apps, die Sie nutzen
all-apps = { $n ->
    [one] Alle Apps
   *[other] Alle { $n } Apps
  }
new-in = Neu im { $month }
all-news = Alle Neuigkeiten
recently-updated = Zuletzt aktualisiert
browse-all = In allen { $n } stöbern
by-category = Nach Kategorie
meanings = Was die Bezeichnungen bedeuten
meaning-official = Offiziell und bestätigt
meaning-official-text = Ein bestätigter Anbieter hat gezeigt, dass eine Domain ihm gehört. Offizielle { -listings } kommen vom Hersteller der App. Beides sagt, von wem sie sind, und nicht, wie gut sie sind.
meaning-source = Offener und geschlossener Quelltext
meaning-source-text = Offenen Quelltext können Sie vor der Installation lesen. Bei geschlossenem bleibt er verborgen: Sie können ihn installieren, aber weder ansehen noch ändern.
meaning-access = Direkt und auf Anfrage
meaning-access-text = Direkte { -listings } installieren Sie von ihrer Seite aus. Bei den anderen fragen Sie zuerst den Anbieter.
publish-call = Selbst etwas gebaut?
publish-call-text = Zum Veröffentlichen genügt ein Ordner mit einer kurzen Beschreibung. Jede Einreichung wird geprüft.
publish-button = { -listing } veröffentlichen

## Browse, apps, publishers, categories, collections

browse-connectors = { -listings } durchstöbern
app-title = { -listings } für { $app }
connectors-for = { -listings } für { $app }
from-makers = Vom Hersteller von { $app }
from-others = Von anderen Anbietern
not-recommended = Nicht mehr empfohlen
similar-apps = Ähnliche Apps
also-called = Auch bekannt als { $names }
publisher-title = { -listings } von { $publisher }
verified-on = am { $date }
verified-on-by = am { $date }, { $method }
security-contact = Sicherheit: { $contact }
category-title = { -listings }: { $category }
related-categories = Verwandte Kategorien
chosen-by = Ausgewählt von { $curator }
collection-connectors = { -listings }

## A listing

listing-title = { $name } von { $publisher }
byline = von { $publisher }
badge-listed-on = gelistet bei { $site }
card-for-app = für { $app }
card-of-listing = { $name }: { -listing } für { $app }
card-of-app = { -listings } für { $app }
view-source = Quelltext ansehen
copy = Kopieren
copied = Kopiert
opens-host = Öffnet { $host }
version = Version
version-number = Version { $version }
version-number-unfinished = Version { $version } (Vorabversion)
version-unfinished = { $version } (Vorabversion)
install = { -listing } installieren
request-access = Zugang anfragen
request-note = Fragen Sie den Anbieter nach Zugang.
request-note-open = Fragen Sie den Anbieter nach Zugang. Der Quelltext ist öffentlich.
request-note-closed = Fragen Sie den Anbieter nach Zugang. Der Quelltext ist geschlossen.
request-step-ask = Auf der Seite des Anbieters anfragen
request-step-receive = Einen privaten Link erhalten
request-step-install = Mit dem Link installieren
install-note = Jeder kann installieren.
install-note-open = Offener Quelltext; jeder kann installieren.
install-note-closed = Geschlossener Quelltext: Jeder kann installieren, aber niemand sonst kann den Code ansehen oder ändern, auch nicht in der eigenen Kopie.
use-instead = Verwenden Sie stattdessen { $replacement }.
state-since = { $state ->
    [deprecated] Veraltet
    [suspended] Gesperrt
    [removed] Entfernt
   *[unpublished] Nicht veröffentlicht
  } seit { $date }
unlisted-text = Diese Seite ist nicht gelistet: Sie steht in keiner Liste, keinem Feed und keiner Suche, aber wer den Link hat, kann sie öffnen.
reason-superseded = Etwas Neueres ist an seine Stelle getreten.
reason-unmaintained = Er wird nicht mehr gepflegt.
reason-broken = Er funktioniert nicht mehr.
reason-vendor-shutdown = Die App, für die er gemacht war, gibt es nicht mehr.
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
region-note = { -listings } mit geschlossenem Quelltext können nur innerhalb ihrer Region geteilt werden.
region-help = So teilt man über Regionen hinweg
built-on-this = Baut hierauf auf
built-on = Baut auf { $parent } auf.
built-on-version = Baut auf { $parent } auf, jetzt in Version { $version }.
versions = Versionen
all-versions = { $n ->
    [one] Alle Versionen
   *[other] Alle { $n } Versionen
  }
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
needed-by = Nötig für { $n ->
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
compare = Vergleichen
compare-these = Diese vergleichen
compare-connectors = { -listings } vergleichen
compare-text = Bis zu vier { -listings } nebeneinander. Wählen Sie auf jeder Seite „Vergleichen“; dieses Fenster merkt sich die letzten vier.
compare-needs-script = Die Tabelle entsteht in Ihrem Browser und braucht JavaScript. Auch ohne können Sie { $browse }.
compare-empty = Noch ist nichts ausgewählt. Sie können { $browse }.
compare-missing = Nicht in diesem Katalog oder nicht geladen: { $names }
compare-remove = Entfernen
compare-remove-name = { $name } entfernen
compare-failed = Die Tabelle konnte nicht geladen werden. Sie können { $again }.
page-changed = Seite zuletzt geändert
first-version = Erste Version
licence = Lizenz
agreement = Vereinbarung
reviewed = Geprüft
copied-from = Kopie von
imported-from = Importiert von
tested = Getestet
tested-version = Version { $version }
tested-version-with = Version { $version } mit { $app }
identifier = Kennung
in-collections = In Sammlungen
badge-for-readme = README-Abzeichen
card-for-sites = Einbetten
see-card = Vorschau
feed-of-releases = Versionen (Feed)
feed-of-releases-title = Versionen von { $name }
page-as-json = JSON
suggest-edit = Änderung vorschlagen
report-problem = Problem melden
more-for = Mehr für { $app }
all-for = Alles für { $app }
related-connectors = Verwandte { -listings }

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
feed-unpublished = Nicht mehr veröffentlicht: { $name }
feed-removed = Entfernt: { $name }
feed-withdrawn = Zurückgezogen: { $name } { $version }
# Something that happened, and why in a sentence.
feed-because = { $what }. { $reason }
announced-connectors = Angekündigte { -listings }
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
use-this-instead = Verwenden Sie stattdessen
other-connectors = Andere { -listings }
other-connectors-for = Andere { -listings } für { $app }
search-all-connectors = Alle { -listings } durchsuchen
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

## Texts in Markdown, what is the program's own in them

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
table = Tabelle
table-n = Tabelle { $n }
task-done = erledigt
task-open = offen
footnotes = Fußnoten
footnote-back = Zurück zum Verweis auf Fußnote { $number }
footnote-back-nth = Zurück zum Verweis auf Fußnote { $number }, { $nth }
agreement-title = Entwicklervereinbarung { $version }

## llms.txt, the site in a nutshell for language models

llms-about = Ein Katalog mit { $listings ->
    [one] { $listings } { -listing }
   *[other] { $listings } { -listings }
  } für { $apps ->
    [one] { $apps } App.
   *[other] { $apps } Apps.
  } Jeden Eintrag gibt es auch als Daten unter { $data }, mit seinem Kürzel an der Stelle von SLUG.
llms-catalogue = Katalog
llms-json = Alle { -listings } als JSON
llms-json-about = alle Einträge mit App, Anbieter, Kategorien, Version und Adresse
llms-changes = Änderungen
llms-changes-about = die neuesten Einträge und Versionen als JSON Feed
llms-all = Alle { -listings } von A bis Z
llms-all-about = Seite für Seite, nach Namen

## The search page

search-needs-script = Die Suche läuft in Ihrem Browser und braucht JavaScript. Auch ohne können Sie { $browse } oder alles { $az } ansehen.
browse-all-connectors = alle { -listings } durchstöbern
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
part-missing = Ein Teil des Suchindex konnte nicht geladen werden. Ihre Eingabe bleibt erhalten: Versuchen Sie es noch einmal, oder Sie können { $browse } oder alles { $az } ansehen.
offline = Sie sind offenbar offline. Ihre Eingabe bleibt erhalten: Versuchen Sie es noch einmal, oder Sie können { $browse } oder alles { $az } ansehen.
try-again = Noch einmal versuchen
trying = Neuer Versuch …
found = { $n ->
    [0] Keine { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
found-for = { $n ->
    [0] Keine { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  } für { $words }
found-filtered = { $n ->
    [0] Keine { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  } mit { $filters ->
    [one] { $filters } Filter
   *[other] { $filters } Filtern
  }
found-for-filtered = { $n ->
    [0] Keine { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  } für { $words } mit { $filters ->
    [one] { $filters } Filter
   *[other] { $filters } Filtern
  }
quoted = „{ $words }“
remove = Entfernen:
clear-all = Alle entfernen
corrected = Ergebnisse für { $words }. Stattdessen nach { $typed } suchen.
did-you-mean = Meinten Sie { $words }?
unknown-values = Unbekannte Filter weggelassen: { $values }
filters = Filter
filters-n = Filter ({ $n })
show-connectors = { $n ->
    [one] { $n } { -listing } anzeigen
   *[other] { $n } { -listings } anzeigen
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
no-such-value = Keine Treffer.
exact-match = Genauer Treffer
caution-deprecated = Funktioniert noch, aber es gibt Besseres.
caution-suspended = Bitte zurzeit nicht installieren.
nothing-fits = Nichts passt zu allen Filtern. Entfernen Sie einen:
nothing-found = Versuchen Sie es mit weniger oder kürzeren Wörtern, oder beginnen Sie bei einer Kategorie.
without-value = Ohne { $value }
without-filters = Ganz ohne Filter
nearly-the-same = Ähnliche Wörter einbeziehen
request-connector = { -listing } wünschen

## Submitting a connector

submit-title = { -listing } einreichen
submit-lede = Beantworten Sie die Fragen, und diese Seite schreibt die Dateien. Auf { $host } wird daraus ein Pull Request, den ein Mensch prüft.
submit-form-button = Formular ausfüllen
submit-form-label = Fragen zur Einreichung
submit-needs-script = Das Formular schreibt die Dateien in Ihrem Browser und braucht JavaScript. Auch ohne können Sie:
submit-read-guide = nachlesen, wie man veröffentlicht
submit-use-issue = das Issue-Formular auf { $host } ausfüllen
submit-see-repository = das Repository auf { $host } öffnen
submit-private = Was Sie eintippen, bleibt in diesem Browser, auch wenn Sie die Seite schließen, bis Sie neu beginnen. Gesendet wird nichts, bevor Sie { $host } selbst öffnen.
submit-optional = freiwillig
submit-part-connector = { -listing }
submit-part-text = Was er tut
submit-part-text-about = Die Kurzbeschreibung steht auf der Karte, alles andere im README.
submit-part-support = Hilfe für alle, die ihn verwenden
submit-part-support-about = Mindestens eines der drei.
submit-part-place = Wo man ihn findet
submit-part-install = Wie man ihn bekommt
submit-part-publisher = Der Anbieter
submit-part-version = Die erste Version
submit-part-agreement = Die Entwicklervereinbarung
ask-name = Wie lautet der Name?
ask-slug = Wie soll der Ordner heißen?
ask-source = Ist der Quelltext öffentlich?
ask-source-url = Wo ist der Quelltext?
ask-license = Welche Lizenz?
ask-summary = Was tut er, in einer Zeile?
ask-description = Wer braucht ihn, und wofür?
ask-setup = Welche Schritte sind nach der Installation nötig, bis er funktioniert?
ask-limits = Was kann er nicht?
ask-troubleshooting = Was misslingt am häufigsten, und was hilft?
ask-support-email = Mailadresse für Fragen?
ask-support-url = Gibt es ein Hilfezentrum oder einen Issue-Tracker?
ask-support-docs = Gibt es eine Dokumentation für alle, die ihn verwenden?
ask-app = Für welche App ist er?
ask-app-website = Welche Seite zeigt, dass es die App gibt?
ask-tags = Welche Kategorien passen?
ask-keywords = Nach welchen Wörtern könnte man suchen?
ask-install = Wer kann ihn installieren?
ask-install-url = Wo beginnt die Installation?
ask-install-command = Welcher Befehl installiert ihn?
ask-landing-url = Welche Seite stellt ihn vor und erklärt, wie man ihn bekommt?
ask-path-note = Wie bekommt man ihn von dieser Seite aus?
ask-publisher = Wer veröffentlicht ihn?
ask-publisher-name = Wie heißt der Anbieter?
ask-publisher-url = Hat der Anbieter eine eigene Website?
ask-account-login = Welches Konto darf den Eintrag später ändern?
ask-account-id = Welche Nummer hat dieses Konto?
ask-version = Welche Version ist das?
ask-notes = Was ist neu daran?
ask-tested = Was haben Sie daran getestet?
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
hint-install = Auf Anfrage hat der Eintrag keine Schaltfläche zum Installieren; Ihre Seite erklärt, wie man einen privaten Link bekommt.
hint-landing-url = Eine öffentliche Seite, niemals ein privater Link.
hint-path-note = Eine Zeile mit höchstens { $max } Zeichen, etwa: Fragen Sie auf der Seite an; wir antworten binnen eines Tages.
hint-publisher = Wählen Sie sich aus der Liste. Wer nicht darin steht, schreibt einen Kurznamen wie ihr-name und wird hinzugefügt.
hint-account-login = Der Name Ihres Kontos auf { $host }. Spätere Änderungen dieses Kontos brauchen keine Prüfung; ohne Konto wartet jede Aktualisierung darauf.
hint-account-id = Die Nummer bleibt, wenn das Konto anders heißt.
hint-version = So, wie Sie sie sonst schreiben, etwa 1.4.0 oder 2026.2.
hint-tested = In einer Zeile, etwa: neue Bestellungen und Erstattungen in einem Testshop. Als Tag des Tests gilt heute.
hint-regions = Keines gewählt heißt: alle. Geschlossener Quelltext wird nur innerhalb eines Rechenzentrums geteilt.
hint-accept-agreement = Der Name einer Person oder einer Firma.
submit-one-a-line = Je Zeile eine Angabe.
submit-paragraph-a-line = Ein Absatz je Zeile.
submit-comma-separated = Durch Kommas getrennt.
submit-agree = Ich habe die Fassung { $version } der Vereinbarung gelesen und nehme sie an: { $link }
submit-check = Antworten prüfen
submit-start-over = Neu beginnen
submit-start-over-sure = Alles hier Eingetippte geht verloren. Neu beginnen?
submit-kept = Ihre früheren Antworten sind wieder da.
submit-spelling = Im Katalog heißt sie { $name }.
submit-number-at = Es ist die „id“ auf { $link }
submit-error-missing = Bitte beantworten Sie diese Frage.
submit-error-choose = Wählen Sie mindestens eine.
submit-error-support = Nennen Sie mindestens eines: eine Mailadresse, ein Hilfezentrum oder eine Dokumentation.
submit-error-many = { $n } sind zu viele: höchstens { $max }.
submit-error-long = { $n } Zeichen sind zu viele: höchstens { $max }.
submit-error-slug = Verwenden Sie Kleinbuchstaben, Ziffern und einzelne Bindestriche dazwischen. Reservierte Wörter wie new sind nicht erlaubt.
submit-error-address = Schreiben Sie eine ganze Webadresse wie https://you.example/.
submit-error-mail = Schreiben Sie eine Mailadresse wie help@you.example.
submit-error-login = Schreiben Sie nur den Namen des Kontos, ohne @ und ohne Adresse.
submit-error-number = Schreiben Sie nur die Nummer: Ziffern.
submit-error-version = Schreiben Sie die Version in eine Zeile, etwa 1.4.0.
submit-error-form = Ungültiges Format.
submit-error-agree = Lesen Sie die Vereinbarung, und setzen Sie das Häkchen.
submit-error-userinfo = Entfernen Sie den Benutzernamen oder das Passwort zwischen // und @; war es ein echtes Passwort, ändern Sie es jetzt.
submit-error-secret = Das sieht nach einem privaten Freigabelink zu { $host } aus. Verlinken Sie eine öffentliche Seite; ist der Link echt, widerrufen Sie ihn jetzt.
submit-error-placeholder = Ersetzen Sie den Platzhalter „{ $text }“.
submit-error-markdown = Schreiben Sie reinen Text ohne Markdown wie „{ $text }“. Markdown gehört in die README.
submit-error-licence = Verwenden Sie Kennungen von spdx.org/licenses wie MIT, und verbinden Sie mehrere mit OR, AND und WITH. Für eine eigene Lizenz schreiben Sie LicenseRef- und einen Namen, etwa LicenseRef-Acme-Terms.
submit-error-licence-meant = Schreiben Sie { $id }.
submit-error-licence-which = Schreiben Sie { $only } oder { $later }: Welche gilt, weiß nur, wem der Code gehört.
submit-error-name-taken = Wählen Sie einen Namen, der noch nicht vergeben ist.
submit-error-slug-taken = Wählen Sie einen anderen Namen für den Ordner: Diesen gibt es schon.
submit-errors = { $n ->
    [one] Eine Antwort braucht noch einen Blick
   *[other] { $n } Antworten brauchen noch einen Blick
  }
submit-card = Vorschau
submit-files = Ihre Dateien
submit-files-about = Sie ändern sich, während Sie tippen.
submit-no-name = Geben Sie einen Namen ein, um die Dateien zu sehen.
submit-copy-file = { $file } kopieren
submit-download-file = { $file } herunterladen
submit-download = Herunterladen
submit-next = Nächste Schritte
submit-next-about = Ihre Antworten sind gültig. Alles Weitere wird geprüft, sobald der Pull Request offen ist.
submit-warnings = { $n ->
    [one] Die Prüfung wird eine Antwort melden. Das hält Sie nicht auf, aber bei der Durchsicht kann danach gefragt werden.
   *[other] Die Prüfung wird { $n } Antworten melden. Das hält Sie nicht auf, aber bei der Durchsicht kann danach gefragt werden.
}
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
submit-new-tab = Öffnet sich in einem neuen Tab.
submit-same-name = Diesen Namen gibt es schon: { $link }

## Dialogs

close = Schließen
picture-of = { $caption } ({ $n } von { $total })
shortcut-search = Zum Suchfeld
shortcut-list = Diese Liste zeigen
shortcut-escape = Schließen, was offen ist
use-shortcuts = Diese Tastenkürzel verwenden

## Die Warteschlange der Einreichungen

queue = Warteschlange
queue-text = Offene Einreichungen: wer am Zug ist, wie lange jede schon wartet und wie lange sie warten darf.
queue-unwritten = Es gibt noch keine Daten zur Warteschlange.
queue-empty = Es gibt keine offenen Einreichungen.
queue-waiting = { $n ->
    [0] Keine Einreichung wartet auf eine Prüfung.
    [one] Eine Einreichung wartet auf eine Prüfung{ $over ->
        [0] .
       *[other] , länger als zugesagt.
      }
   *[other] { $n } Einreichungen warten auf eine Prüfung{ $over ->
        [0] .
       *[other] , davon { $over } länger als zugesagt.
      }
  }
queue-median = Die Hälfte davon wartet nicht länger als { $n ->
    [one] { $n } Werktag.
   *[other] { $n } Werktage.
  }
queue-under-way = Offene Einreichungen
queue-position = Platz
queue-submission = Einreichung
queue-state = Stand
queue-age = Alter
queue-actor = Am Zug
queue-blocking = Was dem entgegensteht
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
queue-data = JSON
queue-draft = Entwurf
queue-waits-for-submitter = Wartet auf die einreichende Person
queue-waits-for-reviewer = Wartet auf eine Prüfung
queue-ready = Kann übernommen werden
queue-meeting = Besprechung steht aus
queue-submitter = Einreichende Person
queue-reviewer = Prüfende Person
queue-both = Beide, in der Besprechung
class-version-update = Neue Version
class-routine-edit = Gewöhnliche Änderung
class-intent = Ankündigung
class-lifecycle = Änderung des Zustands
class-rename = Umbenennung
class-identity-edit = Änderung der Identität
class-transfer = Übergabe
class-adoption = Übernahme
class-new-listing = Neuer Eintrag
class-new-publisher = Neuer Anbieter
class-new-app = Neue App
class-outside-listings = Andere Dateien
class-mixed = Mehrere Arten von Änderungen
