// Where a forge opens the page for a new file, and what it fills in there.

// Servers refuse addresses from about 8,192 bytes on, GitHub and nginx among them.
const MOST_BYTES = 8000;

const encodedPath = (path) => path.split("/").map(encodeURIComponent).join("/");

/**
 * The page for the new file `path`, and whether it has the text in it already. GitHub, Forgejo and Gitea take both from the address; GitLab takes
 * the name alone: its editor ignores a text there (gitlab-org/gitlab#594214).
 */
export function newFile({ forge, url, branch }, path, text) {
  const query = (pairs) => Object.entries(pairs).map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`).join("&");
  if (forge === "gitlab") return { url: `${url}/-/new/${encodedPath(branch)}?${query({ file_name: path })}`, isFilled: false };
  const page = forge === "github" ? `${url}/new/${encodedPath(branch)}` : `${url}/_new/${encodedPath(branch)}/`;
  const filled = `${page}?${query({ filename: path, value: text })}`;
  return filled.length <= MOST_BYTES ? { url: filled, isFilled: true } : { url: `${page}?${query({ filename: path })}`, isFilled: false };
}

/**
 * The branch that a forge has just made, from the address of the page it leads to: `{forge, url, branch}`, or nothing when it is none of
 * the catalogue or of a copy of it.
 */
export function branchAt(repository, address) {
  if (!URL.canParse(address)) return;
  const [own, at] = [new URL(repository.url), new URL(address)];
  if (at.origin !== own.origin) return;
  let path;
  try {
    path = decodeURIComponent(at.pathname);
  } catch {
    return;
  }
  const base = own.pathname.split("/").slice(0, -2).join("/");
  const of = (project, branch) => branch && project && { ...repository, url: own.origin + project, branch };
  if (repository.forge === "gitlab") {
    const [, project, rest] = path.match(/^(\/.+?)\/-\/(.*)$/) || [];
    return of(project, rest?.match(/^tree\/(.+?)\/?$/)?.[1] || at.searchParams.get("merge_request[source_branch]"));
  }
  const [, owner, name, rest] = path.slice(base.length).match(/^\/([^/]+)\/([^/]+)\/(.+?)\/?$/) || [];
  if (!rest) return;
  const shown = rest.match(/^(?:tree|src\/branch)\/(.+)$/);
  if (shown) return of(`${base}/${owner}/${name}`, shown[1]);
  // `main...branch`, `main...you:branch`, `main...you:repository:branch` and, on Forgejo, `main...you/repository:branch`.
  const head = rest.match(/^(?:compare|pull\/new)\/(?:.*?\.\.\.?)?(.+)$/)?.[1].split(":");
  if (!head) return;
  const branch = head.pop();
  const [user = owner, copy = name] = head.flatMap((part) => part.split("/"));
  return of(`${base}/${user}/${copy}`, branch);
}
