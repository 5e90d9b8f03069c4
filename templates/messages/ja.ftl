### サイトの日本語の表示文。

## What a listing is called

-listing = コネクター
-listings = コネクター

## Days and lists

date = { $year }年{ $month }月{ $day }日
date-short = { $year }年{ $month }月{ $day }日
month = { $year }年{ $month }月
number = { $n }
list-separator = 、

## The frame of every page

title = { $heading } – { $site }
skip = 本文へ移動
main-menu = メインメニュー
theme = 配色：{ $scheme ->
    [light] ライト
    [dark] ダーク
   *[system] システムに合わせる
  }
breadcrumb = パンくずリスト
home = ホーム
browse = 一覧
apps = アプリ
collections = コレクション
new = 新着
publishers = 公開者
categories = カテゴリー
rules = 規則
developer-agreement = 開発者契約
about-site = このサイトについて
feed-of-changes = すべての更新（フィード）
feed-of-changes-title = { $site }：すべての更新
feed-of-security-title = { $site }：セキュリティ
source-repository = ソースリポジトリ
page-changed-on = ページの最終変更日：{ $date }
suggest-page-edit = このページの修正を提案
shortcuts = キーボードショートカット
atom-feed = Atom フィード
search-site = { $site } を検索

## Numbers of things

connectors = { -listing } { $n } 件
connectors-noun = { -listing }
apps-noun = アプリ
publishers-noun = 公開者
versions-n = { $n } 個のバージョン
connectors-page = { -listing } { $n } 件、{ $pages } ページ中 { $page } ページ目
apps-n = アプリ { $n } 件
apps-page = アプリ { $n } 件、{ $pages } ページ中 { $page } ページ目
publishers-n = 公開者 { $n } 件
publishers-page = 公開者 { $n } 件、{ $pages } ページ中 { $page } ページ目

## Lists, orders and pages of lists

order = 並び順
order-updated = 更新日順
order-new = 新着順
order-a-z = 名前順
heading-new = { $heading }（新着順）
heading-a-z = { $heading }（名前順）
heading-page = { $heading }（{ $page } ページ目）
pages = ページ一覧
page = ページ
previous = 前へ
next = 次へ
range = 全 { $total } 件中 { $first }～{ $last } 件
letters = 頭文字
connectors-list = { -listing }
all-collections = すべてのコレクション
all-categories = すべてのカテゴリー

## The search field

search = 検索
search-connectors = { -listing }を検索
search-hint = アプリ、公開者、やりたいこと
suggestions = 候補
search-for = 「{ $query }」を検索
app-connectors = アプリ、{ -listing } { $n } 件

## Words about a listing

official = 公式
deprecated = 非推奨
suspended = 停止中
unpublished = 非公開
removed = 削除済み
unlisted = 限定公開
open-source = ソース公開
closed-source = ソース非公開
open = 公開
closed = 非公開
direct = 直接
on-request = 申請制
vendor = アプリの提供元
others = その他
active = 提供中
domain-verified = ドメイン確認済み
domain-verified-name = ドメイン確認済み：{ $domain }

## The home page

examples = 例
home-apps = お使いのアプリから探す
all-apps = 全 { $n } 個のアプリ
new-in = { $month }の新着
all-news = すべての新着
recently-updated = 最近の更新
browse-all = 全 { $n } 件を見る
by-category = カテゴリーから探す
meanings = ラベルの意味
meaning-official = 公式と確認済み
meaning-official-text = 確認済みの公開者は、ドメインが自分のものであることを示しています。公式{ -listing }はアプリの提供元が作ったものです。どちらも作り手を示すもので、品質を示すものではありません。
meaning-source = ソース公開とソース非公開
meaning-source-text = 公開されているソースは、インストールする前に読めます。非公開のものは誰でもインストールできますが、コードの表示も編集もできません。
meaning-access = 直接と申請制
meaning-access-text = 直接の{ -listing }は、そのページからインストールできます。それ以外は、まず公開者に申請します。
publish-call = { -listing }を作りましたか？
publish-call-text = 公開に必要なのは、短い説明を入れたフォルダー一つだけです。応募はすべて審査されます。
publish-button = { -listing }を公開する

