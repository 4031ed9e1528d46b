// The element in React 19: attributes and properties as JSX, its events as on…, its methods by ref.
// The page keeps the console's place in its own address: it decides what `ringside:navigate` does.
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const fetchToken = async () => (await (await fetch('/north/token', { cache: 'no-store' })).json()).token;
const placeNow = () => new URLSearchParams(location.search).get('at') ?? '/';

function App() {
  const monitor = useRef(null);
  const [route, setRoute] = useState(placeNow);
  const [theme, setTheme] = useState('light');
  const [shown, setShown] = useState(true);
  const [said, setSaid] = useState([]);
  const note = (name) => (event) => setSaid((before) => [...before, `${name} ${JSON.stringify(event.detail)}`].slice(-8));

  useEffect(() => {
    const back = () => setRoute(placeNow());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  const go = (event) => {
    event.preventDefault();
    const { route: wanted, replace } = event.detail;
    history[replace ? 'replaceState' : 'pushState'](null, '', `?at=${encodeURIComponent(wanted)}`);
    setRoute(wanted);
  };

  return (
    <>
      <header className="masthead">
        <strong>Northwind Admin</strong>
        <nav aria-label="Portal">
          <a href="/portal/">Policies</a> <a href="/portal/customers">Customers</a> <a href="/react/" aria-current="page">Outreach</a>
        </nav>
      </header>
      <div className="columns">
        <aside className="aside">
          <strong>Outreach</strong>
          <button type="button" onClick={() => setShown(!shown)}>{shown ? 'Close the monitor' : 'Open the monitor'}</button>
          <button type="button" onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}>Switch theme</button>
          <button type="button" onClick={() => monitor.current?.refresh()}>Refresh figures</button>
        </aside>
        <main className="content">
          <h1>Campaign monitor</h1>
          <div className="panel">
            {shown && (
              <ringside-console
                ref={monitor}
                api-base="/north/api"
                route={route}
                theme={theme}
                time-zone="America/Chicago"
                fetchToken={fetchToken}
                onringside:navigate={go}
                onringside:ready={note('ready')}
                onringside:select={note('select')}
                onringside:action={note('action')}
                onringside:error={note('error')}
              />
            )}
          </div>
          <section className="note" aria-label="Told by the console">
            <ul>{said.map((text, index) => <li key={index}>{text}</li>)}</ul>
          </section>
        </main>
      </div>
    </>
  );
}

createRoot(document.getElementById('root')).render(<App />);
