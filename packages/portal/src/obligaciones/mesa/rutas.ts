import { definidos } from '@autogestion/normas/definidos';
import { formatearNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { tieneRol } from '../../cuentas/index.ts';
import {
  errores,
  FORMA_RADICADO,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { actosEnEspera, type ActoEnEspera } from '../actos/index.ts';
import { abrirAtencion, atender } from '../atencion/index.ts';
import { CUAL, hechosDe, leerCuenta } from '../estado/index.ts';
import { SOBRE_LO_QUE_SE_DEBE } from '../politicas.ts';
import { rutasNovedades } from './rutas-novedades.ts';
import { A_QUIEN, paginaAtencion, paginaBuscarObligaciones } from './paginas.tsx';

const comun = { acceso: 'funcionario', roles: SOBRE_LO_QUE_SE_DEBE.mirar } as const;
const PUBLICO = z.string().regex(/^[0-9a-z]{26}$/);

const buscar = (p: Pick<Peticion, 'escrito' | 'enTransaccion'>, errores: Record<string, string> = {}) =>
  p.enTransaccion(async (trx) =>
    paginaBuscarObligaciones({ valores: p.escrito, errores, actos: await enEsperaPara(trx) }),
  );

/** What waits, for whoever may do something about it; nothing for who only looks. */
const enEsperaPara = async (trx: Transaccion, atencion?: string): Promise<ActoEnEspera[] | undefined> =>
  (await tieneRol(trx, SOBRE_LO_QUE_SE_DEBE.cambiar)) ? actosEnEspera(trx, atencion) : undefined;

/** What was just done with an act. */
const HECHO = z.object({
  acto: z.string().regex(FORMA_RADICADO).optional().catch(undefined),
  que: z.enum(['hecho', 'propuesto', 'no-hecho']).optional().catch(undefined),
});

/** The desk of obligations: whose, with a reason; and what they owe and paid. */
export const rutasMesaObligaciones: readonly Ruta[] = [
  ...rutasNovedades,
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa',
    metodo: 'GET',
    camino: '/mesa/obligaciones',
    manejar: async (p) => pagina(await buscar(p)),
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa-buscar',
    metodo: 'POST',
    camino: '/mesa/obligaciones',
    porMinuto: 30,
    cuerpo: A_QUIEN.esquema,
    invalido: buscar,
    async manejar(p) {
      const atencion = await p.enTransaccion((trx) => abrirAtencion(trx, p.cuerpo));
      return atencion === undefined
        ? rechazo({ nit: 'Nadie está inscrito en el RUT con ese NIT.' })
        : redirigir(`/mesa/obligaciones/${atencion}`);
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa-ver',
    metodo: 'GET',
    camino: '/mesa/obligaciones/:atencion',
    parametros: z.object({ atencion: PUBLICO }),
    consulta: CUAL.extend(HECHO.shape),
    async manejar(p) {
      const { atencion } = p.parametros;
      const visto = await p.enTransaccion(async (trx) => {
        const version = await versionVigente(trx, await atender(trx, atencion));
        if (!version) throw errores.noEncontrado();
        const { al, corte } = p.consulta;
        const cuenta = await leerCuenta(trx, definidos({ al, corte }));
        const { nit, dv } = version.registro;
        return {
          nombre: nombreDe(version.registro),
          nit: formatearNit(nit, dv),
          cuenta,
          hechos: await hechosDe(trx, cuenta.libro.corte),
          // What was so at another day or cut is not acted upon.
          actos: al === undefined && corte === undefined ? await enEsperaPara(trx, atencion) : undefined,
        };
      });
      const { acto, que } = p.consulta;
      return pagina(paginaAtencion({ ...visto, atencion, ...(acto && que && { hecho: { acto, que } }) }));
    },
  }),
];
