// Northwind Admin: React with a router of its own over the browser's history. The console is one of
// its pages; where the console goes inside stays inside.
import { useEffect, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, NavLink, Route, Routes, useLocation, useNavigate, useNavigationType } from 'react-router';
import { hearKeys, interceptLinks, keepPlace, placeOf } from './habits.js';
import { Customers, Monitor, Overview, Policies } from './pages.jsx';

const root = document.getElementById('root');
const BASE = root.dataset.base;
history.scrollRestoration = 'manual';

function Portal() {
  const navigate = useNavigate();
  const location = useLocation();
  const how = useNavigationType();
  const [keys, setKeys] = useState([]);
  useEffect(() => interceptLinks(BASE, navigate), [navigate]);
  useEffect(() => hearKeys((key) => setKeys((before) => [...before, key])), []);
  useLayoutEffect(() => {
    scrollTo(0, how === 'POP' ? placeOf(location.key) : 0);
    return keepPlace(location.key);
  }, [location.key, how]);
  useEffect(() => {
    document.title = `${location.pathname.split('/').filter(Boolean).at(-1) ?? 'policies'} · Northwind Admin`;
  }, [location.pathname]);

  return (
    <>
      <header className="masthead">
        <strong>Northwind Admin</strong>
        <nav aria-label="Portal">
          <NavLink to="/" end>Policies</NavLink> <NavLink to="/customers">Customers</NavLink> <NavLink to="/outreach">Outreach</NavLink>
        </nav>
        <output aria-label="Keys of the portal">{keys.join(' ')}</output>
      </header>
      <div className="columns">
        <nav className="aside" aria-label="Outreach">
          <strong>Outreach</strong>
          <NavLink to="/outreach" end>Overview</NavLink>
          <NavLink to="/outreach/monitor">Campaign monitor</NavLink>
        </nav>
        <main className="content">
          <Routes>
            <Route path="/" element={<Policies />} />
            <Route path="/customers" element={<Customers />} />
            <Route path="/outreach" element={<Overview />} />
            <Route path="/outreach/monitor" element={<Monitor />} />
          </Routes>
        </main>
      </div>
    </>
  );
}

createRoot(root).render(
  <BrowserRouter basename={BASE}>
    <Portal />
  </BrowserRouter>,
);
