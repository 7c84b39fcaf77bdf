import { explicar, servir } from './servir.ts';

try {
  await servir(process.env);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
