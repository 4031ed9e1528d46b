import { test } from './deployment.js';
import { servesPaths } from './paths.js';

test.use({ server: 'caddy', config: { apiBase: 'api', routes: 'path' } });

servesPaths();
