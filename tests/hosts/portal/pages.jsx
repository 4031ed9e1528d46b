// The portal's own pages. Those without the console are long, so that there is something to scroll.
import { useRef, useState } from 'react';
import { Link } from 'react-router';

const ROWS = Array.from({ length: 60 }, (_, index) => ({ id: `P-${1001 + index}`, name: `Policy ${index + 1}`, due: `2026-12-${String((index % 28) + 1).padStart(2, '0')}` }));

function Table({ caption, rows }) {
  return (
    <table className="plain-table">
      <caption>{caption}</caption>
      <thead><tr><th scope="col">Number</th><th scope="col">Name</th><th scope="col">Due</th></tr></thead>
      <tbody>{rows.map(({ id, name, due }) => <tr key={id}><td>{id}</td><td>{name}</td><td>{due}</td></tr>)}</tbody>
    </table>
  );
}

export function Policies() {
  return (
    <>
      <h1>Policies</h1>
      <Table caption="Renewals" rows={ROWS} />
      <p><Link to="/outreach/monitor">See how the calls go</Link></p>
    </>
  );
}

export function Customers() {
  return (
    <>
      <h1>Customers</h1>
      <Table caption="Customers" rows={ROWS.slice().reverse()} />
    </>
  );
}

export function Overview() {
  return (
    <>
      <h1>Outreach</h1>
      <p>Campaigns call customers whose policies end soon.</p>
      <Table caption="Waiting for a call" rows={ROWS.slice(10, 50)} />
    </>
  );
}

export function Monitor() {
  const [shown, setShown] = useState(true);
  const field = useRef(null);
  return (
    <>
      <h1>Campaign monitor</h1>
      <form className="row" onSubmit={(event) => event.preventDefault()}>
        <label>Note <input ref={field} type="text" /></label>
        <button type="button" onClick={() => setShown(!shown)}>{shown ? 'Close' : 'Open'}</button>
      </form>
      <div className="panel monitor">{shown && <ringside-console api-base="/api" time-zone="America/Chicago" theme="light" />}</div>
      <Table caption="Rules of calling" rows={ROWS.slice(0, 12)} />
      <p><a href="#top">To the top</a></p>
    </>
  );
}
