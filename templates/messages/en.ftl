### The words of the site in English. Every other language has the same messages with the same variables; what it lacks is said in English.
### `manual-languages.md` says how to add a language or to change a word.

## Days and lists

# A day in a text: 1 May 2026. Digits alone would be read differently in different countries.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
# The same where room is short.
date-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  } { $year }
# A month as a heading.
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
# A number by itself.
number = { $n }
# What stands between the names of a list.
list-separator = ,{" "}

## The frame of every page

# The title of a window: what the page is about, and the name of the site.
title = { $heading } – { $site }
skip = Skip to content
main-menu = Main
theme = Theme: { $scheme ->
    [light] light
    [dark] dark
   *[system] system
  }
breadcrumb = Breadcrumb
home = Home
browse = Browse
apps = Apps
collections = Collections
new = New
publishers = Publishers
categories = Categories
rules = Rules
developer-agreement = Developer agreement
about-site = About this site
feed-of-changes = Feed of all changes
feed-of-changes-title = { $site }: all changes
source-repository = Source repository
suggest-page-edit = Suggest an edit to this page
shortcuts = Keyboard shortcuts
atom-feed = Atom feed
search-site = Search { $site }

## Numbers of things

connectors = { $n ->
    [one] { $n } connector
   *[other] { $n } connectors
  }
# The word alone, behind a number that is set apart.
connectors-noun = { $n ->
    [one] connector
   *[other] connectors
  }
apps-noun = { $n ->
    [one] app
   *[other] apps
  }
publishers-noun = { $n ->
    [one] publisher
   *[other] publishers
  }
versions-n = { $n ->
    [one] { $n } version
   *[other] { $n } versions
  }
connectors-page = { $n ->
    [one] { $n } connector
   *[other] { $n } connectors
  }, page { $page } of { $pages }
apps-n = { $n ->
    [one] { $n } app
   *[other] { $n } apps
  }
apps-page = { $n ->
    [one] { $n } app
   *[other] { $n } apps
  }, page { $page } of { $pages }
publishers-n = { $n ->
    [one] { $n } publisher
   *[other] { $n } publishers
  }
publishers-page = { $n ->
    [one] { $n } publisher
   *[other] { $n } publishers
  }, page { $page } of { $pages }

## Lists, orders and pages of lists

order = Order
order-updated = Recently updated
order-new = Newest
order-a-z = A–Z
# What the title of a list says of its order and its page, behind the name of the list.
heading-new = { $heading }, newest first
heading-a-z = { $heading }, A–Z
heading-page = { $heading }, page { $page }
pages = Pages
# Read aloud before the number of a page.
page = Page
previous = Previous
next = Next
range = { $first }–{ $last } of { $total }
letters = Letters
connectors-list = Connectors
all-collections = All collections
all-categories = All categories

## The search field

search = Search
search-connectors = Search connectors
search-hint = App, publisher or task
suggestions = Suggestions
search-for = Search for “{ $query }”
app-connectors = { $n ->
    [one] App, { $n } connector
   *[other] App, { $n } connectors
  }

## Words about a listing

official = Official
deprecated = Deprecated
suspended = Suspended
unpublished = Unpublished
removed = Removed
unlisted = Unlisted
open-source = Open source
closed-source = Closed source
open = Open
closed = Closed
direct = Direct
on-request = On request
vendor = The app’s vendor
others = Others
active = Active
domain-verified = Domain verified
domain-verified-name = Domain verified: { $domain }

## The home page

examples = Try
home-apps = Connect the apps you use
all-apps = All { $n } apps
new-in = New in { $month }
all-news = All news
recently-updated = Recently updated
browse-all = Browse all { $n }
by-category = By category
meanings = What the words on a listing mean
meaning-official = Official and verified
meaning-official-text = A verified publisher has shown that a domain is theirs. An official connector comes from the maker of the app. Both say who made it, not how good it is.
meaning-source = Open and closed source
meaning-source-text = Open source can be read before you install. Closed source hides the code; it keeps nobody from installing.
meaning-access = Direct and on request
meaning-access-text = Direct connectors install from their page. For the others you ask the publisher first.
publish-call = Made a connector yourself?
publish-call-text = Publishing takes one folder with a short description. Every submission is reviewed.
publish-button = Publish a connector

