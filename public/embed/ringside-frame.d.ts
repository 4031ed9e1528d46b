/** For the page around an iframe with embed.html. What each part means: docs/embedding-iframe.md. */
import type {
  RingsideDensity,
  RingsideEventMap,
  RingsideFetchToken,
  RingsidePanel,
  RingsideTheme,
} from "./ringside-console.js";

/** What the console in the frame may be told, when connecting and later. */
export interface RingsideFrameSettings {
  route?: string | null;
  campaignId?: string | null;
  panel?: RingsidePanel | null;
  theme?: RingsideTheme | null;
  density?: RingsideDensity | null;
  timeZone?: string | null;
  locale?: string | null;
  /** true unless it is said to be false. */
  readonly?: boolean | null;
}

export interface RingsideFrameEventMap extends RingsideEventMap {
  "ringside:height": CustomEvent<{ height: number }>;
}

export interface RingsideFrameOptions extends RingsideFrameSettings {
  /** The exact origin of embed.html; by default that of the iframe's `src`. */
  origin?: string;
  fetchToken?: RingsideFetchToken;
  /** Hears every event by its name without `ringside:`. */
  onEvent?: (name: string, detail: object) => void;
  /** Whether the iframe is always as high as the console in it. */
  autoHeight?: boolean;
}

export interface FrameConnection extends EventTarget {
  /** Asks again for everything on screen. */
  refresh(): void;
  /** Goes to a route, such as `/campaigns/cmp_8f3k2q`. */
  navigate(route: string): void;
  /** Changes an option; `null` takes it back. */
  set<K extends keyof RingsideFrameSettings>(name: K, value: RingsideFrameSettings[K]): void;
  /** Ends the connection. The console stays as it is until the iframe goes. */
  close(): void;
  addEventListener<K extends keyof RingsideFrameEventMap>(
    type: K,
    listener: (this: FrameConnection, event: RingsideFrameEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

export function connectFrame(iframe: HTMLIFrameElement, options?: RingsideFrameOptions): FrameConnection;
