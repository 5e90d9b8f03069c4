// What the search page shows, as an address and back. Knows neither the page nor the index, so whether a value exists is for others to say.

import { GROUPS } from "./search.js";
import { LONGEST_QUERY } from "./words.js";

/** The orders of results. */
export const SORTS = ["relevance", "updated", "new", "a-z"];

/** `?q=slack&tag=crm&tag=sales` as `{q, literal, sort, page, tag: ["crm", "sales"], app: [], …}`. An empty `sort` is the usual one: the best match if there are words, else the last updated. */
export function read(text) {
  const params = new URLSearchParams(text);
  const sort = params.get("sort");
  const state = {
    q: params.get("q") || "",
    literal: params.get("literal") === "1",
    sort: SORTS.includes(sort) && sort !== "relevance" ? sort : "",
    page: Math.max(1, parseInt(params.get("page"), 10) || 1),
  };
  for (const group of GROUPS) state[group] = [...new Set(params.getAll(group))];
  return state;
}

/** The way back: always in the same order, without what is usual, empty for the page as it opens. */
export function write(state) {
  const params = new URLSearchParams();
  // The engine reads no more. What is longer would only make an address that servers refuse.
  const q = [...state.q.trim()].slice(0, LONGEST_QUERY).join("");
  if (q) params.set("q", q);
  for (const group of GROUPS) for (const value of state[group]) params.append(group, value);
  if (q && state.literal) params.set("literal", "1");
  if (state.sort && (q || state.sort !== "updated")) params.set("sort", state.sort);
  if (state.page > 1) params.set("page", state.page);
  const text = params.toString();
  return text && "?" + text;
}

/** What is chosen, as pairs of group and value. */
export const chosen = (state) => GROUPS.flatMap((group) => state[group].map((value) => [group, value]));

/** The change that lifts one filter, and the one that lifts all. */
export const without = (state, group, value) => ({ [group]: state[group].filter((other) => other !== value) });
export const unfiltered = () => Object.fromEntries(GROUPS.map((group) => [group, []]));