## Browse, apps, publishers, categories, collections

browse-connectors = Browse connectors
app-title = { $app } connectors
connectors-for = Connectors for { $app }
from-makers = From the makers of { $app }
from-others = From other publishers
not-recommended = No longer recommended
similar-apps = Similar apps
also-called = Also called { $names }
publisher-title = Connectors by { $publisher }
verified-on = on { $date }
verified-on-by = on { $date }, { $method }
security-contact = Security: { $contact }
category-title = { $category } connectors
related-categories = Related categories
chosen-by = Chosen by { $curator }
collection-connectors = The connectors

## A listing

listing-title = { $name } by { $publisher }
byline = by { $publisher }
badge-listed-on = listed on { $site }
card-for-app = for { $app }
card-of-listing = { $name }: a connector for { $app }
card-of-app = Connectors for { $app }
view-source = View source
copy = Copy
copied = Copied
opens-host = Opens { $host }
version = Version
version-number = Version { $version }
version-number-unfinished = Version { $version } (pre-release)
version-unfinished = { $version } (pre-release)
install = Install connector
request-access = Request access
request-note = Ask the publisher for access.
request-note-open = Ask the publisher for access; the source can be read.
request-note-closed = Ask the publisher for access; the source is hidden.
request-step-ask = Ask on the publisher’s page
request-step-receive = Get access from the publisher
request-step-install = Install the connector
install-note = Anyone can install.
install-note-open = Open source; anyone can install.
install-note-closed = Source hidden; anyone can install.
use-instead = Use { $replacement } instead.
state-since = { $state ->
    [deprecated] Deprecated
    [suspended] Suspended
    [removed] Removed
   *[unpublished] Unpublished
  } since { $date }
unlisted-text = Only people with this link find the page: it is in no list, feed or search. It is not secret.
reason-superseded = Another connector has taken its place.
reason-unmaintained = Nobody looks after it any more.
reason-broken = It no longer works.
reason-vendor-shutdown = The app it connected to has closed.
reason-policy = It did not meet the rules of this catalogue.
reason-security = It put the people who used it at risk.
reason-author-request = Its publisher asked us to take it down.
on-this-page = On this page
overview = Overview
what-it-does = What it does
triggers = Triggers
actions = Actions
operation-name = Name
screenshots = Screenshots
screenshot = Screenshot
video-on = video on { $host }
setup = Setup
authentication = Authentication
regions = Regions
also-needs = Also needs
region-note = A closed connector can only be shared within the same region.
built-on-this = Built on this connector
part-of = Built on { $parent }.
parent-version = It is at version { $version } now.
versions = Versions
all-versions = All { $n } versions
version-differs = Installing gives you version { $shared }; the publisher’s own recipes already run { $released }.
support = Support
email = E-mail
help = Help
guides = Guides
website = Website
documentation = Documentation
privacy = Privacy
terms = Terms
facts = Facts
app = App
publisher = Publisher
source = Source
access = Access
updated = Updated
first-version = First version
licence = Licence
agreement = Agreement
reviewed = Reviewed
identifier = Identifier
in-collections = In collections
badge-for-readme = Badge for a README
card-for-sites = Card for other sites
see-card = See the card
feed-of-releases = Feed of releases
feed-of-releases-title = Releases of { $name }
page-as-json = This page as JSON
suggest-edit = Suggest an edit
report-problem = Report a problem
more-for = More for { $app }
all-for = All for { $app }
related-connectors = Related connectors

## Versions of a listing

versions-of = Versions of { $name }
versions-of-by = Versions of { $name } by { $publisher }
versions-text = Every version of { $name }, with the day it came out and what changed.
back-to = Back to { $name }
received-today = What you receive today
used-by-publisher = Used by the publisher’s own recipes
pre-release = Pre-release
withdrawn = Withdrawn
withdrawn-text = Withdrawn by its publisher.
withdrawn-since = Withdrawn by its publisher on { $date }.
change-added = Added
change-changed = Changed
change-deprecated = Deprecated
change-removed = Removed
change-fixed = Fixed
change-security = Security

## New and updated, announced

new-and-updated = New and updated
other-months = Other months
months = Months
months-around = Months before and after
newer = Newer
older = Older
news-release = Release
news-version = Version { $version }: { $notes }
feed-new = New: { $name }
feed-deprecated = Deprecated: { $name }
feed-suspended = Suspended: { $name }
announced-connectors = Announced connectors
announced-expected = { $developer }, expected by { $date }

