//! Where results are kept between builds: what the flags say, else where the platform keeps caches. The only file that names the crate for that.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

use super::shared_args::CacheArgs;
use crate::output::DiskCache;

/// The cache of this run; `None` when there is to be none, or the platform has no place for one.
pub(super) fn open(args: &CacheArgs) -> Option<DiskCache> {
    folder(args).map(|folder| DiskCache::new(&folder))
}

/// The folder in which this run keeps results.
pub(super) fn folder(args: &CacheArgs) -> Option<PathBuf> {
    if args.no_cache { None } else { args.cache.clone().or_else(of_platform) }
}

/// `~/.cache/pressmark` and its like.
fn of_platform() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|places| places.cache_dir().join("pressmark"))
}
