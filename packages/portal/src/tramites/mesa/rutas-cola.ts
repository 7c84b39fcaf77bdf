import { definidos } from '@autogestion/normas/definidos';
import { esFecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { esRol } from '../../cuentas/index.ts';
import {
  errores,
  FORMA_ID_PUBLICO,
  FORMA_RADICADO,
  pagina,
  redirigir,
  ruta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { tomarSiguiente, tomarVarios } from '../repartir-casos.ts';
import { TIPOS_DE_CASO } from '../tipos.ts';
import { colasQueVe, EN_LA_MESA, supervisa, trabajaLaCola } from '../politicas.ts';
import { MESA, yoDe } from './acceso.ts';
import { buscarCasos, leerBusqueda } from './buscar-casos.ts';
import {
  contarCola,
  cursorEnTexto,
  leerCola,
  leerCursor,
  leerSinNotificar,
  PLAZOS_DE_COLA,
  VISTAS,
  type CuentasDeCola,
  type FiltroDeCola,
  type Vista,
} from './cola.ts';
import { casosDeLaSemana, leerSupervision, primeraSemana, QUE_DE_LA_SEMANA, SEMANAS } from './cifras.ts';
import { conQuien } from './con-quien.ts';
import { direccionDeCola, paginaCola } from './pagina-cola.tsx';
import { paginaHallados } from './pagina-hallados.tsx';
import { paginaTeclas } from './pagina-teclas.tsx';
import { paginaDeLaSemana, paginaSupervision } from './pagina-supervision.tsx';

/** What an address may say wrong is as if it did not say it. */
const FILTRO = z.object({
  rol: z.string().optional(),
  de: z.enum(VISTAS).optional().catch(undefined),
  funcionario: z.string().regex(FORMA_ID_PUBLICO).optional().catch(undefined),
  tipo: z.string().optional(),
  plazo: z.enum(PLAZOS_DE_COLA).optional().catch(undefined),
  tras: z.string().optional(),
  vacia: z.literal('si').optional().catch(undefined),
  hecho: z.string().regex(FORMA_RADICADO).optional().catch(undefined),
  tomados: z.coerce.number().int().min(0).max(99).optional().catch(undefined),
  ajenos: z.coerce.number().int().min(0).max(99).optional().catch(undefined),
});
type Filtro = z.output<typeof FILTRO>;

/** The queues: looking at one, taking from it, searching, and the figures of who supervises. */
export const rutasDeCola: Ruta[] = [
  ruta({
    ...MESA,
    nombre: 'tramites.mesa',
    metodo: 'GET',
    camino: '/mesa/tramites',
    consulta: FILTRO,
    manejar: async (p) => pagina(await p.enTransaccion((trx) => mostrarCola(trx, p.consulta))),
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.mesa-siguiente',
    metodo: 'POST',
    camino: '/mesa/tramites/siguiente',
    roles: EN_LA_MESA.tomar,
    cuerpo: z.object({ rol: z.string().default('') }),
    async manejar(p) {
      const { rol } = p.cuerpo;
      if (!esRol(rol)) throw errores.noEncontrado();
      const caso = await p.enTransaccion((trx) => tomarSiguiente(trx, rol));
      return redirigir(caso ? `/mesa/tramites/${caso.radicado}` : `${direccionDeCola({ rol })}&vacia=si`);
    },
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.mesa-tomar-varios',
    metodo: 'POST',
    camino: '/mesa/tramites/tomar',
    roles: EN_LA_MESA.tomar,
    cuerpo: z.object({
      casos: z
        .union([z.string().transform((v) => [v]), z.array(z.string())])
        .default([])
        .transform((v) => v.filter((r) => FORMA_RADICADO.test(r))),
    }),
    async manejar(p) {
      const r = await p.enTransaccion((trx) => tomarVarios(trx, p.cuerpo.casos));
      const dicho = `tomados=${r.tomados.length}&ajenos=${r.ajenos.length}`;
      const rol = r.tomados[0]?.marcha.rol;
      if (!rol || !esRol(rol)) return redirigir(`/mesa/tramites?${dicho}`);
      return redirigir(`${direccionDeCola({ rol, de: 'mios' })}&${dicho}`);
    },
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.mesa-buscar',
    metodo: 'GET',
    camino: '/mesa/buscar',
    porMinuto: 60,
    consulta: z.object({ q: z.string().max(200).default('').catch('') }),
    async manejar(p) {
      const busqueda = leerBusqueda(p.consulta.q);
      if (!busqueda.ok) return pagina(paginaHallados({ hallados: [], mensaje: busqueda.mensaje }), 422);
      const hallados = await p.enTransaccion((trx) => buscarCasos(trx, busqueda.valor));
      return pagina(paginaHallados({ hallados }));
    },
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.teclas',
    metodo: 'GET',
    camino: '/mesa/teclas',
    manejar: async () => pagina(paginaTeclas()),
  }),
  ruta({
    nombre: 'tramites.supervision',
    metodo: 'GET',
    camino: '/mesa/supervision',
    acceso: 'funcionario',
    roles: EN_LA_MESA.verCargas,
    manejar: async (p) =>
      pagina(
        await p.enTransaccion(async (trx) =>
          paginaSupervision({
            ...(await leerSupervision(trx)),
            hoy: trx.hoy,
            nombreDeTipo: nombreDeTipo(trx),
            abre: supervisa(await yoDe(trx)),
          }),
        ),
      ),
  }),
  ruta({
    nombre: 'tramites.supervision-semana',
    metodo: 'GET',
    camino: '/mesa/supervision/semana',
    acceso: 'funcionario',
    roles: EN_LA_MESA.verCargas,
    consulta: z.object({
      que: z.enum(QUE_DE_LA_SEMANA).default('salieron').catch('salieron'),
      semana: z.string().refine(esFecha).optional().catch(undefined),
      semanas: z.coerce.number().int().min(1).max(SEMANAS).default(1).catch(1),
      tipo: z.string().optional(),
    }),
    manejar: async (p) =>
      pagina(
        await p.enTransaccion(async (trx) => {
          const semana = p.consulta.semana ?? primeraSemana(trx.hoy);
          return paginaDeLaSemana({
            que: p.consulta.que,
            semana,
            semanas: p.consulta.semanas,
            casos: await casosDeLaSemana(trx, { ...p.consulta, semana }),
            nombreDeTipo: nombreDeTipo(trx),
            abre: supervisa(await yoDe(trx)),
          });
        }),
      ),
  }),
];

const nombreDeTipo =
  ({ casa }: Transaccion) =>
  (tipo: string): string =>
    casa.todos(TIPOS_DE_CASO).find((t) => t.tipo === tipo)?.nombre ?? tipo;

async function mostrarCola(trx: Transaccion, q: Filtro): Promise<string> {
  const yo = await yoDe(trx);
  const colas = colasQueVe(yo);
  const rol = colas.find((r) => r === q.rol) ?? colas[0];
  if (!rol) throw errores.sinPermiso();
  const tipos = trx.casa.todos(TIPOS_DE_CASO);
  const cuentas = await contarCola(trx, rol);
  const filtro: FiltroDeCola = {
    rol,
    de: q.de ?? (q.funcionario ? 'todos' : porDefecto(cuentas, trabajaLaCola(yo, rol))),
    ...definidos({
      tipo: tipos.find((t) => t.tipo === q.tipo)?.tipo,
      plazo: q.plazo,
      funcionario: q.funcionario,
      tras: leerCursor(q.tras),
    }),
  };
  const { casos, siguiente } = await leerCola(trx, filtro);
  return paginaCola({
    yo,
    filtro,
    colas,
    tipos,
    cuentas,
    casos: await conQuien(trx, casos),
    sinNotificar: await leerSinNotificar(trx, rol),
    ...definidos({
      hecho: loQueSeHizo(q),
      siguiente: siguiente && direccionDeCola(filtro, cursorEnTexto(siguiente)),
    }),
  });
}

/** Never an empty list while cases wait: theirs; what they can take; what they can confirm; the rest. */
function porDefecto(cuentas: CuentasDeCola, trabaja: boolean): Vista {
  const orden = ['mios', 'libres', 'por-confirmar'] as const;
  return (trabaja && orden.find((v) => cuentas[v] > 0)) || 'todos';
}

function loQueSeHizo({ hecho, vacia, tomados, ajenos = 0 }: Filtro): string | undefined {
  if (hecho) return `${hecho} quedó hecho. No hay otro que usted pueda tomar en esta cola.`;
  if (vacia) return 'No hay trámites sin tomar en esta cola que usted pueda atender.';
  if (tomados === undefined) return undefined;
  if (tomados + ajenos === 0) return 'No marcó ningún trámite.';
  const suyos = tomados === 1 ? 'Tomó 1 trámite.' : `Tomó ${tomados} trámites.`;
  if (ajenos === 0) return suyos;
  return `${suyos} ${ajenos === 1 ? 'Otro' : `Otros ${ajenos}`} ya no se ${ajenos === 1 ? 'podía' : 'podían'} tomar.`;
}