## Browse, apps, publishers, categories, collections

browse-connectors = { -listing }一覧
app-title = { $app } の{ -listing }
connectors-for = { $app } の{ -listing }
from-makers = { $app } の提供元から
from-others = ほかの公開者から
not-recommended = 現在は推奨されていません
similar-apps = 似ているアプリ
also-called = 別名：{ $names }
publisher-title = { $publisher } の{ -listing }
verified-on = { $date }
verified-on-by = { $date }、{ $method }
security-contact = セキュリティ窓口：{ $contact }
category-title = { $category } の{ -listing }
related-categories = 関連カテゴリー
chosen-by = 選者：{ $curator }
collection-connectors = { -listing }

## A listing

listing-title = { $name }（{ $publisher }）
byline = 公開者：{ $publisher }
badge-listed-on = { $site } に掲載
card-for-app = { $app } 用
card-of-listing = { $name }：{ $app } 用の{ -listing }
card-of-app = { $app } の{ -listing }
view-source = ソースを見る
copy = コピー
copied = コピーしました
opens-host = { $host } が開きます
version = バージョン
version-number = バージョン { $version }
version-number-unfinished = バージョン { $version }（プレリリース）
version-unfinished = { $version }（プレリリース）
install = { -listing }をインストール
request-access = 利用を申請
request-note = 公開者にアクセスを申請します。
request-note-open = 公開者にアクセスを申請します。ソースは公開されています。
request-note-closed = 公開者にアクセスを申請します。ソースは公開されません。
request-step-ask = 公開者のページで申請する
request-step-receive = 非公開リンクを受け取る
request-step-install = リンクからインストールする
install-note = 誰でもインストールできます。
install-note-open = ソース公開。誰でもインストールできます。
install-note-closed = ソース非公開。誰でもインストールできますが、公開者以外は、自分の複製の中でもコードを表示したり編集したりできません。
use-instead = 代わりに { $replacement } をお使いください。
state-since = { $date }から{ $state ->
    [deprecated] 非推奨
    [suspended] 停止中
    [removed] 削除済み
   *[unpublished] 非公開
  }
