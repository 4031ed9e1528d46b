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

export class FrameConnection extends EventTarget {
  constructor(iframe: HTMLIFrameElement, options?: RingsideFrameOptions);
  refresh(): void;
  navigate(route: string): void;
  set<K extends keyof RingsideFrameSettings>(name: K, value: RingsideFrameSettings[K]): void;
  close(): void;
}

export interface FrameConnection {
  addEventListener<K extends keyof RingsideFrameEventMap>(
    type: K,
    listener: (this: FrameConnection, event: RingsideFrameEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof RingsideFrameEventMap>(
    type: K,
    listener: (this: FrameConnection, event: RingsideFrameEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

export function connectFrame(iframe: HTMLIFrameElement, options?: RingsideFrameOptions): FrameConnection;
