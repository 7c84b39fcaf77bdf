import { ejecutar } from './linea-de-ordenes/index.ts';

process.exitCode = await ejecutar(process.argv.slice(2), process.env);
