import { format, resolveConfig } from 'prettier';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseDePrueba, type BaseDePrueba } from '../../../pruebas/base/index.ts';
import { describirFunciones } from './describir-funciones.ts';

const ARCHIVO = `${import.meta.dirname}/funciones.ts`;

let base: BaseDePrueba;
let cliente: Client;
beforeAll(async () => {
  // A copy: the template itself admits no connection while others are copied from it.
  base = await baseDePrueba();
  cliente = new Client({ connectionString: base.urlPropietario });
  await cliente.connect();
});
afterAll(async () => {
  await cliente.end();
  await base.borrar();
});

describe('las funciones de la base', () => {
  // `npm run funciones` writes it anew after a migration.
  it('las que conoce el compilador son las que hay después de la última migración', async () => {
    const firmas = await describirFunciones(cliente);
    const texto = `// Written by \`npm run funciones\` from the migrated database. Do not edit.
/** Our functions: what each asks for and what it gives, with the types of PostgreSQL. \`llamar\` reads it. */
export const FUNCIONES = ${JSON.stringify(firmas)} as const;\n`;
    const bonito = await format(texto, { ...(await resolveConfig(ARCHIVO)), filepath: ARCHIVO });
    await expect(bonito).toMatchFileSnapshot(ARCHIVO);
  });
});
