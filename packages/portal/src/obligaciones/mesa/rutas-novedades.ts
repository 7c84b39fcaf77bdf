import { z } from 'zod';
import {
  errores,
  FORMA_ID_PUBLICO,
  llamar,
  pagina,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { SOBRE_EL_RECAUDO } from '../politicas.ts';
import { abrirAtencion } from '../atencion/index.ts';
import { CLASES, leerNovedades, type ClaseDeNovedad } from './novedades.ts';
import { CAMINO_DE_NOVEDADES, paginaDeNovedad, paginaNovedades } from './pagina-novedades.tsx';
import { POR_QUE_MIRA } from './paginas.tsx';

const comun = { acceso: 'funcionario', roles: SOBRE_EL_RECAUDO.identificar } as const;
const UNO = z.object({ pago: z.string().regex(FORMA_ID_PUBLICO) });
const CLASE = z.enum(Object.keys(CLASES) as [ClaseDeNovedad, ...ClaseDeNovedad[]]);

const mostrarUna = (
  p: Pick<Peticion<z.output<typeof UNO>>, 'parametros' | 'escrito' | 'enTransaccion'>,
  faltas: Record<string, string> = {},
): Promise<string> =>
  p.enTransaccion(async (trx) => {
    const novedades = await leerNovedades(trx, { pago: p.parametros.pago });
    const [pago] = novedades;
    if (!pago) throw errores.noEncontrado();
    return paginaDeNovedad({ pago, novedades, valores: p.escrito, errores: faltas });
  });

/** Payments that did not agree with their slip: the list, one of them, and whose it is with a written reason. */
export const rutasNovedades: readonly Ruta[] = [
  ruta({
    ...comun,
    nombre: 'obligaciones.novedades',
    metodo: 'GET',
    camino: CAMINO_DE_NOVEDADES,
    consulta: z.object({ clase: CLASE.optional().catch(undefined) }),
    async manejar(p) {
      const { clase } = p.consulta;
      return pagina(
        paginaNovedades({ clase, novedades: await p.enTransaccion((trx) => leerNovedades(trx, { clase })) }),
      );
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.novedad',
    metodo: 'GET',
    camino: `${CAMINO_DE_NOVEDADES}/:pago`,
    parametros: UNO,
    manejar: async (p) => pagina(await mostrarUna(p)),
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.novedad-de-quien',
    metodo: 'POST',
    camino: `${CAMINO_DE_NOVEDADES}/:pago`,
    parametros: UNO,
    porMinuto: 30,
    cuerpo: POR_QUE_MIRA.esquema,
    invalido: (p, campos) => mostrarUna(p, campos),
    async manejar(p) {
      const atencion = await p.enTransaccion(async (trx) => {
        const nit = await llamar(trx, 'obligaciones.nit_de_pago', {
          pago: p.parametros.pago,
          ahora: trx.ahora,
        });
        return nit === null ? undefined : abrirAtencion(trx, { nit, motivo: p.cuerpo });
      });
      if (atencion === undefined) throw errores.noEncontrado();
      return redirigir(`/mesa/obligaciones/${atencion}`);
    },
  }),
];
