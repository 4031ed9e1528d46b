import { EMBEDDER, test } from './deployment.js';
import { serves } from './server.js';

test.use({ server: 'nginx', config: { apiBase: 'api', embeddingOrigins: [EMBEDDER] } });

serves();
