import type { Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  auditar,
  errores,
  FORMA_ID_PUBLICO,
  llamar,
  pagina,
  redirigir,
  ruta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { leerLibro } from '../libro/index.ts';
import { EN_LA_MESA_DE_OBLIGACIONES } from '../politicas.ts';
import { facilidadPorIdPublico, type Facilidad } from './consultas.ts';
import { paginaAtrasadas, paginaFacilidadEnMesa } from './paginas/mesa.tsx';
import { pagosDe, seguir } from './seguimiento.ts';
import { loQueFalta, prepararSinEfecto } from './sin-efecto.ts';

const LISTA = '/mesa/obligaciones/facilidades';
const UNA = z.object({ facilidad: z.string().regex(FORMA_ID_PUBLICO) });
/** House rule: as many as an official looks through in a morning. */
const A_LA_VISTA = 100;

/** What was not kept, at the desk: the list, each one, and the act that ends it. */
export function rutasDeMesaDeFacilidad(o: { demostracion: boolean }): Ruta[] {
  const comun = { acceso: 'funcionario', roles: EN_LA_MESA_DE_OBLIGACIONES.atender } as const;
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.mesa-facilidades',
      metodo: 'GET',
      camino: LISTA,
      async manejar(p) {
        const filas = await p.enTransaccion((trx) =>
          llamar(trx, 'obligaciones.facilidades_atrasadas', { hoy: trx.hoy, limite: A_LA_VISTA }),
        );
        return pagina(
          paginaAtrasadas(
            filas.flatMap(({ id_publico, radicado, vence, falta }) =>
              id_publico === null || radicado === null || vence === null || falta === null
                ? []
                : [{ idPublico: id_publico, radicado, vence: vence as Fecha, falta }],
            ),
          ),
        );
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.mesa-facilidad',
      metodo: 'GET',
      camino: `${LISTA}/:facilidad`,
      parametros: UNA,
      async manejar(p) {
        const html = await p.enTransaccion(async (trx) => {
          const f = await atender(trx, p.parametros.facilidad);
          const libro = await leerLibro(trx);
          const estado = seguir(libro, f, trx.hoy);
          return paginaFacilidadEnMesa({
            f,
            estado,
            hoy: trx.hoy,
            falta: loQueFalta(f, pagosDe(libro, f), trx.hoy),
            puede: f.fin === undefined && estado.estado === 'incumplida',
          });
        });
        return pagina(html);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.mesa-sin-efecto',
      metodo: 'POST',
      camino: `${LISTA}/:facilidad`,
      parametros: UNA,
      async manejar(p) {
        const radicado = await p.enTransaccion(async (trx) => {
          await atender(trx, p.parametros.facilidad);
          return prepararSinEfecto(trx, p.parametros.facilidad, o.demostracion);
        });
        return redirigir(`/mesa/tramites/${radicado}`);
      },
    }),
  ];
}

/** Opens a facility of somebody who is nobody of theirs; the taxpayer sees who looked. @throws 404 */
async function atender(trx: Transaccion, facilidad: string): Promise<Facilidad> {
  const titular = await llamar(trx, 'obligaciones.atender_facilidad', {
    idPublico: facilidad,
    ahora: trx.ahora,
  });
  const f = titular ? await facilidadPorIdPublico(trx, facilidad) : undefined;
  if (!f) throw errores.noEncontrado();
  await auditar(trx, {
    accion: 'obligaciones.consultar-facilidad',
    persona: f.titular,
    objeto: `facilidad:${facilidad}`,
    datos: { radicado: f.radicado },
  });
  return f;
}
