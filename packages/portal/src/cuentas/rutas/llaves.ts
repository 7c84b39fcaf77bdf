import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import { z } from 'zod';
import {
  linea,
  json,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { avisarCambio } from '../cuenta/avisar.ts';
import { llavesDe } from '../llaves/index.ts';
import { paginaLlaves } from '../paginas/seguridad.tsx';
import type { OpcionesCuentas } from './entrar.ts';
import { RESPUESTA_DE_LLAVE } from './esquemas.ts';
import { cuentaDe, type DuenoDeLaCuenta } from './dueno-de-la-cuenta.ts';

const NUEVA = RESPUESTA_DE_LLAVE.extend({
  nombre: linea.refine((v) => v.length >= 1 && v.length <= 60, {
    error: 'Escriba un nombre de hasta 60 letras.',
  }),
});

/** The passkeys of one's own account. */
export function rutasLlaves(o: OpcionesCuentas, d: DuenoDeLaCuenta): Ruta[] {
  const comun = { acceso: d.acceso } as const;
  const lista = async (p: Peticion, errores?: Record<string, string>) =>
    paginaLlaves({
      lugar: d.lugar(p),
      llaves: await p.enTransaccion(llavesDe),
      ...definidos({ errores }),
    });
  return [
    ruta({
      ...comun,
      nombre: `${d.nombre}-llaves`,
      metodo: 'GET',
      camino: `${d.base}/llaves`,
      reciente: 'una',
      manejar: async (p) => pagina(await lista(p)),
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-pedir-alta-de-llave`,
      metodo: 'POST',
      camino: `${d.base}/llaves/opciones`,
      porMinuto: 30,
      async manejar(p) {
        const nombreDeCuenta = await d.rotulo(p);
        const opciones = await p.enTransaccion((trx) =>
          o.llaves.pedirAlta(trx, { ...cuentaDe(p), nombreDeCuenta }),
        );
        return json({ opciones, csrf: p.csrf() });
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-poner-llave`,
      metodo: 'POST',
      camino: `${d.base}/llaves`,
      reciente: 'una',
      porMinuto: 30,
      cuerpo: NUEVA,
      invalido: (p, campos) => lista(p, campos),
      async manejar(p) {
        const r = await p.enTransaccion(async (trx) => {
          const alta = await o.llaves.guardarAlta(trx, { ...cuentaDe(p), ...p.cuerpo });
          if (alta.ok)
            await avisarCambio(trx, {
              accion: 'cuentas.poner-llave',
              que: 'Se puso una llave de acceso en su cuenta',
            });
          return alta;
        });
        return r.ok ? redirigir(`${d.base}/llaves`) : rechazo({ nombre: r.mensaje });
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-ver-quitar-llave`,
      metodo: 'GET',
      camino: `${d.base}/llaves/quitar`,
      manejar: async () => redirigir(`${d.base}/llaves`),
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-quitar-llave`,
      metodo: 'POST',
      camino: `${d.base}/llaves/quitar`,
      reciente: 'reforzada',
      cuerpo: z.object({ llave: z.uuid() }),
      async manejar(p) {
        await p.enTransaccion(async (trx) => {
          await sql`delete from cuentas.llave where id = ${p.cuerpo.llave}`.execute(trx.bd);
          await avisarCambio(trx, {
            accion: 'cuentas.quitar-llave',
            que: 'Se quitó una llave de acceso de su cuenta',
          });
        });
        return redirigir(`${d.base}/llaves`);
      },
    }),
  ];
}
