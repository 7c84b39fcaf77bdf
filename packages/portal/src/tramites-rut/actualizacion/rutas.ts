import { z } from 'zod';
import {
  errores,
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  type Claves,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import {
  abrirBorrador,
  apiDeRecorrido,
  borradoresDe,
  rutasDeRecorrido,
} from '../../interfaz/recorrido/index.ts';
import { estadoDeTitular, versionesDe } from '../../rut/index.ts';
import { documentoDeClave } from '../../sello/index.ts';
import { paginaInicio, paginaRecibo } from './paginas.tsx';
import { erroresDeTramitesRut } from '../errores.ts';
import { ID_ACTUALIZACION } from './identificador.ts';
import { recorridoActualizacion, type DependenciasActualizacion } from './recorrido.ts';
import { claveDeCopia } from './terminar-actualizacion.ts';

const TITULAR = z.object({ titular: z.string() });
const RECIBO = z.object({ titular: z.string(), radicado: z.string().regex(/^\d{4}RU\d{9}$/) });
const BASE = '/de/:titular/rut/actualizacion';
const API = `/api/v1${BASE}`;

const ResultadoApi = z.object({
  radicado: z.string(),
  formulario: z.string(),
  hash: z.string(),
  copia: z.string(),
  recibidoEn: z.iso.datetime(),
});

/** Update of the RUT: its first page, the journey and the receipt. What binds is for who may sign, never for a delegate. */
export function rutasActualizacion(o: DependenciasActualizacion & { claves: Claves }): Ruta[] {
  const recorrido = recorridoActualizacion(o);
  const opciones = { acceso: 'titular', claves: o.claves, ambitoParaTerminar: 'firmar' } as const;
  const abrir = (p: Peticion) =>
    p.enTransaccion(async (trx) => {
      if ((await estadoDeTitular(trx, p.titular)) === 'cancelado') throw erroresDeTramitesRut.rutCancelado();
      return abrirBorrador(trx, recorrido);
    });
  return [
    ruta({
      nombre: ID_ACTUALIZACION,
      metodo: 'GET',
      camino: BASE,
      acceso: 'titular',
      parametros: TITULAR,
      async manejar(p) {
        const datos = await p.enTransaccion(async (trx) => ({
          estado: await estadoDeTitular(trx, p.titular),
          borradores: await borradoresDe(trx, ID_ACTUALIZACION, p.titular),
        }));
        return pagina(
          paginaInicio({
            ...datos,
            puedePreparar: puede(p.actor, p.titular, 'preparar'),
            base: `/de/${p.parametros.titular}`,
          }),
        );
      },
    }),
    ruta({
      nombre: 'tramites-rut.empezar-actualizacion',
      metodo: 'POST',
      camino: BASE,
      acceso: 'titular',
      ambito: 'preparar',
      parametros: TITULAR,
      porMinuto: 30,
      async manejar(p) {
        const { idPublico } = await abrir(p);
        return redirigir(`/de/${p.parametros.titular}/rut/actualizacion/${idPublico}`);
      },
    }),
    ruta({
      nombre: 'tramites-rut.api-empezar-actualizacion',
      metodo: 'POST',
      camino: API,
      acceso: 'titular',
      ambito: 'preparar',
      parametros: TITULAR,
      porMinuto: 60,
      api: {
        resumen: 'Abre un borrador de actualización del RUT',
        etiqueta: 'Actualización del RUT',
        respuestas: { 201: z.object({ borrador: z.string() }) },
      },
      async manejar(p) {
        const { idPublico } = await abrir(p);
        return json({ borrador: idPublico }, 201);
      },
    }),
    ruta({
      nombre: 'tramites-rut.recibo-actualizacion',
      metodo: 'GET',
      camino: '/de/:titular/rut/actualizado/:radicado',
      acceso: 'titular',
      parametros: RECIBO,
      manejar: async (p) => pagina(await recibo(p)),
    }),
    ...rutasDeRecorrido(recorrido, { ...opciones, base: `${BASE}/:borrador` }),
    ...apiDeRecorrido(recorrido, {
      ...opciones,
      base: `${API}/:borrador`,
      etiqueta: 'Actualización del RUT',
      resultado: ResultadoApi,
    }),
  ];
}

async function recibo(p: Peticion<z.output<typeof RECIBO>>): Promise<string> {
  const datos = await p.enTransaccion(async (trx) => {
    const versiones = await versionesDe(trx, p.titular);
    const version = versiones.find((v) => v.radicado === p.parametros.radicado);
    if (!version) throw errores.noEncontrado();
    return {
      version,
      anterior: versiones.find((v) => v.numero === version.numero - 1),
      copia: await documentoDeClave(trx, p.titular, claveDeCopia(version.id)),
    };
  });
  return paginaRecibo({ ...datos, base: `/de/${p.parametros.titular}` });
}
