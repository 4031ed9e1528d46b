/** <ringside-console>. What each part means: docs/embedding-element.md. */

/** Settings as in config.json (config.schema.json describes them). */
export interface RingsideConfig {
  apiBase?: string;
  mapping?: string | { url: string; variables?: Record<string, string> };
  auth?: { mode: "cookie" | "login" | "basic" | "key" | "host" | "proxy" | "none"; [key: string]: unknown };
  workspace?: { id?: string; name?: string };
  project?: string;
  features?: { readOnly?: boolean; hide?: string[] };
  locale?: string;
  currency?: string;
  timeZone?: string;
  links?: { label: string; url: string }[];
}

export type RingsideTheme = "light" | "dark" | "auto";
export type RingsideDensity = "compact" | "comfortable";
export type RingsidePanel = "kpi" | "verdict" | "dispatch" | "tasks" | "numbers" | "timeline";

/** Why a token is asked for: the first one, one was refused, the operator pressed *Sign in*. */
export type RingsideTokenReason = "start" | "rejected" | "asked";
/** Nothing where nobody is signed in. */
export type RingsideToken = string | null | undefined;
export type RingsideFetchToken = (why: { reason: RingsideTokenReason }) => RingsideToken | Promise<RingsideToken>;

/** An event without anything to tell but that it happened. */
export type RingsideNothing = Record<string, never>;
export interface RingsideNavigation {
  route: string;
  /** Whether the place takes the current one's place in a history. */
  replace: boolean;
}
export interface RingsideSelection {
  kind: "campaign" | "task" | "record" | "journey";
  /** null when it was closed. */
  id: string | null;
}
export interface RingsideAction {
  action: string;
  target: string;
  state: "asked" | "done" | "refused";
  message?: string;
}
export type RingsideFailureKind =
  | "unreachable"
  | "timed-out"
  | "stalled"
  | "redirected"
  | "read-only"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "rate-limited"
  | "refused"
  | "unsupported"
  | "server-failed"
  | "unreadable"
  | "settings";
export interface RingsideFailure {
  kind: RingsideFailureKind;
  message: string;
  requestId?: string;
}

export interface RingsideEventMap {
  "ringside:ready": CustomEvent<RingsideNothing>;
  /** Cancelable: after preventDefault() the console stays where it is. */
  "ringside:navigate": CustomEvent<RingsideNavigation>;
  "ringside:select": CustomEvent<RingsideSelection>;
  "ringside:action": CustomEvent<RingsideAction>;
  "ringside:error": CustomEvent<RingsideFailure>;
  "ringside:auth-required": CustomEvent<RingsideNothing>;
}

/** What may be set on the element as a property. */
export interface RingsideConsoleProperties {
  apiBase: string | null;
  route: string | null;
  campaignId: string | null;
  locale: string | null;
  timeZone: string | null;
  theme: RingsideTheme | null;
  density: RingsideDensity | null;
  readonly: boolean;
  panel: RingsidePanel | null;
  nav: boolean;
  linkBase: string | null;
  config: RingsideConfig | null;
  fetchToken: RingsideFetchToken | null;
}

export interface RingsideConsole extends RingsideConsoleProperties {}

export class RingsideConsole extends HTMLElement {
  /** The version of the build. */
  static readonly version: string;
  /** Asks again for everything on screen. */
  refresh(): void;
  /** Goes to a route, such as `/campaigns/cmp_8f3k2q`. */
  navigate(route: string): void;
}

/** Attributes and properties as a framework's templates write them. */
export interface RingsideConsoleAttributes extends Partial<RingsideConsoleProperties> {
  "api-base"?: string;
  "campaign-id"?: string;
  "time-zone"?: string;
  "link-base"?: string;
}

/** Listeners as React 19 passes them to a custom element: `on` and the name of the event. */
export type RingsideConsoleListeners = {
  [K in keyof RingsideEventMap as `on${K}`]?: (event: RingsideEventMap[K]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "ringside-console": RingsideConsole;
  }
  /** The events bubble, out of any shadow root: every element may hear them. */
  interface GlobalEventHandlersEventMap extends RingsideEventMap {}
}
