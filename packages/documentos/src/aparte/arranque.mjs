import { register } from 'tsx/esm/api';

// Where the sources run as they are (npm run dev, tests): the worker reads TypeScript too. A build has its own obrero.js.
register();
await import('./obrero.ts');