## Listings that are gone or have moved, pages that do not exist

gone = { $state ->
    [removed] Removed
   *[unpublished] Not published
  }
gone-since = { $state ->
    [removed] Removed
   *[unpublished] Not published
  } since { $date }
use-this-instead = Use this instead
other-connectors = Other connectors
other-connectors-for = Other connectors for { $app }
search-all-connectors = Search all connectors
moved-title = { $name } has moved – { $address }
moved = This page has a new address: { $link }
not-found = Page not found
not-found-text = The address may be misspelt, or the page has moved. Search for what you were after:
start-from-category = Or start from a category
did-you-mean-colon = Did you mean:

## Pages of prose, rules

in-this-section = In this section
rules-text = What is checked before a listing is published, and why. Errors have to be mended first; warnings and notes are advice.
rule-kinds = Kinds of rules
level-error = Error
level-warning = Warning
level-note = Note
level-off = Not checked here
costs-value = Visitors do not see the value
costs-page = Visitors do not see the page
level-from = { $level } from { $date } on

## The search page

search-needs-script = Searching happens in your browser and needs JavaScript. Without it, everything is still here: { $browse } or read them { $az }.
browse-all-connectors = browse all connectors
from-a-to-z = from A to Z
results = Results
sort-relevance = Best match
sort-a-z = A to Z
loading-catalogue = Loading the catalogue …
loading = Loading …
search-failed = The search could not be loaded
search-failed-status = The search could not be loaded.
search-failed-here = The search could not be loaded. { $again } or { $browse }.
load-again = Load the page again
part-missing = A part of the catalogue did not arrive. What you typed is kept: try again, { $browse } or read them { $az }.
offline = You seem to be offline. What you typed is kept: try again, { $browse } or read them { $az }.
try-again = Try again
trying = Trying …
# The heading of the results. Words are those searched for; either of the two may be missing.
found = { $n ->
    [0] No connectors
    [one] { $n } connector
   *[other] { $n } connectors
  }
found-for = { $n ->
    [0] No connectors
    [one] { $n } connector
   *[other] { $n } connectors
  } for { $words }
found-filtered = { $n ->
    [0] No connectors
    [one] { $n } connector
   *[other] { $n } connectors
  } with { $filters ->
    [one] { $filters } filter
   *[other] { $filters } filters
  }
found-for-filtered = { $n ->
    [0] No connectors
    [one] { $n } connector
   *[other] { $n } connectors
  } for { $words } with { $filters ->
    [one] { $filters } filter
   *[other] { $filters } filters
  }
quoted = “{ $words }”
# Read aloud before the name of a filter that is chosen.
remove = Remove
clear-all = Clear all
corrected = Showing results for { $words }. Search instead for { $typed }.
did-you-mean = Did you mean { $words }?
unknown-values = Left out, because the catalogue does not know it: { $values }
filters = Filters
filters-n = Filters ({ $n })
show-connectors = { $n ->
    [one] Show { $n } connector
   *[other] Show { $n } connectors
  }
facet-tag = Category
facet-app = App
facet-source = Source
facet-access = Access
facet-auth = Sign-in
facet-publisher = Publisher
facet-region = Region
facet-official = Made by
facet-status = Status
find-in = Find in { $group }
find = Find
show-fewer = Show fewer
show-all = Show all { $n }
first-of = The first { $shown } of { $n }. Find others by their name.
no-such-value = Nothing is called that.
exact-match = Exact match
caution-deprecated = It works, but something better should be used.
caution-suspended = It must not be installed at present.
nothing-fits = Nothing fits all of this at once. Remove a filter:
nothing-found = Try fewer or shorter words, or start from a category.
without-value = Without { $value }
without-filters = Without any filter
nearly-the-same = Search for words that are nearly the same, too
request-connector = Request this connector

## Submitting a connector