unlisted-text = このページは限定公開です。一覧、フィード、検索には出ませんが、リンクを知っている人は誰でも開けます。
reason-superseded = 別の{ -listing }に置き換わりました。
reason-unmaintained = 保守する人がいなくなりました。
reason-broken = 動作しなくなりました。
reason-vendor-shutdown = 接続先のアプリが終了しました。
reason-policy = このカタログの規則に合いませんでした。
reason-security = 利用者を危険にさらしていました。
reason-author-request = 公開者の依頼により取り下げました。
on-this-page = このページの内容
overview = 概要
what-it-does = できること
triggers = トリガー
actions = アクション
operation-name = 名前
screenshots = スクリーンショット
screenshot = スクリーンショット
video-on = { $host } の動画
setup = 設定
authentication = 認証
regions = リージョン
also-needs = ほかに必要なもの
region-note = ソース非公開の{ -listing }は、同じリージョンの中でのみ共有できます。
region-help = リージョンをまたいで共有する方法
built-on-this = この{ -listing }を基にしたもの
built-on = { $parent } をもとにしています。
built-on-version = { $parent } をもとにしています。現在のバージョンは { $version } です。
versions = バージョン
all-versions = 全 { $n } バージョン
version-differs = インストールされるのはバージョン { $shared } です。公開者自身のレシピはすでに { $released } を使っています。
support = サポート
email = メール
help = ヘルプ
guides = ガイド
website = ウェブサイト
documentation = ドキュメント
privacy = プライバシー
terms = 利用規約
facts = 基本情報
app = アプリ
publisher = 公開者
source = ソース
access = 入手方法
updated = 更新日
needed-by = { $n } 件の{ -listing }が必要としています
compare = 比較
compare-these = これらを比較
compare-connectors = { -listing }の比較
compare-text = 最大 4 件の{ -listing }を並べて表示します。それぞれのページで「比較」を選んでください。このウィンドウは最後の 4 件を覚えています。
compare-needs-script = 表はブラウザーの中で作られるため、JavaScript が必要です。なくても、{ $browse }は見られます。
compare-empty = まだ何も選ばれていません。{ $browse }
compare-missing = このカタログにないか、読み込めませんでした：{ $names }
compare-remove = 外す
compare-remove-name = { $name } を外す
compare-failed = 表を読み込めませんでした。{ $again }
page-changed = ページの最終変更日
first-version = 最初のバージョン
licence = ライセンス
agreement = 契約
reviewed = 審査日
copied-from = 複製元
imported-from = 取り込み元
tested = テスト
tested-version = バージョン { $version }
tested-version-with = バージョン { $version }（{ $app } で確認）
identifier = 識別子
in-collections = 収録コレクション
badge-for-readme = README バッジ
card-for-sites = 埋め込み
see-card = プレビュー
feed-of-releases = リリース（フィード）
feed-of-releases-title = { $name } のリリース
page-as-json = JSON
suggest-edit = 修正を提案
report-problem = 問題を報告
more-for = { $app } のほかの{ -listing }
all-for = { $app } のすべて
related-connectors = 関連{ -listing }

## Versions of a listing

versions-of = { $name } のバージョン
versions-of-by = { $name } のバージョン（{ $publisher }）
versions-text = { $name } の全バージョンと、その公開日、変更内容。
back-to = { $name } に戻る
received-today = 現在インストールされる版
used-by-publisher = 公開者自身のレシピが使う版
pre-release = プレリリース
withdrawn = 取り下げ
withdrawn-text = 公開者が取り下げました。
withdrawn-since = 公開者が { $date } に取り下げました。
change-added = 追加
change-changed = 変更
change-deprecated = 非推奨
change-removed = 削除
change-fixed = 修正
change-security = セキュリティ

## New and updated, announced

new-and-updated = 新着と更新
other-months = ほかの月
months = 月
months-around = 前後の月
newer = 新しい月
older = 古い月
news-release = リリース
news-version = バージョン { $version }：{ $notes }
feed-new = 新着：{ $name }
feed-deprecated = 非推奨：{ $name }
feed-suspended = 停止中：{ $name }
feed-unpublished = 公開終了：{ $name }
feed-removed = 削除：{ $name }
feed-withdrawn = 取り下げ：{ $name } { $version }
# Something that happened, and why in a sentence.
feed-because = { $what }。{ $reason }
announced-connectors = 予告された{ -listing }
announced-expected = { $developer }、{ $date }までに公開予定

## Listings that are gone or have moved, pages that do not exist

gone = { $state ->
    [removed] 削除済み
   *[unpublished] 非公開
  }
gone-since = { $date }から{ $state ->
    [removed] 削除済み
   *[unpublished] 非公開
  }
use-this-instead = 代わりにお使いください
other-connectors = ほかの{ -listing }
other-connectors-for = { $app } のほかの{ -listing }
search-all-connectors = すべての{ -listing }を検索
moved-title = { $name } は移動しました – { $address }
moved = このページの新しいアドレス：{ $link }
not-found = ページが見つかりません
not-found-text = アドレスが間違っているか、ページが移動した可能性があります。お探しのものを検索してください。
start-from-category = カテゴリーから探す
did-you-mean-colon = お探しのページはこちらですか：

## Pages of prose, rules

