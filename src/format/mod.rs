//! The content format, version 1, as types: one struct a file, whose fields, doc comments and types are at once the parser, the reference
//! and the schema. Knows what may be where; does not know whether a name that is mentioned exists.

mod agreement;
mod app;
pub mod bounds;
mod collection;
mod constraint;
mod content;
mod document;
mod intent;
mod keys;
mod known_documents;
mod layout;
mod link;
mod listing;
mod page;
mod paths;
mod publisher;
mod reader;
mod record;
pub mod reference;
mod releases;
mod review;
mod role;
mod roles;
mod scalar;
pub mod schema;
mod settings;
mod table;
mod tags;
mod theme;
mod values;
mod version;
mod wording;

pub use agreement::Agreement;
pub use app::AppFile;
pub use bounds::{Bounds, NameKind, StringFormat};
pub use collection::{CollectionFile, MemberEntry};
pub use constraint::{Condition, Constraint};
pub use content::{Content, ContentFile};
pub use document::Document;
pub use intent::{DeveloperEntry, IntentFile, how_long_names_are_held};
pub(crate) use keys::{Keys, is_flow, is_same};
pub use known_documents::KnownDocuments;
pub(crate) use layout::{Dash, after_colon, line_after, quoted_like};
pub use link::Link;
pub use listing::{
    AgreementEntry, AllowEntry, ChangeEntry, ChangeKind, ImportedFromEntry, InstallEntry, InstallMode, LifecycleEntry, ListingFile,
    OperationEntry, OperationsEntry, Reason, ScreenshotEntry, SourceKind, State, SupportEntry, TestedEntry, VersionEntry, VideoEntry,
    Visibility, YankedEntry,
};
pub use page::{NavPlace, PageFile, PageFront};
pub use paths::listing_folder;
pub use publisher::{AccountEntry, PublisherFile, VerifiedEntry};
pub use reader::{Field, Reader, Value};
pub use review::{ComponentEntry, MeetingEntry, Outcome, ReviewFile};
pub use role::FileRole;
pub use roles::{SETTINGS, TOP};
pub use scalar::{in_block, scalar};
pub use settings::{
    ForgeKind, FreshnessEntry, LabelEntry, LevelSetting, LevelWord, NounEntry, RepositoryEntry, SecurityEntry, SettingsFile, ShareCards,
    SourceSwitch, Versioning,
};
pub(crate) use table::paragraph;
pub use table::{FieldRow, Table, ValueType, WordRow};
pub use tags::{TagEntry, TagsFile};
pub use theme::{ContrastChoice, Density, FontChoice, SchemeChoice, ThemeFile};
pub use values::{Colour, Days, Decimal, Map};
pub use version::{Version, VersionKind};
pub(crate) use wording::quoted;