submit-title = Submit a connector
submit-lede = Answer the questions, and this page writes the files. On { $host } they become a pull request, which a person reviews.
submit-form-button = Fill in the form
submit-form-label = Questions about the connector
submit-needs-script = The form writes the files in your browser and needs JavaScript. Without it, you can:
submit-read-guide = read how a connector is published
submit-use-issue = fill in the issue form on { $host }
submit-see-repository = open the repository on { $host }
submit-private = What you type stays in this browser, also when you close the page, until you start over. Nothing is sent before you open { $host } yourself.
submit-optional = optional
submit-part-connector = The connector
submit-part-text = What it does
submit-part-text-about = The summary stands on the card, the rest in the README.
submit-part-support = Help for those who use it
submit-part-support-about = At least one of the three.
submit-part-place = Where people find it
submit-part-install = How people get it
submit-part-publisher = The publisher
submit-part-version = The first version
submit-part-agreement = The developer agreement
# What `pressmark new` asks, to the letter: `tests/it/submit.rs` holds it.
ask-name = What is the connector called?
ask-slug = What is its folder called?
ask-source = Can everybody read the source?
ask-source-url = Where can the source be read?
ask-license = Under which licence?
ask-summary = What does it do, in one line?
ask-description = Who needs it, and what for?
ask-setup = What is to be done between installing it and the first success?
ask-limits = What can it not do?
ask-troubleshooting = What fails most often, and what helps?
ask-support-email = Which mail address answers questions?
ask-support-url = Is there a help centre or an issue tracker?
ask-support-docs = Is there documentation that answers questions?
ask-app = Which app is it for?
ask-app-website = Which page shows that the app exists?
ask-tags = Which categories fit?
ask-keywords = Which words may people search for?
ask-install = Who can install it?
ask-install-url = Where does installing start?
ask-install-command = Which command installs it?
ask-landing-url = Which page shows the connector and how to obtain it?
ask-path-note = How does a visitor get from that page to the connector?
ask-publisher = Who publishes it?
ask-publisher-name = What is the publisher called?
ask-publisher-url = Does the publisher have a site?
ask-account-login = Which account may change the listing later?
ask-account-id = Which number does this account have?
ask-version = Which version is this?
ask-notes = What is new in it?
ask-regions = In which data centres is it offered?
ask-auth = How does it sign in?
ask-accept-agreement = Who accepts the developer agreement?
offer-open = Yes: open source
offer-closed = No: the code is hidden
offer-direct = Anyone, directly
offer-request = Only those who ask (through a page of yours)
hint-name = Unique in the catalogue, at most { $max } characters.
hint-slug = Lower-case letters, digits and single hyphens; it becomes the address of the listing. Left empty, it is made of the name.
hint-source = Closed source hides the code and does not restrict installing. After publishing, this can be changed only while the listing is unpublished.
hint-source-free = Closed source hides the code and does not restrict installing. It can be changed later.
hint-license = An SPDX expression, such as MIT, Apache-2.0 or MIT OR Apache-2.0.
hint-summary = At most { $max } characters, without Markdown. Say what sets it apart.
hint-description = Left empty, the summary stands here.
hint-limits = Such as rows, sizes or calls a minute.
hint-support-docs = One way to find help is enough: this, a help centre or a mail address.
hint-app = Exactly as its vendor writes it, upper and lower case included. An app that is not in the list comes along as a file of its own.
hint-app-website = Its vendor’s page is the evidence. The review of a new app takes longer.
hint-tags = Any that fit.
hint-keywords = Up to { $max }. Words that stand nowhere else in the listing help most.
hint-install = Those who have to ask cannot install from the listing: a landing page of yours says how they get a private link.
hint-landing-url = A public page; never a private share link.
hint-path-note = One line of at most { $max } characters, such as: Ask on the page; we reply within a day.
hint-publisher = Choose yourself from the list. Whoever is not in it writes a short name, such as your-name, and is added.
hint-account-login = The name of your account on { $host }. Whatever this account changes later need not wait for a person; without an account every update does.
hint-account-id = The number stays when the name of the account changes.
hint-version = As you write it elsewhere, such as 1.4.0 or 2026.2.
hint-regions = None chosen means: all of them. Closed source is shared within a data centre only.
hint-accept-agreement = The name of a person or a company.
submit-one-a-line = One a line.
submit-paragraph-a-line = One paragraph a line.
submit-comma-separated = Separate them with commas.
submit-agree = I have read version { $version } of the agreement and accept it: { $link }
submit-check = Check the answers
submit-start-over = Start over
submit-start-over-sure = Everything typed here is lost. Start over?
submit-kept = Your answers from last time are here again.
submit-spelling = In the catalogue it is called { $name }.
submit-number-at = It is the “id” at { $link }
submit-error-missing = Please answer this question.
submit-error-choose = Choose at least one.
submit-error-support = Name at least one: a mail address, a help centre or documentation.
submit-error-many = { $n } are too many: at most { $max }.
submit-error-long = { $n } characters are too many: at most { $max }.
submit-error-slug = Use lower-case letters, digits and single hyphens between them, and no name with another meaning, such as new.
submit-error-address = Write a whole web address, such as https://you.example/.
submit-error-mail = Write a mail address, such as help@you.example.
submit-error-login = Write the name of the account alone, without @ and without an address.
submit-error-number = Write the number alone: digits.
submit-error-version = Write the version on one line, such as 1.4.0.
submit-error-form = This does not have the right form.
submit-error-agree = Read the agreement and tick the box.
submit-errors = { $n ->
    [one] One answer needs another look
   *[other] { $n } answers need another look
  }
