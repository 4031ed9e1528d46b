import { EMBEDDER, test } from './deployment.js';
import { serves } from './server.js';

test.use({ server: 'caddy', config: { apiBase: 'api', embeddingOrigins: [EMBEDDER] } });

serves();