in-this-section = このセクション
rules-text = 掲載前に確認することと、その理由。エラーは先に直す必要があります。警告と注意は助言です。
rule-kinds = 規則の種類
level-error = エラー
level-warning = 警告
level-note = 注意
level-off = ここでは確認しません
costs-value = 訪問者には値が表示されません
costs-page = 訪問者にはページが表示されません
level-from = { $date } から{ $level }

## Texts in Markdown, what is the program's own in them

alert-note = 注記
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
table = 表
table-n = 表 { $n }
task-done = 完了
task-open = 未完了
footnotes = 脚注
footnote-back = 脚注 { $number } の参照元に戻る
footnote-back-nth = 脚注 { $number } の参照元に戻る（{ $nth }）
agreement-title = 開発者契約 { $version }

## llms.txt, the site in a nutshell for language models

llms-about = { $apps } 個のアプリのための{ -listing } { $listings } 件のカタログです。各掲載はデータとしても読めます。アドレスは { $data } の SLUG をその掲載のスラッグに置き換えたものです。
llms-catalogue = カタログ
llms-json = すべての{ -listing }（JSON）
llms-json-about = すべての掲載と、そのアプリ、公開者、カテゴリー、バージョン、アドレス
llms-changes = 更新
llms-changes-about = 新しい掲載とバージョン（JSON Feed）
llms-all = すべての{ -listing }（名前順）
llms-all-about = ページごと、名前順

## The search page

search-needs-script = 検索はブラウザーの中で動くため、JavaScript が必要です。なくても、{ $browse }か、{ $az }ですべて見られます。
browse-all-connectors = { -listing }一覧
from-a-to-z = 名前順の一覧
results = 検索結果
sort-relevance = 関連度順
sort-a-z = 名前順
loading-catalogue = カタログを読み込んでいます…
loading = 読み込み中…
search-failed = 検索を読み込めませんでした
search-failed-status = 検索を読み込めませんでした。
search-failed-here = 検索を読み込めませんでした。{ $again }か、{ $browse }をご覧ください。
load-again = ページを再読み込みする
part-missing = 検索データの一部を読み込めませんでした。入力した内容は残っています。もう一度試すか、{ $browse }または{ $az }をご覧ください。
offline = オフラインのようです。入力した内容は残っています。もう一度試すか、{ $browse }または{ $az }をご覧ください。
try-again = もう一度試す
trying = 試しています…
found = { $n ->
    [0] { -listing }はありません
   *[other] { -listing } { $n } 件
  }
found-for = { $words } の{ $n ->
    [0] { -listing }はありません
   *[other] { -listing } { $n } 件
  }
found-filtered = { $n ->
    [0] { -listing }はありません
   *[other] { -listing } { $n } 件
  }（フィルター { $filters } 個）
found-for-filtered = { $words } の{ $n ->
    [0] { -listing }はありません
   *[other] { -listing } { $n } 件
  }（フィルター { $filters } 個）
quoted = 「{ $words }」
remove = 解除：
clear-all = すべて解除
corrected = { $words } の結果を表示しています。{ $typed } のまま検索することもできます。
did-you-mean = もしかして：{ $words }
unknown-values = 不明なフィルターを除外しました：{ $values }
filters = フィルター
filters-n = フィルター（{ $n }）
show-connectors = { -listing } { $n } 件を表示
facet-tag = カテゴリー
facet-app = アプリ
facet-source = ソース
facet-access = 入手方法
facet-auth = 認証
facet-publisher = 公開者
facet-region = リージョン
facet-official = 作り手
facet-status = 状態
find-in = { $group }の中を探す
find = 探す
show-fewer = 少なく表示
show-all = 全 { $n } 件を表示
first-of = { $n } 件中、最初の { $shown } 件。ほかは名前で探せます。
no-such-value = 一致するものはありません。
exact-match = 完全一致
caution-deprecated = 動作しますが、より良い選択肢があります。
caution-suspended = 現在はインストールしないでください。
nothing-fits = すべてのフィルターに合うものはありません。一つ外してください：
nothing-found = 言葉を減らすか短くする、またはカテゴリーから探してください。
without-value = { $value } を外す
without-filters = フィルターをすべて外す
nearly-the-same = 似た言葉も含める
request-connector = この{ -listing }を要望する