submit-card = How it will look
submit-files = Your files
submit-files-about = They are written while you type.
submit-no-name = The files begin with the name of the connector.
submit-copy-file = Copy { $file }
submit-download-file = Download { $file }
submit-download = Download
submit-next = What is left to do
submit-next-about = The answers have the right form. Everything else is checked when the pull request is there.
submit-step-open = Open { $host } with the first file, and save it there on a new branch. If you may not write to the repository, the forge makes a copy of it for you.
submit-step-branch = Paste the address of the page that comes next, so that the other files go to the same branch.
submit-branch = Address of the page after saving
submit-branch-known = The other files go to the branch { $branch }.
submit-branch-unknown = This address does not name a branch of this repository or of a copy of it.
submit-step-others = { $n ->
    [one] Add the other file on that branch.
   *[other] Add the other { $n } files on that branch.
  }
submit-step-request = Open the pull request from that branch. The checks answer within minutes.
submit-open = Open { $file } on { $host }
submit-copy-and-open = Copy { $file } and open { $host }
submit-paste = The page there opens empty: the text is in your clipboard, so paste it.
submit-new-tab = Opens in a new tab; this page stays.
submit-same-name = There is a connector of this name already: { $link }

## Dialogs

close = Close
picture-of = { $caption } ({ $n } of { $total })
shortcut-search = Go to the search field
shortcut-list = Show this list
shortcut-escape = Close what is open
use-shortcuts = Use these shortcuts

## The queue of submissions

queue = Queue
queue-text = Submissions that are under way: whose turn it is, how long each has waited, and how long it may.
queue-unwritten = The queue has not been written yet.
queue-empty = No submission is under way.
queue-waiting = { $n ->
    [0] No submission waits for a reviewer.
    [one] One submission waits for a reviewer, { $over } of them longer than promised.
   *[other] { $n } submissions wait for a reviewer, { $over } of them longer than promised.
  }
queue-median = Half of them have waited no longer than { $n ->
    [one] { $n } business day.
   *[other] { $n } business days.
  }
queue-under-way = Submissions under way
queue-position = Position
queue-submission = Submission
queue-state = State
queue-age = Age
queue-actor = Acts next
queue-blocking = What has to be mended
queue-more = and { $n } more
queue-days = { $n ->
    [one] { $n } business day
   *[other] { $n } business days
  }
# How long a submission has waited, of the time in which it is to be answered.
queue-days-of = { $n ->
    [one] { $n } business day, the target is { $target }
   *[other] { $n } business days, the target is { $target }
  }
queue-over = over the target
queue-as-of = As of { $date }
queue-data = The same as JSON
queue-draft = Draft
queue-waits-for-submitter = Waits for the submitter
queue-waits-for-reviewer = Waits for a reviewer
queue-ready = Ready to merge
queue-submitter = The submitter
queue-reviewer = A reviewer
class-version-update = New version
class-routine-edit = Routine edit
class-lifecycle = Lifecycle
class-rename = Rename
class-identity-edit = Identity
class-transfer = Transfer
class-new-listing = New connector
class-new-publisher = New publisher
class-new-app = New app
class-outside-listings = Outside of listings
class-mixed = Several kinds of change
