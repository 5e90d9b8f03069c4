### The words of the site in English. Every other language has the same messages with the same variables; what it lacks is said in English.
### `manual-languages.md` says how to add a language or to change a word.

## What a listing is called

# A catalogue of plugins, agents or apps says so in `catalogue.yaml` (`noun`) or here. `case: "upper"` begins with a capital letter.
-listing = connector
-listings = connectors

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
feed-of-changes = All changes (feed)
feed-of-changes-title = { $site }: all changes
feed-of-security-title = { $site }: security
source-repository = Source repository
page-changed-on = Page last changed on { $date }
suggest-page-edit = Suggest an edit to this page
shortcuts = Keyboard shortcuts
atom-feed = Atom feed
search-site = Search { $site }

## Numbers of things

connectors = { $n ->
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
# The word alone, behind a number that is set apart.
connectors-noun = { $n ->
    [one] { -listing }
   *[other] { -listings }
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
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
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
connectors-list = { -listings(case: "upper") }
all-collections = All collections
all-categories = All categories

## The search field

search = Search
search-connectors = Search { -listings }
search-hint = App, publisher or task
suggestions = Suggestions
search-for = Search for “{ $query }”
app-connectors = { $n ->
    [one] App, { $n } { -listing }
   *[other] App, { $n } { -listings }
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
home-apps = For the apps you use
all-apps = { $n ->
    [one] All apps
   *[other] All { $n } apps
  }
new-in = New in { $month }
all-news = All news
recently-updated = Recently updated
browse-all = Browse all { $n }
by-category = By category
meanings = What the labels mean
meaning-official = Official and verified
meaning-official-text = A verified publisher has proved that they own a domain. Official { -listings } come from the maker of the app. Both say who made them, not how good they are.
meaning-source = Open and closed source
meaning-source-text = You can read open source before you install. Closed source hides the code: you can install it, but neither view nor edit it.
meaning-access = Direct and on request
meaning-access-text = Direct { -listings } install from their page. For the others, ask the publisher first.
publish-call = Made your own { -listing }?
publish-call-text = To publish, you need one folder with a short description. Every submission is reviewed.
publish-button = Publish your { -listing }

## Browse, apps, publishers, categories, collections

browse-connectors = Browse { -listings }
app-title = { $app } { -listings }
connectors-for = { -listings(case: "upper") } for { $app }
from-makers = From the makers of { $app }
from-others = From other publishers
not-recommended = No longer recommended
similar-apps = Similar apps
also-called = Also called { $names }
publisher-title = { -listings(case: "upper") } by { $publisher }
verified-on = on { $date }
verified-on-by = on { $date }, { $method }
security-contact = Security: { $contact }
category-title = { $category } { -listings }
related-categories = Related categories
chosen-by = Chosen by { $curator }
collection-connectors = The { -listings }

## A listing

listing-title = { $name } by { $publisher }
byline = by { $publisher }
badge-listed-on = listed on { $site }
card-for-app = for { $app }
card-of-listing = { $name }: { -listing } for { $app }
card-of-app = { -listings(case: "upper") } for { $app }
view-source = View source
copy = Copy
copied = Copied
opens-host = Opens { $host }
version = Version
version-number = Version { $version }
version-number-unfinished = Version { $version } (pre-release)
version-unfinished = { $version } (pre-release)
install = Install { -listing }
request-access = Request access
request-note = Ask the publisher for access.
request-note-open = Ask the publisher for access. The source is public.
request-note-closed = Ask the publisher for access. The source is closed.
request-step-ask = Ask on the publisher’s page
request-step-receive = Receive a private link
request-step-install = Install with the link
install-note = Anyone can install.
install-note-open = Open source; anyone can install.
install-note-closed = Closed source: anyone can install, but no one else can view or edit the code, not even in their own copy.
use-instead = Use { $replacement } instead.
state-since = { $state ->
    [deprecated] Deprecated
    [suspended] Suspended
    [removed] Removed
   *[unpublished] Unpublished
  } since { $date }
unlisted-text = This page is unlisted: it is not in lists, feeds or search, but anyone with the link can open it.
reason-superseded = Another { -listing } has taken its place.
reason-unmaintained = It is no longer maintained.
reason-broken = It no longer works.
reason-vendor-shutdown = The app it was made for has shut down.
reason-policy = It did not follow the rules of this catalogue.
reason-security = It put its users at risk.
reason-author-request = Its publisher asked us to remove it.
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
region-note = Closed-source { -listings } can only be shared within their region.
region-help = How to share across regions
built-on-this = Built on this { -listing }
built-on = Built on { $parent }.
built-on-version = Built on { $parent }, now at version { $version }.
versions = Versions
all-versions = { $n ->
    [one] All versions
   *[other] All { $n } versions
  }
version-differs = Installing gives you version { $shared }; the publisher’s own recipes already use { $released }.
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
# Listings that do not work without this one.
needed-by = Needed by { $n ->
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
# A link: adds this listing to those that are shown side by side.
compare = Compare
compare-these = Compare these
compare-connectors = Compare { -listings }
compare-text = Up to four { -listings } side by side. Choose “Compare” on the page of each; this window remembers the last four.
compare-needs-script = The table is made in your browser and needs JavaScript. Without it, you can still { $browse }.
compare-empty = Nothing is chosen yet: { $browse }.
compare-missing = Not in this catalogue, or not loaded: { $names }
compare-remove = Remove
compare-remove-name = Remove { $name }
compare-failed = The table could not be loaded. { $again }
# The day of the last commit that changed the files of a page: behind it stands the day.
page-changed = Page last changed
first-version = First version
licence = Licence
agreement = Agreement
reviewed = Reviewed
# Behind it stands a listing.
copied-from = Copied from
imported-from = Imported from
tested = Tested
tested-version = Version { $version }
tested-version-with = Version { $version } with { $app }
identifier = Identifier
in-collections = In collections
badge-for-readme = README badge
card-for-sites = Embed
see-card = Preview
feed-of-releases = Releases (feed)
feed-of-releases-title = Releases of { $name }
page-as-json = JSON
suggest-edit = Suggest an edit
report-problem = Report a problem
more-for = More for { $app }
all-for = All for { $app }
related-connectors = Related { -listings }

## Versions of a listing

versions-of = Versions of { $name }
versions-of-by = Versions of { $name } by { $publisher }
versions-text = Every version of { $name }, with its release date and what changed.
back-to = Back to { $name }
received-today = What you get today
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
feed-unpublished = Unpublished: { $name }
feed-removed = Removed: { $name }
feed-withdrawn = Withdrawn: { $name } { $version }
# Something that happened, and why in a sentence.
feed-because = { $what }. { $reason }
announced-connectors = Announced { -listings }
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
other-connectors = Other { -listings }
other-connectors-for = Other { -listings } for { $app }
search-all-connectors = Search all { -listings }
moved-title = { $name } has moved – { $address }
moved = This page has moved: { $link }
not-found = Page not found
not-found-text = The address may be misspelled, or the page may have moved. Search for what you were looking for:
start-from-category = Or start with a category
did-you-mean-colon = Did you mean:

## Pages of prose, rules

in-this-section = In this section
rules-text = What is checked before a listing is published, and why. Errors must be fixed first; warnings and notes are advice.
rule-kinds = Kinds of rules
level-error = Error
level-warning = Warning
level-note = Note
level-off = Not checked here
costs-value = Visitors do not see the value
costs-page = Visitors do not see the page
level-from = { $level } from { $date }

## Texts in Markdown, what is the program's own in them

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
# What a screen reader calls a table without a name; from the second on with its number.
table = Table
table-n = Table { $n }
task-done = done
task-open = to do
footnotes = Footnotes
footnote-back = Back to the reference to footnote { $number }
footnote-back-nth = Back to the reference to footnote { $number }, { $nth }
agreement-title = Developer agreement { $version }

## llms.txt, the site in a nutshell for language models

llms-about = A catalogue of { $listings ->
    [one] { $listings } { -listing }
   *[other] { $listings } { -listings }
  } for { $apps ->
    [one] { $apps } app.
   *[other] { $apps } apps.
  } Each listing is also available as data at { $data }, with its slug instead of SLUG.
llms-catalogue = Catalogue
llms-json = All { -listings } as JSON
llms-json-about = every listing with its app, publisher, tags, version and address
llms-changes = Recent changes
llms-changes-about = the newest listings and versions as JSON Feed
llms-all = All { -listings } from A to Z
llms-all-about = page by page, by name

## The search page

search-needs-script = This search runs in your browser and needs JavaScript. Without it, you can still { $browse } or see them { $az }.
browse-all-connectors = browse all { -listings }
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
part-missing = Part of the search index could not be loaded. Your query is kept: try again, { $browse }, or see them { $az }.
offline = You seem to be offline. Your query is kept: try again, { $browse }, or see them { $az }.
try-again = Try again
trying = Trying …
# The heading of the results. Words are those searched for; either of the two may be missing.
found = { $n ->
    [0] No { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  }
found-for = { $n ->
    [0] No { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  } for { $words }
found-filtered = { $n ->
    [0] No { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
  } with { $filters ->
    [one] { $filters } filter
   *[other] { $filters } filters
  }
found-for-filtered = { $n ->
    [0] No { -listings }
    [one] { $n } { -listing }
   *[other] { $n } { -listings }
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
unknown-values = Ignored unknown filters: { $values }
filters = Filters
filters-n = Filters ({ $n })
show-connectors = { $n ->
    [one] Show { $n } { -listing }
   *[other] Show { $n } { -listings }
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
first-of = The first { $shown } of { $n }. Find others by name.
no-such-value = No matches.
exact-match = Exact match
caution-deprecated = Still works, but a better alternative exists.
caution-suspended = Do not install for now.
nothing-fits = No results match all filters. Remove one:
nothing-found = Try fewer or shorter words, or start with a category.
without-value = Without { $value }
without-filters = Without filters
nearly-the-same = Include similar words
request-connector = Request this { -listing }

## Submitting a connector

submit-title = Submit your { -listing }
submit-lede = Answer the questions, and this page writes the files. On { $host } they become a pull request, which a person reviews.
submit-form-button = Fill in the form
submit-form-label = Questions about the { -listing }
submit-needs-script = The form writes the files in your browser and needs JavaScript. Without it, you can:
submit-read-guide = read how publishing works
submit-use-issue = fill in the issue form on { $host }
submit-see-repository = open the repository on { $host }
submit-private = What you type stays in this browser until you start over, even after you close the page. Nothing is sent until you open { $host } yourself.
submit-optional = optional
submit-part-connector = The { -listing }
submit-part-text = What it does
submit-part-text-about = The summary appears on the card, the rest in the README.
submit-part-support = Help for its users
submit-part-support-about = At least one of these three.
submit-part-place = Where people find it
submit-part-install = How people get it
submit-part-publisher = The publisher
submit-part-version = The first version
submit-part-agreement = The developer agreement
# What `pressmark new` asks, to the letter: `tests/it/submit.rs` holds it.
ask-name = What is it called?
ask-slug = What should its folder be called?
ask-source = Is the source public?
ask-source-url = Where is the source?
ask-license = Which licence?
ask-summary = What does it do, in one line?
ask-description = Who needs it, and what for?
ask-setup = What steps are needed after installing before it works?
ask-limits = What can it not do?
ask-troubleshooting = What fails most often, and what helps?
ask-support-email = Support e-mail address?
ask-support-url = Is there a help centre or an issue tracker?
ask-support-docs = Is there documentation for its users?
ask-app = Which app is it for?
ask-app-website = Which page shows that the app exists?
ask-tags = Which categories fit?
ask-keywords = Which words may people search for?
ask-install = Who can install it?
ask-install-url = Where does installing start?
ask-install-command = Which command installs it?
ask-landing-url = Which page presents it and explains how to get it?
ask-path-note = How do visitors get it from that page?
ask-publisher = Who publishes it?
ask-publisher-name = What is the publisher called?
ask-publisher-url = Does the publisher have a site?
ask-account-login = Which account may change the listing later?
ask-account-id = What is the number of this account?
ask-version = Which version is this?
ask-notes = What is new in it?
ask-tested = What have you tested in it?
ask-regions = In which data centres is it offered?
ask-auth = How does it authenticate?
ask-accept-agreement = Who accepts the developer agreement?
offer-open = Yes: open source
offer-closed = No: the code is hidden
offer-direct = Anyone, directly
offer-request = Only those who ask (through a page of yours)
hint-name = Unique in the catalogue, at most { $max } characters.
hint-slug = Lower-case letters, digits and single hyphens; it becomes the address of the listing. If empty, it is derived from the name.
hint-source = Closed source hides the code; anyone can still install. Once published, this can only be changed while the listing is unpublished.
hint-source-free = Closed source hides the code; anyone can still install. You can change this later.
hint-license = An SPDX expression, such as MIT, Apache-2.0 or MIT OR Apache-2.0.
hint-summary = At most { $max } characters, without Markdown. Say what sets it apart.
hint-description = If empty, the summary is used.
hint-limits = Such as rows, sizes or calls per minute.
hint-support-docs = One way to find help is enough: this, a help centre or an e-mail address.
hint-app = Exactly as its vendor writes it, including capitals. An app that is not in the list is added in a file of its own.
hint-app-website = Its vendor’s page shows that it exists. The review of a new app takes longer.
hint-tags = All that fit.
hint-keywords = Up to { $max }. Words that appear nowhere else in the listing help most.
hint-install = On request, the listing has no install button; your landing page explains how to get a private link.
hint-landing-url = A public page, never a private share link.
hint-path-note = One line of at most { $max } characters, such as: Ask on the page; we reply within a day.
hint-publisher = Choose yourself from the list. If you are not in it, write a short name, such as your-name, and you are added.
hint-account-login = The name of your account on { $host }. Later changes by this account need no reviewer; without an account, every update waits for one.
hint-account-id = The number stays the same when the account is renamed.
hint-version = As you write it elsewhere, such as 1.4.0 or 2026.2.
hint-tested = In one line, such as: new orders and refunds in a test shop. Today is the day of the test.
hint-regions = If none is selected, all apply. Closed source is only shared within a data centre.
hint-accept-agreement = The name of a person or a company.
submit-one-a-line = One per line.
submit-paragraph-a-line = One paragraph per line.
submit-comma-separated = Separate them with commas.
submit-agree = I have read version { $version } of the agreement and accept it: { $link }
submit-check = Check the answers
submit-start-over = Start over
submit-start-over-sure = Everything you typed here will be lost. Start over?
submit-kept = Restored your previous answers.
submit-spelling = The catalogue spells it { $name }.
submit-number-at = It is the “id” at { $link }
submit-error-missing = Please answer this question.
submit-error-choose = Choose at least one.
submit-error-support = Give at least one: an e-mail address, a help centre or documentation.
submit-error-many = { $n } are too many: at most { $max }.
submit-error-long = { $n } characters are too many: at most { $max }.
submit-error-slug = Use lower-case letters, digits and single hyphens between them. Reserved words, such as new, are not allowed.
submit-error-address = Enter a full URL, such as https://you.example/.
submit-error-mail = Enter an e-mail address, such as help@you.example.
submit-error-login = Enter only the name of the account, without @ and without a URL.
submit-error-number = Enter only the number: digits.
submit-error-version = Enter the version on one line, such as 1.4.0.
submit-error-form = Invalid format.
submit-error-agree = Read the agreement and tick the box.
submit-error-userinfo = Remove the user name or password between // and @; if it was a real password, change it now.
submit-error-secret = This looks like a private share link to { $host }. Link to a public page instead; if the link is real, revoke it now.
submit-error-placeholder = Replace the placeholder “{ $text }”.
submit-error-markdown = Write plain text without Markdown, such as “{ $text }”. Markdown belongs in the README.
submit-error-licence = Use identifiers from spdx.org/licenses, such as MIT, and join several with OR, AND and WITH. For a licence of your own, write LicenseRef- and a name, such as LicenseRef-Acme-Terms.
submit-error-licence-meant = Write { $id }.
submit-error-licence-which = Write { $only } or { $later }: only the owner of the code knows which.
submit-error-name-taken = Choose a name that no other { -listing } has.
submit-error-slug-taken = Choose another name for the folder: this one is taken.
submit-errors = { $n ->
    [one] One answer needs another look
   *[other] { $n } answers need another look
  }
submit-card = Preview
submit-files = Your files
submit-files-about = They update as you type.
submit-no-name = Enter a name to see the files.
submit-copy-file = Copy { $file }
submit-download-file = Download { $file }
submit-download = Download
submit-next = Next steps
submit-next-about = Your answers are valid. Everything else is checked once the pull request is open.
submit-warnings = { $n ->
    [one] The checks will report one answer. This does not stop you, but a reviewer may ask about it.
   *[other] The checks will report { $n } answers. This does not stop you, but a reviewer may ask about them.
}
submit-step-open = Open { $host } with the first file and save it there on a new branch. If you cannot write to the repository, the forge creates a fork for you.
submit-step-branch = Paste the address of the page that follows, so that the other files go to the same branch.
submit-branch = Address of the page after saving
submit-branch-known = The other files go to the branch { $branch }.
submit-branch-unknown = This address does not name a branch of this repository or of a fork of it.
submit-step-others = { $n ->
    [one] Add the other file on that branch.
   *[other] Add the other { $n } files on that branch.
  }
submit-step-request = Open a pull request from that branch. The checks report within minutes.
submit-open = Open { $file } on { $host }
submit-copy-and-open = Copy { $file } and open { $host }
submit-paste = That page opens empty. The text is in your clipboard: paste it there.
submit-new-tab = Opens in a new tab.
submit-same-name = This name is already taken: { $link }

## Dialogs

close = Close
picture-of = { $caption } ({ $n } of { $total })
shortcut-search = Go to the search field
shortcut-list = Show this list
shortcut-escape = Close what is open
use-shortcuts = Use these shortcuts

## The queue of submissions

queue = Queue
queue-text = Open submissions: who acts next, how long each has waited, and its target.
queue-unwritten = No queue data yet.
queue-empty = There are no open submissions.
queue-waiting = { $n ->
    [0] No submission is waiting for a reviewer.
    [one] One submission is waiting for a reviewer{ $over ->
        [0] .
       *[other] , past its target.
      }
   *[other] { $n } submissions are waiting for a reviewer{ $over ->
        [0] .
       *[other] , { $over } past the target.
      }
  }
queue-median = Half of them have waited no longer than { $n ->
    [one] { $n } business day.
   *[other] { $n } business days.
  }
queue-under-way = Open submissions
queue-position = Position
queue-submission = Submission
queue-state = State
queue-age = Age
queue-actor = Next action by
queue-blocking = Blocking issues
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
queue-over = past the target
queue-as-of = As of { $date }
queue-data = JSON
queue-draft = Draft
queue-waits-for-submitter = Waiting for the submitter
queue-waits-for-reviewer = Waiting for a reviewer
queue-ready = Ready to merge
queue-meeting = Meeting to be arranged or held
queue-submitter = The submitter
queue-reviewer = A reviewer
queue-both = Both, at the meeting
class-version-update = New version
class-routine-edit = Routine edit
class-intent = Announcement
class-lifecycle = Lifecycle change
class-rename = Rename
class-identity-edit = Identity change
class-transfer = Transfer
class-adoption = Adoption
class-new-listing = New { -listing }
class-new-publisher = New publisher
class-new-app = New app
class-outside-listings = Other files
class-mixed = Several kinds of changes