## Submitting a connector

submit-title = { -listing }を申請する
submit-lede = 質問に答えると、このページがファイルを作ります。{ $host } でプルリクエストになり、人が確認します。
submit-form-button = フォームに記入する
submit-form-label = { -listing }についての質問
submit-needs-script = このフォームはブラウザーの中でファイルを作るため、JavaScript が必要です。なくても、次のことができます：
submit-read-guide = 公開の手順を読む
submit-use-issue = { $host } の Issue フォームに記入する
submit-see-repository = { $host } のリポジトリを開く
submit-private = 入力した内容は、ページを閉じても、最初からやり直すまでこのブラウザーに残ります。ご自分で { $host } を開くまで、何も送信されません。
submit-optional = 任意
submit-part-connector = { -listing }
submit-part-text = できること
submit-part-text-about = 要約はカードに、そのほかは README に載ります。
submit-part-support = 利用者への案内
submit-part-support-about = 三つのうち少なくとも一つ。
submit-part-place = 見つけ方
submit-part-install = 入手方法
submit-part-publisher = 公開者
submit-part-version = 最初のバージョン
submit-part-agreement = 開発者契約
ask-name = 名前は？
ask-slug = フォルダーの名前は？
ask-source = ソースは公開されていますか？
ask-source-url = ソースはどこにありますか？
ask-license = ライセンスは？
ask-summary = 一行でいうと、何をしますか？
ask-description = 誰が、何のために使いますか？
ask-setup = インストールしてから動くまでに何をしますか？
ask-limits = できないことは何ですか？
ask-troubleshooting = よくある失敗と、その対処は？
ask-support-email = サポートのメールアドレスは？
ask-support-url = ヘルプセンターや Issue トラッカーはありますか？
ask-support-docs = 利用者向けのドキュメントはありますか？
ask-app = どのアプリ用ですか？
ask-app-website = アプリの存在を示すページは？
ask-tags = 当てはまるカテゴリーは？
ask-keywords = どんな言葉で検索されそうですか？
ask-install = 誰がインストールできますか？
ask-install-url = インストールはどこから始まりますか？
ask-install-command = インストールのコマンドは？
ask-landing-url = 内容と入手方法を紹介するページは？
ask-path-note = そのページからどうやって入手しますか？
ask-publisher = 公開するのは誰ですか？
ask-publisher-name = 公開者の表示名は？
ask-publisher-url = 公開者のサイトはありますか？
ask-account-login = あとで掲載を変更できるアカウントはどれですか？
ask-account-id = そのアカウントの番号は何番ですか？
ask-version = バージョンは？
ask-notes = 何が新しいですか？
ask-tested = 何をテストしましたか？
ask-regions = どのデータセンターで提供しますか？
ask-auth = 認証の方法は？
ask-accept-agreement = 誰が開発者契約に同意しますか？
offer-open = はい：オープンソース
offer-closed = いいえ：コードは非公開
offer-direct = 誰でも、直接
offer-request = 申し込んだ人だけ（ご自分のページで受け付け）
hint-name = カタログの中で唯一の名前。{ $max } 文字まで。
hint-slug = 英小文字、数字、単独のハイフン。掲載ページのアドレスになります。空欄なら名前から作ります。
hint-source = 非公開にするとコードは隠れますが、インストールは制限されません。公開後の変更は、掲載を取り下げている間だけできます。
hint-source-free = 非公開にするとコードは隠れますが、インストールは制限されません。あとで変更できます。
hint-license = SPDX 表記。例：MIT、Apache-2.0、MIT OR Apache-2.0。
hint-summary = { $max } 文字まで、Markdown なし。ほかとの違いを書いてください。
hint-description = 空欄なら要約が入ります。
hint-limits = 行数、サイズ、毎分の呼び出し回数など。
hint-support-docs = ドキュメント、ヘルプセンター、メールアドレスのいずれか一つで足ります。
hint-app = 提供元の表記どおりに、大文字と小文字も合わせてください。一覧にないアプリは、別のファイルとして追加します。
hint-app-website = 提供元のページを示してください。確認には通常より時間がかかります。
hint-tags = 当てはまるものをすべて。
hint-keywords = { $max } 個まで。ほかのどこにも書いていない言葉が役立ちます。
hint-install = 申し込み制では、掲載ページにインストールボタンがありません。非公開リンクの入手方法を、ご自分のページで案内してください。
hint-landing-url = 公開ページのみ。非公開の共有リンクは書かないでください。
hint-path-note = { $max } 文字までの一行。例：ページからお申し込みください。一日以内に返信します。
hint-publisher = 一覧から選んでください。まだない場合は your-name のような短い名前を書くと追加されます。
hint-account-login = { $host } でのアカウント名です。このアカウントによるあとの変更は、人の確認を待たずに済みます。アカウントがないと、更新のたびに確認を待ちます。
hint-account-id = アカウント名が変わっても、番号は変わりません。
hint-version = 1.4.0 や 2026.2 など、ふだん書いているとおりに。
hint-tested = 1 行で。例：テスト用ショップでの新規注文と返金。テストの日付は今日になります。
hint-regions = 何も選ばなければすべて。非公開ソースは同じデータセンター内でだけ共有されます。
hint-accept-agreement = 個人または会社の名前。
submit-one-a-line = 一行に一つ。
submit-paragraph-a-line = 一行に一段落。
submit-comma-separated = コンマで区切ります。
submit-agree = 契約のバージョン { $version } を読み、同意します：{ $link }
submit-check = 回答を確認する
submit-start-over = 最初からやり直す
submit-start-over-sure = 入力した内容はすべて消えます。最初からやり直しますか？
submit-kept = 前回の回答を復元しました。
submit-spelling = カタログでは { $name } です。
submit-number-at = { $link } の「id」です
submit-error-missing = この質問に答えてください。
submit-error-choose = 少なくとも一つ選んでください。
submit-error-support = メールアドレス、ヘルプセンター、ドキュメントのうち少なくとも一つを書いてください。
submit-error-many = { $n } 個は多すぎます。{ $max } 個までです。
submit-error-long = { $n } 文字は多すぎます。{ $max } 文字までです。
submit-error-slug = 英小文字、数字、その間の単独のハイフンだけを使ってください。new のような予約語は使えません。
submit-error-address = https://you.example/ のような完全なアドレスを書いてください。
submit-error-mail = help@you.example のようなメールアドレスを書いてください。
submit-error-login = @ やアドレスを付けず、アカウント名だけを書いてください。
submit-error-number = 番号だけを数字で書いてください。
submit-error-version = 1.4.0 のように、バージョンを 1 行で書いてください。
submit-error-form = 形式が正しくありません。
submit-error-agree = 契約を読み、チェックを入れてください。
submit-error-userinfo = // と @ の間のユーザー名やパスワードを削除してください。本物のパスワードだった場合は、すぐに変更してください。
submit-error-secret = { $host } への非公開の共有リンクのようです。公開ページにリンクしてください。本物のリンクの場合は、すぐに無効にしてください。
submit-error-placeholder = 仮の文字「{ $text }」を置き換えてください。
submit-error-markdown = 「{ $text }」のような Markdown を使わず、プレーンテキストで書いてください。Markdown は README に書きます。
submit-error-licence = spdx.org/licenses にある MIT のような識別子を使い、複数の場合は OR、AND、WITH でつないでください。独自のライセンスは LicenseRef-Acme-Terms のように LicenseRef- と名前で書きます。
submit-error-licence-meant = { $id } と書いてください。
submit-error-licence-which = { $only } か { $later } と書いてください。どちらかはコードの所有者だけが知っています。
submit-error-name-taken = まだ使われていない名前を選んでください。
submit-error-slug-taken = このフォルダー名はすでに使われています。別の名前を選んでください。
submit-errors = { $n } 件の回答を見直してください
submit-card = プレビュー
submit-files = 作成されるファイル
submit-files-about = 入力に合わせて作られます。
submit-no-name = 名前を入れると、ファイルが表示されます。
submit-copy-file = { $file } をコピー
submit-download-file = { $file } をダウンロード
submit-download = ダウンロード
submit-next = 次の手順
submit-next-about = 回答の形式に問題はありません。ほかはプルリクエストのときに確認されます。
submit-warnings = { $n } 件の回答が検査で報告されます。このまま進めますが、レビューで質問されることがあります。
submit-step-open = 最初のファイルで { $host } を開き、新しいブランチに保存します。書き込み権限がなければ、フォークが作られます。
submit-step-branch = 次に開いたページのアドレスを貼り付けてください。残りのファイルも同じブランチに入ります。
submit-branch = 保存後のページのアドレス
submit-branch-known = 残りのファイルはブランチ { $branch } に入ります。
submit-branch-unknown = このアドレスからは、このリポジトリまたはフォークのブランチがわかりません。
submit-step-others = そのブランチに残りの { $n } ファイルを追加します。
submit-step-request = そのブランチからプルリクエストを開きます。数分で自動確認の結果が届きます。
submit-open = { $host } で { $file } を開く
submit-copy-and-open = { $file } をコピーして { $host } を開く
submit-paste = 開いたページは空です。クリップボードの内容を貼り付けてください。
submit-new-tab = 新しいタブで開きます。
submit-same-name = この名前はすでに使われています：{ $link }

