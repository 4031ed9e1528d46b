// The element in React 19, as docs/embedding-element.md describes it.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RingsideConsole, RingsideConsoleAttributes, RingsideConsoleListeners } from "../../public/embed/ringside-console.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ringside-console": DetailedHTMLProps<HTMLAttributes<RingsideConsole>, RingsideConsole> &
        RingsideConsoleAttributes &
        RingsideConsoleListeners;
    }
  }
}

export function Campaign({ id, go, token }: { id: string; go: (route: string) => void; token: () => Promise<string> }) {
  return (
    <ringside-console
      api-base="/api"
      campaignId={id}
      time-zone="utc"
      readonly
      fetchToken={token}
      onringside:navigate={(event) => {
        event.preventDefault();
        go(event.detail.route);
      }}
    />
  );
}

// @ts-expect-error a section of ours
export const wrong = <ringside-console panel="everything" />;
