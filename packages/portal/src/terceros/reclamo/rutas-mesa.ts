import { z } from 'zod';
import { tieneRol } from '../../cuentas/index.ts';
import {
  auditar,
  encolar,
  errores,
  FORMA_ID_PUBLICO,
  llamar,
  pagina,
  redirigir,
  ruta,
  uuidv7,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { RECORDAR_REPORTANTE } from './avisos.ts';
import { reclamoPorId, reclamosEnMesa, type Reclamo } from './consultas.ts';
import { leerPrueba, type EntornoDePruebas } from './leer-prueba.ts';
import { CAMINO_DE_MESA, paginaMesaReclamo, paginaMesaReclamos } from './paginas/mesa.tsx';
import { SOBRE_LOS_RECLAMOS } from './politicas.ts';

const UNO = z.object({ reclamo: z.string().regex(FORMA_ID_PUBLICO) });
const MIRAR = { acceso: 'funcionario', roles: SOBRE_LOS_RECLAMOS.mirar } as const;
const DE_UNO = { camino: `${CAMINO_DE_MESA}/:reclamo`, parametros: UNO } as const;

/** From here on the official sees it as whoever said so does, who sees that they looked. @throws 404 for whoever may not */
async function atender(trx: Transaccion, reclamo: string): Promise<Reclamo> {
  const titular = await llamar(trx, 'terceros.atender_reclamo', { reclamo, ahora: trx.ahora });
  if (!titular) throw errores.noEncontrado();
  const r = await reclamoPorId(trx, reclamo, 'quien-reclama');
  await auditar(trx, { accion: 'terceros.consultar-reclamo', persona: titular, objeto: `reclamo:${r.id}` });
  return r;
}

/** The desk sees how they stand, and may have who reported it written to again. */
export const rutasDeMesaDeReclamos = (e: EntornoDePruebas): Ruta[] => [
  ruta({
    ...MIRAR,
    nombre: 'terceros.mesa-reclamos',
    metodo: 'GET',
    camino: CAMINO_DE_MESA,
    manejar: async (p) => pagina(paginaMesaReclamos(await p.enTransaccion(reclamosEnMesa))),
  }),
  ruta({
    ...MIRAR,
    ...DE_UNO,
    nombre: 'terceros.mesa-reclamo',
    metodo: 'GET',
    consulta: z.object({ recordado: z.literal('si').optional().catch(undefined) }),
    async manejar(p) {
      const datos = await p.enTransaccion(async (trx) => ({
        recuerda: await tieneRol(trx, SOBRE_LOS_RECLAMOS.recordar),
        r: await atender(trx, p.parametros.reclamo),
      }));
      return pagina(paginaMesaReclamo({ ...datos, recordado: p.consulta.recordado === 'si' }));
    },
  }),
  ruta({
    ...MIRAR,
    nombre: 'terceros.mesa-prueba',
    metodo: 'GET',
    camino: `${DE_UNO.camino}/pruebas/:prueba`,
    parametros: UNO.extend({ prueba: z.string().regex(FORMA_ID_PUBLICO) }),
    manejar: (p) =>
      leerPrueba(e, p.enTransaccion, {
        prueba: p.parametros.prueba,
        cargar: (trx) => atender(trx, p.parametros.reclamo),
      }),
  }),
  ruta({
    acceso: 'funcionario',
    roles: SOBRE_LOS_RECLAMOS.recordar,
    nombre: 'terceros.mesa-recordar',
    metodo: 'POST',
    camino: `${DE_UNO.camino}/recordar`,
    parametros: UNO,
    porMinuto: 20,
    async manejar(p) {
      const { reclamo } = p.parametros;
      await p.enTransaccion(async (trx) => {
        const suceso = uuidv7(trx.ahora);
        const hay = await llamar(trx, 'terceros.recordar_reclamo', {
          ...{ id: suceso, reclamo, dia: trx.hoy, ahora: trx.ahora },
        });
        if (!hay) throw errores.noEncontrado();
        const { id, titular } = await atender(trx, reclamo);
        await auditar(trx, {
          accion: 'terceros.recordar-reclamo',
          persona: titular,
          objeto: `reclamo:${id}`,
        });
        await encolar(trx, RECORDAR_REPORTANTE, { id }, { clave: `${RECORDAR_REPORTANTE}:${suceso}` });
      });
      return redirigir(`${CAMINO_DE_MESA}/${reclamo}?recordado=si`);
    },
  }),
];