## Dialogs

close = 閉じる
picture-of = { $caption }（{ $n }／{ $total }）
shortcut-search = 検索欄へ移動
shortcut-list = この一覧を表示
shortcut-escape = 開いているものを閉じる
use-shortcuts = これらのショートカットを使う

## 申請の待ち行列

queue = 審査待ち
queue-text = 進行中の申請です。次に誰が対応するか、どれだけ待っているか、目標はいつまでかを示します。
queue-unwritten = 審査待ちの一覧はまだ作成されていません。
queue-empty = 進行中の申請はありません。
queue-waiting = { $n ->
    [0] 審査を待っている申請はありません。
   *[other] { $n } 件の申請が審査を待っています。{ $over ->
        [0] {""}
       *[other] うち { $over } 件は目標を超えています。
      }
  }
queue-median = 半数は { $n } 営業日以内です。
queue-under-way = 進行中の申請
queue-position = 順番
queue-submission = 申請
queue-state = 状態
queue-age = 経過
queue-actor = 次に対応する人
queue-blocking = 直す必要があるもの
queue-more = ほか { $n } 件
queue-days = { $n } 営業日
queue-days-of = { $n } 営業日（目標 { $target } 営業日）
queue-over = 目標超過
queue-as-of = { $date }時点
queue-data = JSON
queue-draft = 下書き
queue-waits-for-submitter = 申請者の対応待ち
queue-waits-for-reviewer = 審査待ち
queue-ready = 取り込み可能
queue-meeting = 打ち合わせ待ち
queue-submitter = 申請者
queue-reviewer = 審査担当者
queue-both = 双方（打ち合わせ）
class-version-update = 新しいバージョン
class-routine-edit = 通常の編集
class-intent = 予告
class-lifecycle = ライフサイクル
class-rename = 名前の変更
class-identity-edit = 身元に関わる変更
class-transfer = 譲渡
class-adoption = 引き継ぎ
class-new-listing = 新しい{ -listing }
class-new-publisher = 新しい公開者
class-new-app = 新しいアプリ
class-outside-listings = その他のファイル
class-mixed = 複数の種類の変更
