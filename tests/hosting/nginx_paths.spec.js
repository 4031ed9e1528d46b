import { test } from './deployment.js';
import { servesPaths } from './paths.js';

test.use({ server: 'nginx', config: { apiBase: 'api', routes: 'path' } });

servesPaths();
